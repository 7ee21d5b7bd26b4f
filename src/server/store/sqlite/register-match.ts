import { digestOf } from '../../../shared/digest.ts'
import { toHex, utf8 } from '../../../shared/bytes.ts'
import type { PublicTown } from '../../../shared/register/content.ts'
import { foldWords } from '../../../shared/fold.ts'
import { shownText } from '../../../shared/register/text.ts'
import { readStatement } from '../../../shared/register/statement.ts'
import { foldedName, whichTown, type Told } from '../../../shared/register/town.ts'
import type { Database } from './database.ts'
import type { EntryRow } from './register-row.ts'

/** A town to be found, or to be kept: the base's and the entries'. */
export type Placed = Omit<PublicTown, 'population'> & {
  readonly population: number
  readonly wikidata: string
}
type PlaceRow = Told & { readonly id: number }

/** The folded words by which something is found, each with a space before it. */
export const searchOf = (texts: readonly string[]): string =>
  foldWords(shownText(texts.join(' ')))
    .map((word) => ` ${word}`)
    .join('')

/** How a town is called in addresses: name, country, and what tells it from others of that name. */
function slugOf({ name, country, lat, lon, place, wikidata }: Placed): string {
  const spelt = foldedName(name).replaceAll(' ', '-').slice(0, 60) || 'town'
  const mark = wikidata || place || `${country}|${foldedName(name)}|${lat?.toFixed(1)}|${lon?.toFixed(1)}`
  return `${spelt}-${country.toLowerCase() || 'xx'}-${toHex(digestOf(utf8(mark))).slice(0, 8)}`
}

/** Degrees of latitude beyond which no town is the same under another name. */
const close = 0.06

/** The known town that this one is, if that can be told. */
function findTown(database: Database, town: Placed): PlaceRow | undefined {
  const { name, country, lat, place } = town
  const columns = 'select id, name, country, lat, lon, place, population from register_towns where'
  const sql = `${columns} folded = ?1 and country = ?2
    union ${columns} place = ?3 and place <> ''
    union ${columns} lat between ?4 - ${close} and ?4 + ${close}
    order by id`
  return whichTown(town, database.all(sql, foldedName(name), country, place, lat) as PlaceRow[])
}

/** Keeps a town that isn't known yet; its number. */
export function addTown(database: Database, town: Placed, isBased: boolean): number {
  const { name, country, lat, lon, population, wikidata, place } = town
  const sql = `insert into register_towns (slug, name, folded, country, lat, lon, population, wikidata, based, place, search)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (slug) do update set based = max(based, excluded.based) returning id`
  const row = database.get(
    sql,
    slugOf(town),
    shownText(name),
    foldedName(name),
    country,
    lat,
    lon,
    population,
    wikidata,
    Number(isBased),
    place,
    searchOf([name]),
  )
  return Number(row?.['id'])
}

/** The number of a town that an entry names; what it is called in the list of places is known of it from then on. */
function numberOf(database: Database, town: Placed): { id: number; isNew: boolean } {
  const known = findTown(database, town)
  if (!known) return { id: addTown(database, town, false), isNew: true }
  if (known.place === '' && town.place !== '')
    database.run('update register_towns set place = ? where id = ?', town.place, known.id)
  return { id: known.id, isNew: false }
}

/** Says so, and returns the towns that were not known before. */
function link(database: Database, entry: Uint8Array, towns: readonly PublicTown[]): PublicTown[] {
  const sql = 'delete from register_entry_towns where entry = ? returning town'
  const before = database.all(sql, entry) as { town: number }[]
  const added: PublicTown[] = []
  for (const [at, town] of towns.entries()) {
    const { id, isNew } = numberOf(database, { ...town, population: town.population ?? 0, wikidata: '' })
    database.run('insert into register_entry_towns values (?, ?, ?)', entry, at, id)
    if (isNew) added.push(town)
  }
  const unnamed = `delete from register_towns where id = ? and based = 0
    and not exists (select 1 from register_entry_towns where town = register_towns.id)`
  for (const { town } of before) database.run(unnamed, town)
  return added
}

/** The entries that name a town of this name, which may be told now, or no more. */
const namesakes = (database: Database, { name, country }: PublicTown): EntryRow[] =>
  database.all(
    `select * from register_entries where there = 1 and entry in (
      select entry from register_entry_towns join register_towns on register_towns.id = town where folded = ? and country = ?)`,
    foldedName(name),
    country,
  ) as EntryRow[]

/** Says which towns an entry names, instead of those it named before; those that nobody names any more go. */
export function linkTowns(database: Database, entry: Uint8Array, towns: readonly PublicTown[]): void {
  for (const town of link(database, entry, towns))
    for (const other of namesakes(database, town)) link(database, other.entry, townsIn(other))
}

/** The towns that an entry names. */
export const townsIn = ({ statement }: EntryRow): readonly PublicTown[] =>
  readStatement(utf8(statement)).content?.towns ?? []
