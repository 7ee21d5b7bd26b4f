import { verifyRun } from '../crypto/run.ts'
import { toHex } from '../shared/bytes.ts'
import { endpoints } from '../shared/exchange/endpoints.ts'
import { emptyLog } from '../shared/log-hash.ts'
import { deviceIn, type Roster } from '../shared/roster/roster.ts'
import { endsRightly, noChain, rosterIndexOf, writeAllowed, type Chain } from '../shared/roster/writing.ts'
import { lastSeqOf, type Run } from '../shared/run.ts'
import type { Exchange } from './exchange.ts'
import { runIn } from './open-run.ts'
import { askAs, type Asker } from './token.ts'

async function after(space: string, roster: Roster, run: Run, chain: Chain): Promise<Chain> {
  const sign = deviceIn(roster, run.deviceId)?.sign
  if (sign === undefined || writeAllowed(roster, run, chain)) return chain
  const links = await verifyRun(space, run, sign)
  const last = links?.at(-1)
  if (!last || !endsRightly(roster, run, toHex(last.hash))) return chain
  return { seq: lastSeqOf(run), hash: toHex(last.hash), rosterIndex: rosterIndexOf(roster, run) }
}

/** How far the exchange has the chains of these devices, each run verified by that roster. Nothing is merged. */
export async function chainsThere(
  exchange: Exchange,
  asker: Asker,
  roster: Roster,
  devices: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Chain>> {
  const chains = new Map<string, Chain>()
  if (devices.size === 0) return chains
  let [from, isMore] = [{ n: 0, hash: emptyLog }, true]
  while (isMore) {
    const page = await askAs(exchange, asker, endpoints.pull, from)
    for (const { buffer } of page.parts) {
      const run = runIn(buffer)
      if (run && devices.has(run.deviceId))
        chains.set(
          run.deviceId,
          await after(exchange.space, roster, run, chains.get(run.deviceId) ?? noChain),
        )
    }
    // A log that doesn't get on would never end.
    isMore = page.more && page.n > from.n
    from = { n: page.n, hash: page.hash }
  }
  return chains
}
