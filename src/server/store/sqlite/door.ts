import { fromHex, toHex } from '../../../shared/bytes.ts'
import type { Door } from '../store.ts'
import type { Database } from './database.ts'

type Row = { space: Uint8Array; id: Uint8Array; slip: number; expires: number }

export const doorOf = (database: Database): Door => ({
  keepChallenge: async (hash, expires) => {
    database.run('insert into challenges values (?, ?)', fromHex(hash), expires)
  },
  takeChallenge: async (hash, now) => {
    const row = database.get('delete from challenges where hash = ? returning expires', fromHex(hash)) as
      { expires: number } | undefined
    return row !== undefined && row.expires > now
  },
  keepToken: async (hash, { space, id, isSlip, expires }) => {
    const sql = 'insert into tokens values (?, ?, ?, ?, ?)'
    database.run(sql, fromHex(hash), fromHex(space), fromHex(id), Number(isSlip), expires)
  },
  session: async (hash, now) => {
    const sql = 'select space, id, slip, expires from tokens where hash = ? and expires > ?'
    const row = database.get(sql, fromHex(hash), now) as Row | undefined
    return row && { space: toHex(row.space), id: toHex(row.id), isSlip: row.slip === 1, expires: row.expires }
  },
  sweep: async (now) =>
    database.write(() => {
      database.run('delete from challenges where expires <= ?', now)
      database.run('delete from tokens where expires <= ?', now)
    }),
})
