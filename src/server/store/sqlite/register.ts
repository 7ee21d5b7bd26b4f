import { fromHex, toHex } from '../../../shared/bytes.ts'
import type { Register } from '../register.ts'
import type { Database } from './database.ts'
import { baseOf } from './register-base.ts'
import { publishingOf } from './register-publish.ts'
import { readEntry, type EntryRow } from './register-row.ts'
import { registerTownsOf } from './register-towns.ts'
import { listedOf } from './register-list.ts'

type StateRow = {
  n: number
  mark: Uint8Array
  base_hash: Uint8Array | null
  base_as_of: string | null
  base_links: number
}
type ReportRow = { id: number; entry: Uint8Array; text: string; mail: string; at: number }

const mostReports = { ofEntry: 20, inAll: 5000 }

function changes(database: Database, n: number, most: number, bytes: number): ReturnType<typeof readEntry>[] {
  const sql = 'select * from register_entries where n > ? order by n limit ?'
  const found: ReturnType<typeof readEntry>[] = []
  let sum = 0
  for (const row of database.each(sql, n, most) as IterableIterator<EntryRow>) {
    sum += row.statement.length
    if (found.length > 0 && sum > bytes) break
    found.push(readEntry(row))
  }
  return found
}

function keepReport(
  database: Database,
  { entry, text, mail, at }: Parameters<Register['keepReport']>[0],
): void {
  const id = fromHex(entry)
  const counted = database.get('select count(*) as count from register_reports where entry = ?', id)
  if (Number(counted?.['count']) >= mostReports.ofEntry) return
  database.run('insert into register_reports (entry, text, mail, at) values (?, ?, ?, ?)', id, text, mail, at)
  const sql = `delete from register_reports where id in (select id from register_reports order by id desc limit -1 offset ?)`
  database.run(sql, mostReports.inAll)
}

/** The register in the same file as all else. */
export const registerOf = (database: Database): Register => ({
  registerState: async () => {
    const row = database.get('select n, mark, base_hash, base_as_of, base_links from register') as StateRow
    const base = row.base_hash && {
      hash: toHex(row.base_hash),
      asOf: row.base_as_of ?? '',
      links: row.base_links,
    }
    return { n: row.n, mark: toHex(row.mark), base }
  },
  publicEntry: async (entry) => {
    const row = database.get('select * from register_entries where entry = ?', fromHex(entry))
    return row && readEntry(row as EntryRow)
  },
  markAt: async (n) => {
    const row = database.get('select mark from register_marks where n = ?', n)
    return row && toHex(row['mark'] as Uint8Array)
  },
  changes: async (n, most, bytes) => changes(database, n, most, bytes),
  keepReport: async (report) => database.write(() => keepReport(database, report)),
  reports: async () =>
    (database.all('select * from register_reports order by id') as ReportRow[]).map((row) => ({
      ...row,
      entry: toHex(row.entry),
    })),
  dropReport: async (id) => database.run('delete from register_reports where id = ?', id) > 0,
  ...publishingOf(database),
  ...listedOf(database),
  ...registerTownsOf(database),
  ...baseOf(database),
})
