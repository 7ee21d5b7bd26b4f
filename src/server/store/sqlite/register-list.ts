import type { Register, Wanted } from '../register.ts'
import type { Database } from './database.ts'
import { readEntry, type EntryRow } from './register-row.ts'

/** That one of these begins a word of `search`. */
export const beginningIn = (starts: readonly string[]): [string, ...string[]] => [
  `(${starts.map(() => 'instr(search, ?) > 0').join(' or ')})`,
  ...starts.map((start) => ` ${start}`),
]

/** The conditions of a question, and their values. */
function conditionOf({ type, country, seeks, words, day, town }: Wanted): {
  sql: string
  values: (string | number)[]
} {
  const parts: [string, ...(string | number)[]][] = [['shown = 1'], [`(ends = '' or ends >= ?)`, day]]
  if (type) parts.push(['type = ?', type])
  if (seeks) parts.push(['seeks = 1'])
  // From the town to its few entries, but from each entry to its few towns: so either way little is looked at.
  if (town) parts.push([`entry in (select entry from register_entry_towns where town = ?)`, town])
  if (country)
    parts.push([
      `exists (select 1 from register_entry_towns as e cross join register_towns as t on t.id = e.town
        where e.entry = register_entries.entry and t.country = ?)`,
      country,
    ])
  parts.push(...words.map(beginningIn))
  return { sql: parts.map(([sql]) => sql).join(' and '), values: parts.flatMap(([, ...values]) => values) }
}

function listed(
  database: Database,
  wanted: Wanted,
  from: number,
  most: number,
): Awaited<ReturnType<Register['listed']>> {
  const { sql, values } = conditionOf(wanted)
  const counted = database.get(`select count(*) as count from register_entries where ${sql}`, ...values)
  const order = wanted.type === 'event' ? 'ends, n' : 'n desc'
  const page = `select * from register_entries where ${sql} order by ${order} limit ? offset ?`
  const rows = database.all(page, ...values, most, from) as EntryRow[]
  return { count: Number(counted?.['count']), entries: rows.map(readEntry) }
}

export const listedOf = (database: Database): Pick<Register, 'listed' | 'countries'> => ({
  listed: async (wanted, from, most) => listed(database, wanted, from, most),
  countries: async (ofEntries) => {
    const named = `where id in (select town from register_entry_towns join register_entries using (entry) where shown = 1)`
    const sql = `select distinct country from register_towns ${ofEntries ? named : ''} order by country`
    return (database.all(sql) as { country: string }[]).map(({ country }) => country).filter(Boolean)
  },
})
