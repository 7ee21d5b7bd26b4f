import type { Page } from '../db/exchange/hear.ts'
import type { Change } from '../db/merge.ts'
import type { AsideRow, FrozenRow, LogRow } from '../db/tables.ts'
import type { Bytes } from '../shared/bytes.ts'
import type { Cursor } from '../shared/exchange/endpoints.ts'
import type { Roster } from '../shared/roster/roster.ts'
import { noChain, type Chain } from '../shared/roster/writing.ts'
import { lastSeqOf } from '../shared/run.ts'
import { readChains } from './chains.ts'
import type { Exchange } from './exchange.ts'
import { openRun, runIn } from './open-run.ts'

/** What is gathered of a page before it is merged in one go. */
type Gathered = {
  readonly changes: Change[]
  readonly aside: AsideRow[]
  readonly log: LogRow[]
  readonly frozen: FrozenRow[]
  readonly thawed: number[]
  readonly chains: Map<string, Chain>
  readonly moved: Set<string>
  /** Devices of which a run waits: what they wrote after it waits too. */
  readonly stuck: Set<string>
}

type Arrived = { readonly bytes: ArrayBuffer; readonly id?: number }

/** Takes one run in; false if it has to wait. */
async function takeRun(
  exchange: Exchange,
  roster: Roster,
  gathered: Gathered,
  bytes: ArrayBuffer,
): Promise<boolean> {
  const run = runIn(bytes)
  if (!run) return false
  const { deviceId, firstSeq } = run
  const chain = gathered.chains.get(deviceId) ?? noChain
  const lastSeq = lastSeqOf(run)
  // Seen already: the log began anew, or it is my own.
  if (lastSeq <= chain.seq) return true
  if (gathered.stuck.has(deviceId)) return false
  const opened = await openRun(exchange, roster, run, chain)
  if (!opened) return false
  gathered.changes.push(...opened.changes)
  gathered.aside.push(...opened.aside)
  gathered.chains.set(deviceId, opened.chain)
  gathered.moved.add(deviceId)
  gathered.log.push({ device: deviceId, firstSeq, lastSeq, hash: opened.chain.hash, bytes })
  return true
}

function freeze(gathered: Gathered, { bytes, id }: Arrived): void {
  const device = runIn(bytes)?.deviceId ?? ''
  gathered.stuck.add(device)
  if (id === undefined) gathered.frozen.push({ device, bytes })
}

/** Runs that waited may be allowed by now: an entry of the roster came later than they did. */
async function thaw(exchange: Exchange, roster: Roster, gathered: Gathered): Promise<void> {
  for (const { id, bytes } of await exchange.tables.frozen.orderBy('id').toArray()) {
    if (id === undefined) continue
    if (await takeRun(exchange, roster, gathered, bytes)) gathered.thawed.push(id)
    else freeze(gathered, { bytes, id })
  }
}

/**
 * Verifies and opens a page of the log; nothing is written. A run that doesn't hold waits with its device's later ones, and
 * all others go on.
 */
export async function readPage(
  exchange: Exchange,
  roster: Roster,
  parts: readonly Bytes[],
  cursor: Cursor,
): Promise<Page> {
  const gathered: Gathered = {
    changes: [],
    aside: [],
    log: [],
    frozen: [],
    thawed: [],
    chains: await readChains(exchange.tables),
    moved: new Set(),
    stuck: new Set(),
  }
  await thaw(exchange, roster, gathered)
  for (const part of parts) {
    const { buffer } = part
    if (!(await takeRun(exchange, roster, gathered, buffer))) freeze(gathered, { bytes: buffer })
  }
  const chains = [...gathered.moved].map((device) => ({
    device,
    ...(gathered.chains.get(device) ?? noChain),
  }))
  const { changes, aside, log, frozen, thawed } = gathered
  return { changes, aside, log, frozen, thawed, chains, cursor }
}
