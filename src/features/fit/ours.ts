import { rowOf } from '../../db/find.ts'
import { linksOf } from '../../db/partner-towns.ts'
import type { Row } from '../../db/show.ts'
import { isPractice, type Notebook } from '../../db/tables.ts'
import { textOf } from '../../records/fields.ts'
import { datesOf, stateOf } from '../../records/kinds/partnership.ts'
import { pointOf } from '../../records/kinds/town.ts'
import { languages } from '../../shared/language.ts'
import type { Place } from '../../shared/place.ts'
import { publisherOf } from '../../shared/register/statement.ts'
import type { Fields } from '../../shared/value.ts'
import { doubtIn, type Doubt } from './doubts.ts'
import type { Asked, Linked } from './question.ts'

/** What a notebook knows that is of use here. */
export type Ours = {
  /** The town to begin with, and our own, or all of them. */
  readonly towns: readonly Row[]
  /** All partnerships, however they stand: who has been linked needn't be suggested. */
  readonly links: readonly Linked[]
  /** Under which id we publish in the register. */
  readonly publisher: string
}

/** Whether a place is ours: then its partners are those of whoever reads. It is, where nobody said which town is ours. */
export function isOurs({ towns }: Pick<Ours, 'towns'>, place: Place): boolean {
  const own = towns.filter(({ fields }) => fields['isOurs'] === true).map(placeOfRow)
  return own.length === 0 || own.some(({ name, country }) => name === place.name && country === place.country)
}

/** A town's record as a place to choose. */
export function placeOfRow({ fields }: Row): Place {
  const { population } = fields
  const named = languages.map((language) => [language, textOf(fields, `names/${language}`).trim()] as const)
  return {
    id: textOf(fields, 'place'),
    name: textOf(fields, 'name').trim(),
    names: Object.fromEntries(named.filter(([, name]) => name)),
    country: textOf(fields, 'country'),
    land: textOf(fields, 'land'),
    point: pointOf(fields),
    population: typeof population === 'number' ? population : 0,
  }
}

/** A place as it is asked about. */
export const askedOf = ({ name, names, country, point, population }: Place): Asked => ({
  names: [...new Set([name, ...Object.values(names)])],
  country,
  lat: point?.lat ?? null,
  lon: point?.lon ?? null,
  people: population,
})

const doubtOf = (fields: Fields): Doubt =>
  doubtIn(
    stateOf(fields),
    datesOf(fields).map(({ value }) => value.date),
  )

/**
 * Reads what the notebook knows; `town`: the id of a town to begin with. Where a partnership doesn't say which town of ours it
 * has, it is our only one's.
 */
export async function readOurs(notebook: Notebook, town = ''): Promise<Ours> {
  const [{ own, ours, others }, asked] = await Promise.all([linksOf(notebook), rowOf(notebook, town)])
  const first = asked?.kind === 'town' && asked.list !== 'bin' ? [asked] : []
  const only = own.length === 1 ? own[0] : undefined
  const links = [...ours.map((link) => ({ ...link, home: link.home ?? only })), ...others]
  return {
    towns: [...first, ...own.filter(({ id }) => id !== town)],
    links: links.flatMap(({ home, town: there, partnership: { fields } }) =>
      home && there
        ? [[askedOf(placeOfRow(home)), askedOf(placeOfRow(there)), doubtOf(fields)] as const]
        : [],
    ),
    publisher: isPractice(notebook) ? '' : publisherOf(notebook.space),
  }
}
