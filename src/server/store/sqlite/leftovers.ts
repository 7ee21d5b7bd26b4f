import { concat, fromHex, toHex } from '../../../shared/bytes.ts'
import type { Leftovers } from '../store.ts'
import type { Database } from './database.ts'

export const leftoversOf = (database: Database): Leftovers => ({
  putLeftover: async (space, device, bytes) => {
    const sql = 'insert into leftovers values (?, ?, ?) on conflict do nothing'
    database.run(sql, fromHex(space), fromHex(device), bytes)
  },
  leftovers: async (space) => {
    const rows = database.all('select device from leftovers where space = ?', fromHex(space)) as {
      device: Uint8Array
    }[]
    return rows.map(({ device }) => toHex(device))
  },
  leftover: async (space, device) => {
    const sql = 'select bytes from leftovers where space = ? and device = ?'
    const row = database.get(sql, fromHex(space), fromHex(device)) as { bytes: Uint8Array } | undefined
    return row && concat(row.bytes)
  },
})
