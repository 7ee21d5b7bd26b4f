import type { Bindings } from '../../../src/server/exchange/bindings.ts'
import { makeExchange } from '../../../src/server/exchange/exchange.ts'
import type { ExchangeParts } from '../../../src/server/exchange/house.ts'
import { openSqlite } from '../../../src/server/store/sqlite.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { secureRandom } from '../../../src/shared/ids.ts'
import type { Fetch } from './caller.ts'
import type { There } from './circle.ts'

/** An exchange in memory, with a clock that the test sets. */
export type TestExchange = There & {
  readonly store: Store
  readonly clock: { now: number }
  readonly reports: unknown[]
  readonly stop: () => void
  /** What anybody may read of the register, by its address. */
  readonly register: Fetch
  /** The same exchange, asked from this address. */
  readonly from: (remoteAddress: string) => There
}

export const hour = 3_600_000
export const day = 24 * hour

/** Begins at a fixed moment; nothing moves the clock but the test. */
export function openExchange(parts: Partial<ExchangeParts> = {}): TestExchange {
  const store = parts.store ?? openSqlite(':memory:')
  const clock = { now: Date.UTC(2026, 10, 25, 10) }
  const reports: unknown[] = []
  const url = parts.publicUrl ?? 'http://localhost:8080'
  const exchange = makeExchange({
    store,
    publicUrl: url,
    appOrigin: url,
    foundingCode: '',
    now: () => clock.now,
    random: secureRandom,
    report: (error) => reports.push(error),
    ...parts,
  })
  const from = (remoteAddress: string): There => {
    const bindings: Bindings = { incoming: { socket: { remoteAddress } } }
    return { url, fetch: (request) => exchange.fetch(request, bindings) }
  }
  return {
    url,
    store,
    clock,
    reports,
    stop: exchange.stop,
    register: (request) => exchange.register(request),
    fetch: (request) => exchange.fetch(request),
    from,
  }
}
