import { fold } from '../../shared/fold.ts'
import { textOf } from '../../records/fields.ts'
import type { Fields } from '../../shared/value.ts'
import type { PictureName } from '../../ui/pictures.ts'

/** Beginnings of words in the four languages that say what a picture can show. */
const begins: readonly (readonly [PictureName, readonly string[]])[] = [
  [
    'winter',
    ['weihnacht', 'advent', 'nikolaus', 'christmas', 'boz', 'wigili', 'mikolaj', 'karacsony', 'mikulas'],
  ],
  [
    'choir',
    ['chor', 'konzert', 'concert', 'choir', 'koncert', 'korus', 'hangverseny', 'singen', 'musik', 'music'],
  ],
  ['coffee', ['kaffee', 'coffee', 'kaw', 'kave', 'kuchen', 'ciast']],
  ['cooking', ['koch', 'cook', 'gotow', 'foz', 'backen', 'piecz']],
  [
    'festival',
    ['fest', 'jubil', 'anniversary', 'rocznic', 'evfordul', 'unnep', 'markt', 'market', 'jarmark', 'vasar'],
  ],
]

/** The drawn picture of an event that has no photo: by its title, else by how one meets. */
export function pictureOf(fields: Fields): PictureName {
  const words = fold(textOf(fields, 'title')).match(/\p{L}+/gu) ?? []
  const found = begins.find(([, starts]) =>
    words.some((word) =>
      // "Stadtfest", "Adventskaffee": in German what it is stands at the end.
      starts.some((start) => word.startsWith(start) || (start.length > 3 && word.includes(start))),
    ),
  )
  if (found) return found[0]
  return textOf(fields, 'link') || textOf(fields, 'dialIn') ? 'video' : 'stammtisch'
}

/** Beginnings of words that say that an anniversary is kept: plum, in the calendar, is for feasts. */
const jubilees = ['jubil', 'anniversary', 'rocznic', 'evfordul', 'jahre']

/** Whether an event celebrates how long something has lasted. */
export function isJubilee(fields: Fields): boolean {
  const words = fold(textOf(fields, 'title')).match(/\p{L}+/gu) ?? []
  return words.some((word) => jubilees.some((start) => word.startsWith(start)))
}
