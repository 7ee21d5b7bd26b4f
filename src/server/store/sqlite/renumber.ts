import { fromHex, toHex } from '../../../shared/bytes.ts'
import { logHashAfter } from '../../../shared/log-hash.ts'
import type { Database } from './database.ts'

/** A run of the log without its bytes. */
export type RunRow = {
  readonly last_n: number
  readonly first_n: number
  readonly device: Uint8Array
  readonly last_seq: number
  readonly first_seq: number
  readonly last_hash: Uint8Array
  readonly length: number
}

/** All runs of a space's log, in its order. */
export const runsOf = (database: Database, space: string): RunRow[] =>
  database.all(
    `select last_n, first_n, device, first_seq, last_seq, last_hash, length(bytes) as length from runs
     where space = ? order by last_n`,
    fromHex(space),
  ) as RunRow[]

/**
 * Drops runs, and numbers the others anew from a place on, since there are no gaps: whoever was further is told to begin anew.
 * `bytes` and `n` of the space follow.
 */
export function renumber(
  database: Database,
  space: string,
  from: { readonly n: number; readonly hash: string },
  isGone: (row: RunRow) => boolean,
): void {
  const spaceId = fromHex(space)
  let [n, log, bytes] = [from.n, from.hash, 0]
  // Those that go first: each that is moved is written anew as a whole.
  for (const row of runsOf(database, space).filter(isGone)) {
    database.run('delete from runs where space = ? and last_n = ?', spaceId, row.last_n)
    bytes += row.length
  }
  // Numbers that go up would meet those that aren't moved yet: so all of them step aside first.
  const aside = 2 ** 52
  database.run('update runs set last_n = last_n + ? where space = ?', aside, spaceId)
  for (const row of runsOf(database, space)) {
    const first = n + 1
    n += row.last_seq - row.first_seq + 1
    log = logHashAfter(log, toHex(row.last_hash))
    const sql = 'update runs set last_n = ?, first_n = ?, log_hash = ? where space = ? and last_n = ?'
    database.run(sql, n, first, fromHex(log), spaceId, row.last_n)
  }
  database.run('update spaces set bytes = bytes - ?, n = ? where space = ?', bytes, n, spaceId)
}
