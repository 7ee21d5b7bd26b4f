import { toHex } from '../../../shared/bytes.ts'
import type { EntryType } from '../../../shared/register/words.ts'
import type { KeptPublic, Town } from '../register.ts'

export type EntryRow = {
  entry: Uint8Array
  publisher: Uint8Array
  type: EntryType
  revision: number
  n: number
  at: number
  statement: string
  signature: Uint8Array
  key: Uint8Array
  hidden: string | null
  there: number
  shown: number
}

export const readEntry = (row: EntryRow): KeptPublic => ({
  n: row.n,
  at: row.at,
  entry: toHex(row.entry),
  publisher: toHex(row.publisher),
  type: row.type,
  revision: row.revision,
  statement: row.statement,
  signature: toHex(row.signature),
  key: toHex(row.key),
  hidden: row.hidden,
  isShown: row.shown === 1,
})

export const townColumns = 'id, slug, name, country, population, wikidata'
export type TownRow = {
  id: number
  slug: string
  name: string
  country: string
  population: number
  wikidata: string
}
/** Without what a row has besides. */
export const readTown = ({ id, slug, name, country, population, wikidata }: TownRow): Town => ({
  id,
  slug,
  name,
  country,
  population,
  wikidata,
})
