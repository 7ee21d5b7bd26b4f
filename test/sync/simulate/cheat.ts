import { endpoints } from '../../../src/shared/exchange/endpoints.ts'
import { newId } from '../../../src/shared/ids.ts'
import { Refused } from '../../../src/sync/ask.ts'
import { chainOf } from '../../../src/sync/chains.ts'
import { askerOf } from '../../../src/sync/copy.ts'
import { keysNow } from '../../../src/sync/exchange.ts'
import { knownRoster } from '../../../src/sync/roster.ts'
import { sealRuns } from '../../../src/sync/seal.ts'
import { askAs } from '../../../src/sync/token.ts'
import type { Tab, Tablet } from './tablet.ts'
import { Violation } from './violation.ts'
import type { World } from './world.ts'

/** Somebody who may only read seals a change by hand and sends it. */
export async function cheat(world: World, tablet: Tablet, { exchange }: Tab): Promise<void> {
  const roster = await knownRoster(exchange)
  const asker = await askerOf(exchange, roster)
  const keys = await keysNow(exchange)
  const chain = chainOf(await exchange.tables.seen.get(keys.id))
  const row = {
    record: newId(world.random),
    open: 0,
    kind: 'note',
    time: world.time,
    set: { text: 'ha' },
    over: {},
  }
  const planned = [{ row, seq: chain.seq + 1, time: world.time, over: {} }]
  const runs = await sealRuns(exchange, roster, keys, chain, planned)
  const parts = runs.map(({ bytes }) => new Uint8Array(bytes))
  const mode = world.chance() < 0.5 ? 'new' : 'again'
  try {
    await askAs(exchange, asker, endpoints.push, { mode, parts })
  } catch (error) {
    if (error instanceof Refused && error.reason === 'role') return
    throw error
  }
  throw new Violation(`${tablet.name} may only read, and its change was taken`)
}
