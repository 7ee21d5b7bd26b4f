import { monthOf, saysNothing } from '../shared/date-words.ts'

/** Shorter family names are words or parts of them too often: they count beside a first name or a title only. */
export const leastFamily = 5
/** Shorter first names are words too often to count alone. */
export const leastGiven = 4
/** How many letters a language may put behind a family name: "Nowakowi", "Kovácsot". */
export const mostEnding = 3
/** What is put behind a first name that stands alone; "Anna" ends in "Annahme" in none of these. */
export const endings = new Set(
  ' s a e u owi em iem en ek ka kiem t ot et at nak nek nal nel val vel hoz hez ra re ert ek ak'.split(' '),
)
/** In place of a last "a": "Anny", "Barbarze". */
export const endingsOfA = new Set('y i ie e o ze ce'.split(' '))
/** Beside these stands a family name, however short it is. */
export const titles = new Set(
  'frau herr herrn familie family mr mrs ms miss pan pani pana panu panstwo panstwa rodzina rodziny rodzine csalad csaladnal csaladdal ur urnak asszony'.split(
    ' ',
  ),
)
/** Seasons are names of families and far more often seasons. */
const seasons = new Set(
  'fruhling sommer herbst winter summer autumn spring wiosna lato zima tavasz nyar'.split(' '),
)

/** Whether a word tells of a time of the year, whoever may be called like that too. */
export const isTime = (folded: string): boolean =>
  seasons.has(folded) || monthOf(folded) !== undefined || saysNothing(folded)
