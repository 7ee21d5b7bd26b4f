import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makeExchange, type Exchange } from '../../src/server/exchange/exchange.ts'
import { openSqlite } from '../../src/server/store/sqlite.ts'
import type { Store } from '../../src/server/store/store.ts'
import { concat, toHex, u32, utf8 } from '../../src/shared/bytes.ts'
import { digestOf } from '../../src/shared/digest.ts'
import type { Random } from '../../src/shared/ids.ts'
import { today } from './entries.ts'

export const publicUrl = 'http://localhost:8080'

/** The real exchange over the real store in a file, and a second look into that file. */
export type Watched = {
  readonly ask: Exchange['fetch']
  readonly clock: { now: number }
  /** What the exchange reported: nothing, ever. */
  readonly reports: unknown[]
  /** Whether anything was written since this was asked last. */
  readonly wasWritten: () => boolean
  /** Of all tables but those of challenges, which each question may use up. */
  readonly digest: () => string
  /** Keeps the present state, to which `restore` brings it back. */
  readonly keep: () => void
  readonly restore: () => void
  readonly close: () => Promise<void>
}

/** Always the same bytes in the same order, so that an input of long ago still names the right token. */
function counting(): { random: Random; reset: () => void } {
  let count = 0
  return {
    random(bytes) {
      count += 1
      bytes.set(digestOf(concat(utf8('random'), u32(count))).subarray(0, bytes.length))
      return bytes
    },
    reset: () => (count = 1000),
  }
}

/** `wrap` puts something wrong around the store: to see that it is noticed. */
export function openWatched(wrap: (store: Store) => Store = (store) => store): Watched {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-fuzz-'))
  const file = join(folder, 'exchange.db')
  const store = wrap(openSqlite(file))
  const eye = new DatabaseSync(file)
  eye.exec("pragma synchronous = off; pragma busy_timeout = 10000; attach ':memory:' as kept")
  const names = eye.prepare("select name from main.sqlite_schema where type = 'table'").all() as {
    name: string
  }[]
  const tables = names.map(({ name }) => name)
  const clock = { now: today }
  const reports: unknown[] = []
  const { random, reset } = counting()
  const { fetch, stop } = makeExchange({
    store,
    publicUrl,
    appOrigin: publicUrl,
    foundingCode: '',
    now: () => clock.now,
    random,
    // Each input is alone: none is refused for the many before it.
    rates: Object.fromEntries(
      ['device', 'address', 'misses', 'tokens', 'publications', 'reports'].map((rate) => [
        rate,
        { burst: 1e9, perMinute: 1e9 },
      ]),
    ),
    report: (error) => reports.push(error),
  })
  const version = (): unknown => eye.prepare('pragma main.data_version').get()?.['data_version']
  let seen = version()
  const spell = (_: string, value: unknown): unknown => (value instanceof Uint8Array ? toHex(value) : value)
  return {
    ask: fetch,
    clock,
    reports,
    wasWritten() {
      const before = seen
      seen = version()
      return before !== seen
    },
    digest() {
      const rows = tables
        .filter((table) => table !== 'challenges')
        .map((table) => [table, eye.prepare(`select * from main.${table} order by 1, 2`).all()])
      return toHex(digestOf(utf8(JSON.stringify(rows, spell))))
    },
    keep() {
      for (const table of tables) eye.exec(`create table kept.${table} as select * from main.${table}`)
      reset()
    },
    restore() {
      const back = tables.map(
        (table) => `delete from main.${table}; insert into main.${table} select * from kept.${table};`,
      )
      eye.exec(`begin immediate; ${back.join(' ')} commit`)
      reset()
      reports.length = 0
      clock.now = today
      seen = version()
    },
    async close() {
      stop()
      eye.close()
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
}
