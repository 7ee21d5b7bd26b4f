import { fromHex } from '../../../shared/bytes.ts'
import type { Register } from '../register.ts'
import type { Database } from './database.ts'
import { beginningIn } from './register-list.ts'
import { readTown, townColumns, type TownRow } from './register-row.ts'

const columnsOf = (table: string): string =>
  townColumns
    .split(', ')
    .map((column) => `${table}.${column}`)
    .join(', ')

/** What the base says but for what an association says itself: a partnership of both towns that is to be seen. */
const notTold = `not exists (
  select 1 from register_entry_towns as one join register_entry_towns as two on one.entry = two.entry
  join register_entries as e on e.entry = one.entry
  where one.town = l.a and two.town = l.b and e.shown = 1 and e.type = 'partnership')`

function townsLike(
  database: Database,
  [words, country, from, most]: Parameters<Register['towns']>,
): Awaited<ReturnType<Register['towns']>> {
  const conditions: [string, ...string[]][] = [['1 = 1'], ...words.map(beginningIn)]
  if (country) conditions.push(['country = ?', country])
  const parts = conditions.map(([sql]) => sql).join(' and ')
  const values = conditions.flatMap(([, ...given]) => given)
  const counted = database.get(`select count(*) as count from register_towns where ${parts}`, ...values)
  const sql = `select ${townColumns} from register_towns where ${parts} order by folded, id limit ? offset ?`
  const rows = database.all(sql, ...values, most, from) as TownRow[]
  return { count: Number(counted?.['count']), towns: rows.map(readTown) }
}

export const registerTownsOf = (
  database: Database,
): Pick<Register, 'town' | 'townsOf' | 'towns' | 'linksOf'> => ({
  town: async (slug) => {
    const row = database.get(`select ${townColumns} from register_towns where slug = ?`, slug)
    return row && readTown(row as TownRow)
  },
  townsOf: async (entry) => {
    const sql = `select ${columnsOf('t')} from register_entry_towns as e join register_towns as t on t.id = e.town
      where e.entry = ? order by e.at`
    return (database.all(sql, fromHex(entry)) as TownRow[]).map(readTown)
  },
  towns: async (...asked) => townsLike(database, asked),
  linksOf: async (town) => {
    const of = (own: 'a' | 'b', far: 'a' | 'b'): string =>
      `select ${columnsOf('t')}, t.folded, l.since from register_links as l join register_towns as t on t.id = l.${far}
        where l.${own} = ?1 and ${notTold}`
    const sql = `${of('a', 'b')} union all ${of('b', 'a')} order by folded`
    const rows = database.all(sql, town) as (TownRow & { since: number })[]
    return rows.map((row) => ({ town: readTown(row), since: row.since }))
  },
})
