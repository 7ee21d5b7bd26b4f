import { verifyRun } from '../../crypto/run.ts'
import { toHex, type Bytes } from '../../shared/bytes.ts'
import { keptBytes, lacksOthers } from '../../shared/erasing.ts'
import type { Cursor, endpoints, Mark } from '../../shared/exchange/endpoints.ts'
import { emptyLog } from '../../shared/log-hash.ts'
import { deviceIn, presentHead, roleNow, type Roster } from '../../shared/roster/roster.ts'
import {
  endsRightly,
  newWriteAllowed,
  rosterIndexOf,
  writeAllowed,
  type Chain,
} from '../../shared/roster/writing.ts'
import { lastSeqOf, linksOf, readRun, type Run } from '../../shared/run.ts'
import type { KeptRun } from '../store/store.ts'
import type { Asker, House, KnownHandler } from './house.ts'
import { refuse } from './refuse.ts'

type Push = typeof endpoints.push
type Mode = 'new' | 'again'
type Sent = { readonly run: Run; readonly bytes: Bytes }

/** Somebody else was quicker each time: more often than any two devices could. */
const mostTries = 8

/** Runs that are judged before others get their turn: thousands of small ones fit into one question. */
const atOnce = 32
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** What one question says, judged run by run: each device's chain as the runs before have left it. */
class Judging {
  readonly fresh: KeptRun[] = []
  readonly #chains = new Map<string, Chain>()
  readonly #house: House
  readonly #space: string
  readonly #roster: Roster

  constructor(house: House, space: string, roster: Roster) {
    this.#house = house
    this.#space = space
    this.#roster = roster
  }

  async #chainOf(device: string): Promise<Chain> {
    return this.#chains.get(device) ?? this.#house.store.chain(this.#space, device)
  }

  /** Exactly once: what is there counts as received if it is the same, and is refused if it isn't. */
  async #checkSame(run: Run): Promise<void> {
    const [device, lastSeq] = [run.deviceId, lastSeqOf(run)]
    // A checkpoint says what it said, and it isn't here any more to be compared.
    if (lastSeq < (await this.#house.store.reached(this.#space, device))) return
    const fresh = this.fresh.find((one) => one.device === device && one.lastSeq === lastSeq)
    const there = fresh?.lastHash ?? (await this.#house.store.hashOf(this.#space, device, lastSeq))
    const last = linksOf(this.#space, run).at(-1)
    if (there === undefined || !last || toHex(last.hash) !== there) refuse('chain')
  }

  async add({ run, bytes }: Sent, mode: Mode): Promise<void> {
    const chain = await this.#chainOf(run.deviceId)
    if (lastSeqOf(run) <= chain.seq) return this.#checkSame(run)
    const roster = this.#roster
    if (lacksOthers(run, roster.erased)) refuse('malformed')
    if (mode === 'new' && run.envelopes.some(({ recordId }) => roster.erased.has(recordId))) refuse('erased')
    const refusal = mode === 'new' ? newWriteAllowed(roster, run, chain) : writeAllowed(roster, run, chain)
    if (refusal) refuse(refusal)
    const links = await verifyRun(this.#space, run, deviceIn(roster, run.deviceId)?.sign ?? '')
    const last = links?.at(-1)
    if (!last) return refuse('signature')
    if (!endsRightly(roster, run, toHex(last.hash))) refuse('cutoff')
    const mark = { seq: last.header.seq, hash: toHex(last.hash), rosterIndex: rosterIndexOf(roster, run) }
    this.#chains.set(run.deviceId, mark)
    this.fresh.push({
      device: run.deviceId,
      firstSeq: run.firstSeq,
      lastSeq: mark.seq,
      prevHash: toHex(run.prevHash),
      lastHash: mark.hash,
      rosterIndex: mark.rosterIndex,
      // What a device kept that wasn't here when something was erased.
      bytes: keptBytes(run, bytes, roster.erased),
    })
  }
}

/** 'moved' if roster or log have gone on since they were looked at. */
async function take(
  house: House,
  { space, id }: Asker,
  sent: readonly Sent[],
  mode: Mode,
): Promise<'done' | 'moved'> {
  const { rosters, store, spaceBytes, bell } = house
  const roster = (await rosters.of(space)) ?? refuse('token')
  if (!roleNow(roster, id)) refuse('cutoff')
  const judging = new Judging(house, space, roster)
  for (const [at, one] of sent.entries()) {
    if (at % atOnce === atOnce - 1) await pause()
    await judging.add(one, mode)
  }
  if (judging.fresh.length === 0) return 'done'
  const kept = await store.addRuns(space, presentHead(roster), judging.fresh, spaceBytes)
  if (kept === 'full') refuse('full')
  if (kept === 'moved') return 'moved'
  bell.ring(space)
  return 'done'
}

async function answer({ store }: House, { space, id }: Asker): Promise<{ you: Mark | null } & Cursor> {
  const [{ seq, hash }, now] = await Promise.all([store.chain(space, id), store.space(space)])
  const n = now?.n ?? 0
  return { you: seq > 0 ? { seq, hash } : null, n, hash: (await store.hashAt(space, n)) ?? emptyLog }
}

/** Takes runs, all or none; what it answers is on disk. */
export const push: KnownHandler<Push> = async (house, { mode, parts }, asker) => {
  const sent = parts.map((bytes) => ({ run: readRun(bytes), bytes }))
  if (mode === 'new' && sent.some(({ run }) => run.deviceId !== asker.id)) refuse('device')
  for (let tries = 0; tries < mostTries; tries += 1)
    if ((await take(house, asker, sent, mode)) === 'done') return answer(house, asker)
  return refuse('busy', 1)
}
