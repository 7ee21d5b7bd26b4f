import { fromHex, toHex } from '../../../shared/bytes.ts'
import type { Door } from '../store.ts'
import type { Database } from './database.ts'

type Row = { space: Uint8Array; id: Uint8Array; slip: number; expires: number }

const countOf = (database: Database): number =>
  Number(database.get('select count(*) as count from challenges')?.['count'] ?? 0)

/** Some at once: finding them means looking at all. */
const oldestGo = `
  delete from challenges where hash in (select hash from challenges order by expires limit ?)
`

export const doorOf = (database: Database): Door => ({
  keepChallenge: async (hash, expires, most = Infinity) =>
    database.write(() => {
      database.run('insert into challenges values (?, ?)', fromHex(hash), expires)
      if (countOf(database) > most) database.run(oldestGo, Math.ceil(most / 10))
    }),
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
