import { concat, fromHex } from '../../../shared/bytes.ts'
import type { NewBase, Register } from '../register.ts'
import type { Database } from './database.ts'
import { addTown, linkTowns, townsIn } from './register-match.ts'
import type { EntryRow } from './register-row.ts'

/** What entries name may be one of the new towns now. */
function linkAgain(database: Database): void {
  const all = database.all('select * from register_entries where there = 1') as EntryRow[]
  for (const row of all) linkTowns(database, row.entry, townsIn(row))
}

/** The new base in the place of the old one, in one transaction. */
function keepBase(database: Database, { asOf, hash, bytes, gzip, brotli, towns, links }: NewBase): void {
  database.run('delete from register_links')
  database.run('delete from register_bases')
  database.run('delete from register_entry_towns')
  database.run('delete from register_towns')
  const ids = towns.map((town) => addTown(database, { ...town, place: '' }, true))
  for (const { a, b, since } of links) {
    const [one = 0, two = 0] = [ids[a], ids[b]]
    if (one === two) continue
    const sql = 'insert into register_links values (?, ?, ?) on conflict do nothing'
    database.run(sql, Math.min(one, two), Math.max(one, two), since)
  }
  database.run('insert into register_bases values (?, ?, ?, ?)', fromHex(hash), bytes, gzip, brotli)
  const sql = 'update register set base_hash = ?, base_as_of = ?, base_links = ?'
  database.run(sql, fromHex(hash), asOf, links.length)
  linkAgain(database)
}

export const baseOf = (database: Database): Pick<Register, 'keepBase' | 'baseBytes'> => ({
  keepBase: async (base) => {
    database.write(() => keepBase(database, base))
    database.shrink()
  },
  baseBytes: async (hash, packed) => {
    const row = database.get(`select ${packed} as bytes from register_bases where hash = ?`, fromHex(hash))
    return row && concat(row['bytes'] as Uint8Array)
  },
})
