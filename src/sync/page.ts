import { verifyRun } from '../crypto/run.ts'
import type { Page } from '../db/exchange/hear.ts'
import type { Change } from '../db/merge.ts'
import type { AsideRow, FrozenRow, LogRow } from '../db/tables.ts'
import { sameBytes, toHex, type Bytes } from '../shared/bytes.ts'
import { keptBytes, lacksOthers } from '../shared/erasing.ts'
import type { Cursor } from '../shared/exchange/endpoints.ts'
import { logHashAfter } from '../shared/log-hash.ts'
import { deviceIn, type Roster } from '../shared/roster/roster.ts'
import { endsRightly, noChain, writeAllowed, type Chain } from '../shared/roster/writing.ts'
import { lastSeqOf, linksOf, type Run } from '../shared/run.ts'
import { readChains } from './chains.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { openRun, runIn } from './open-run.ts'

/** What is gathered of a page before it is merged in one go. */
type Gathered = {
  readonly changes: Change[]
  readonly aside: AsideRow[]
  readonly log: LogRow[]
  readonly chains: Map<string, Chain>
  readonly moved: Set<string>
}

/**
 * What becomes of a run. waits: its device signed it, and it isn't the next one of its chain, or not allowed by what is known
 * here. never: nobody of this space signed it like that; so whatever an exchange slips in takes no room and holds nobody up.
 */
type Fate = 'taken' | 'waits' | 'never'

async function takeRun(
  exchange: Exchange,
  roster: Roster,
  me: string,
  gathered: Gathered,
  bytes: ArrayBuffer,
  run = runIn(bytes),
): Promise<Fate> {
  const signer = run && deviceIn(roster, run.deviceId)
  if (!signer) return 'never'
  const { deviceId, firstSeq } = run
  const chain = gathered.chains.get(deviceId) ?? noChain
  const lastSeq = lastSeqOf(run)
  // Seen already: the log began anew, or it is my own.
  if (lastSeq <= chain.seq) return 'taken'
  const links = await verifyRun(exchange.space, run, signer.sign)
  if (!links) return 'never'
  const last = toHex(links.at(-1)?.hash ?? run.prevHash)
  // Something is withheld that nobody erased: it is asked for until it comes whole.
  if (lacksOthers(run, roster.erased)) return 'never'
  if (!endsRightly(roster, run, last)) return 'waits'
  // Written under my name and not by me: a copy's. The next answer says so, and then it is somebody else's name.
  if (deviceId === me || writeAllowed(roster, run, chain)) return 'waits'
  const opened = await openRun(exchange, roster, run, links)
  gathered.changes.push(...opened.changes)
  gathered.aside.push(...opened.aside)
  gathered.chains.set(deviceId, opened.chain)
  gathered.moved.add(deviceId)
  gathered.log.push({ device: deviceId, firstSeq, lastSeq, hash: opened.chain.hash, bytes })
  return 'taken'
}

/** Whether it waits already: a log that begins anew brings it again. */
const isSame = (one: ArrayBuffer, other: ArrayBuffer): boolean =>
  one.byteLength === other.byteLength && sameBytes(new Uint8Array(one), new Uint8Array(other))

/** What was gathered, ready to be merged; afterwards only the chains are kept. */
function handOver(gathered: Gathered): Omit<Page, 'frozen' | 'thawed' | 'cursor'> {
  const { changes, aside, log, chains, moved } = gathered
  const further = [...moved].map((device) => ({ device, ...(chains.get(device) ?? noChain) }))
  const piece = { changes: [...changes], aside: [...aside], log: [...log], chains: further }
  for (const list of [changes, aside, log]) list.length = 0
  moved.clear()
  return piece
}

/** Where a page of the log comes from and leads to, by the exchange's word, and whether it follows upon the cursor kept here. */
export type Way = { readonly from: Cursor; readonly to: Cursor; readonly isNext: boolean }

/** The place in the log after one more run. */
function placeAfter(space: string, { n, hash }: Cursor, run: Run): Cursor {
  const last = linksOf(space, run).at(-1)?.hash ?? run.prevHash
  return { n: n + run.envelopes.length, hash: logHashAfter(hash, toHex(last)) }
}

/**
 * Verifies and opens a page of the log, after the runs that waited: an entry of the roster, or the run before them, may have
 * come since. Nothing is written. A run that doesn't hold concerns its device alone; all others go on. A long page comes in
 * pieces of whole runs with `enough` changes; the cursor moves with the last one, and what was merged before a crash is known by its chains.
 * It stays where it is if a run is missing or nobody's: then the next round asks for the page again, and an honest exchange loses nothing
 * by what another one left out.
 */
export async function* readPage(
  exchange: Exchange,
  roster: Roster,
  parts: readonly Bytes[],
  way: Way,
  enough: number,
): AsyncGenerator<Page> {
  const gathered: Gathered = {
    changes: [],
    aside: [],
    log: [],
    chains: await readChains(exchange.tables),
    moved: new Set(),
  }
  const me = (await keysNow(exchange)).id
  const waiting = await exchange.tables.frozen.orderBy('id').toArray()
  const thawed: number[] = []
  const frozen: FrozenRow[] = []
  for (const { id, bytes } of waiting) {
    const fate = await takeRun(exchange, roster, me, gathered, bytes)
    if (id !== undefined && fate !== 'waits') thawed.push(id)
  }
  let [place, isGenuine] = [way.from, true]
  for (const { buffer } of parts) {
    const run = runIn(buffer)
    const bytes = run ? keptBytes(run, new Uint8Array(buffer), roster.erased).buffer : buffer
    const fate = await takeRun(exchange, roster, me, gathered, bytes, run)
    if (fate === 'waits' && !waiting.some((row) => isSame(row.bytes, bytes)))
      frozen.push({ device: run?.deviceId ?? '', bytes })
    if (run) place = placeAfter(exchange.space, place, run)
    isGenuine &&= fate !== 'never'
    if (gathered.changes.length >= enough) yield { ...handOver(gathered), frozen: [], thawed: [] }
  }
  // Every run that there is on the way, and nothing else.
  const isWhole = place.n === way.to.n && place.hash === way.to.hash
  const moves = way.isNext && isGenuine && isWhole
  yield { ...handOver(gathered), frozen, thawed, ...(moves ? { cursor: way.to } : {}) }
}
