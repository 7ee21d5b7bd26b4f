import { digestOf } from '../../../shared/digest.ts'
import { toHex, utf8 } from '../../../shared/bytes.ts'
import type { PublicTown } from '../../../shared/register/content.ts'
import { shownText } from '../../../shared/register/text.ts'
import { foldedName, isNear } from '../../../shared/register/town.ts'
import type { Database } from './database.ts'

/** A town to be found, or to be kept: the base's and the entries'. */
export type Placed = Omit<PublicTown, 'place' | 'population'> & {
  readonly population: number
  readonly wikidata: string
}
type PlaceRow = { id: number; lat: number | null; lon: number | null }

/** How a town is called in addresses: name, country, and what tells it from others of that name. */
function slugOf({ name, country, lat, lon, wikidata }: Placed): string {
  const spelt = foldedName(name).replaceAll(' ', '-').slice(0, 60) || 'town'
  const mark = wikidata || `${country}|${foldedName(name)}|${lat?.toFixed(1)}|${lon?.toFixed(1)}`
  return `${spelt}-${country.toLowerCase() || 'xx'}-${toHex(digestOf(utf8(mark))).slice(0, 8)}`
}

/** The town of this name and country that lies there, if it is known. */
function findTown(database: Database, { name, country, lat, lon }: Placed): PlaceRow | undefined {
  const sql =
    'select id, lat, lon from register_towns where folded = ? and country = ? order by based desc, id'
  const rows = database.all(sql, foldedName(name), country) as PlaceRow[]
  return rows.find((row) => isNear({ lat, lon }, row))
}

/** Keeps a town that isn't known yet; its number. */
export function addTown(database: Database, town: Placed, isBased: boolean): number {
  const { name, country, lat, lon, population, wikidata } = town
  const sql = `insert into register_towns (slug, name, folded, country, lat, lon, population, wikidata, based)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (slug) do update set based = max(based, excluded.based) returning id`
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
  )
  return Number(row?.['id'])
}

/** Says which towns an entry names, instead of those it named before; those that nobody names any more go. */
export function linkTowns(database: Database, entry: Uint8Array, towns: readonly PublicTown[]): void {
  const sql = 'delete from register_entry_towns where entry = ? returning town'
  const before = database.all(sql, entry) as { town: number }[]
  for (const [at, town] of towns.entries()) {
    const placed = { ...town, population: town.population ?? 0, wikidata: '' }
    const id = findTown(database, placed)?.id ?? addTown(database, placed, false)
    database.run('insert into register_entry_towns values (?, ?, ?)', entry, at, id)
  }
  const unnamed = `delete from register_towns where id = ? and based = 0
    and not exists (select 1 from register_entry_towns where town = register_towns.id)`
  for (const { town } of before) database.run(unnamed, town)
}
