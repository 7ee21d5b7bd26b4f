import { listOf, rowOf } from '../../db/find.ts'
import { linksOf } from '../../db/partner-towns.ts'
import type { Row } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'
import { textOf } from '../../records/fields.ts'
import { themesOf } from '../../records/kinds/publication.ts'
import { pointOf } from '../../records/kinds/town.ts'
import { languages } from '../../shared/language.ts'
import type { Place } from '../../shared/place.ts'
import type { Theme } from '../../shared/register/words.ts'
import type { Asked } from './question.ts'

/** What a notebook knows that is of use here. */
export type Ours = {
  /** The town to begin with, and our own, or all of them. */
  readonly towns: readonly Row[]
  /** All partnerships, however they stand: who has been linked needn't be suggested. */
  readonly links: readonly (readonly [Asked, Asked])[]
  /** The themes that we have ticked for the register, and the ids of our entries there. */
  readonly themes: ReadonlySet<Theme>
  readonly entries: ReadonlySet<string>
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

/**
 * Reads what the notebook knows; `town`: the id of a town to begin with. Where a partnership doesn't say which town of ours it
 * has, it is our only one's.
 */
export async function readOurs(notebook: Notebook, town = ''): Promise<Ours> {
  const [{ own, ours, others }, publications, asked] = await Promise.all([
    linksOf(notebook),
    listOf(notebook, 'publication'),
    rowOf(notebook, town),
  ])
  const first = asked?.kind === 'town' && asked.list !== 'bin' ? [asked] : []
  const only = own.length === 1 ? own[0] : undefined
  const links = [...ours.map((link) => ({ ...link, home: link.home ?? only })), ...others]
  return {
    towns: [...first, ...own.filter(({ id }) => id !== town)],
    links: links.flatMap(({ home, town: there }) =>
      home && there ? [[askedOf(placeOfRow(home)), askedOf(placeOfRow(there))] as const] : [],
    ),
    themes: new Set(publications.flatMap(({ fields }) => themesOf(fields))),
    entries: new Set(publications.map(({ fields }) => textOf(fields, 'entry'))),
  }
}
