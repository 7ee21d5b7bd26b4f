import { openEnvelope } from '../../../src/crypto/envelope.ts'
import { sealKeyOf } from '../../../src/crypto/epoch.ts'
import type { Change } from '../../../src/db/merge.ts'
import { stampOf, type Stamp } from '../../../src/db/stamp.ts'
import type { Logged, Space } from '../../../src/server/store/store.ts'
import { toHex } from '../../../src/shared/bytes.ts'
import { emptyLog, logHashAfter } from '../../../src/shared/log-hash.ts'
import { lastSeqOf, linksOf, readRun, type Run } from '../../../src/shared/run.ts'
import { Erased } from './erased.ts'
import { checkForgottenThere, checkRun, type KeyOf } from './forgotten.ts'
import { livingIn, type Living } from './living.ts'
import type { SimServer } from './server.ts'
import { mustHold, textOf } from './violation.ts'

type Mark = { readonly seq: number; readonly hash: string }

const beginning: Mark = { seq: 0, hash: '0'.repeat(64) }

/** What the exchange has taken, read out of its store and opened with the epoch's key, on a way of its own. */
export class Truth {
  /** Every change that was ever taken, also where the exchange was set back behind it. */
  readonly changes = new Map<Stamp, Change>()
  readonly #hashes = new Map<Stamp, string>()
  readonly #taken = new Set<string>()
  readonly #values = new Map<string, Set<string>>()
  /** Numbers under which nothing was said, or nothing any more when it was read. */
  readonly silent = new Set<Stamp>()
  readonly erased = new Erased()
  #living: { count: number; of: Living } | undefined
  /** What went with the exchange's disk, and nobody has who is still there. */
  readonly lost = new Set<Stamp>()
  /** The chains in the log as it stands. */
  readonly chains = new Map<string, Mark>()
  /** The runs in the log as it stands: `<device> <lastSeq>`. */
  readonly runs = new Set<string>()
  n = 0
  /** Where the log begins: at a checkpoint that covers what was before. */
  base = emptyLog
  #log = emptyLog
  readonly #space: string
  readonly #keyOf: KeyOf
  readonly #sealKeys = new Map<string, Promise<CryptoKey>>()

  constructor(space: string, keyOf: KeyOf) {
    this.#space = space
    this.#keyOf = keyOf
  }

  /** Whether it ever took the change with this hash. */
  has(hash: string): boolean {
    return this.#taken.has(hash)
  }

  /** Every value that it ever took for a field of a record, as text. */
  takenAt(place: string): ReadonlySet<string> {
    return this.#values.get(place) ?? new Set()
  }

  /** Whether what is at the exchange says nothing of what its roster says is erased. */
  checkForgotten({ store }: SimServer): Promise<void> {
    return checkForgottenThere(store, this.#space, this.#keyOf, this.erased)
  }

  get keyOf(): KeyOf {
    return this.#keyOf
  }

  /** What lives, of all that it ever took. */
  get living(): Living {
    if (this.#living?.count !== this.changes.size)
      this.#living = { count: this.changes.size, of: livingIn([...this.changes.values()]) }
    return this.#living.of
  }

  /** The log is another one: it is read anew from its beginning. */
  forgetLog(): void {
    this.chains.clear()
    this.runs.clear()
    this.n = 0
    this.base = emptyLog
    this.#log = emptyLog
  }

  /** The log begins at a checkpoint now: what that covers was read before, or is told by the chains' ends. */
  async #beginAt({ store }: SimServer, { n, hash }: Space['base']): Promise<void> {
    this.forgetLog()
    this.n = n
    this.base = hash
    this.#log = hash
    for (const { device, seq, hash: last } of await store.chainsAt(this.#space, n))
      this.chains.set(device, { seq, hash: last })
  }

  /** The exchange lost its log: nobody will bring again what is behind these ends of chains. */
  lose(kept: ReadonlyMap<string, number>): void {
    for (const [stamp, { device, seq }] of this.changes)
      if (seq > (kept.get(device) ?? 0)) this.lost.add(stamp)
  }

  /** Reads what is new in the log; every number n once, every device's numbers once and in their order. */
  async read(server: SimServer): Promise<void> {
    const { store } = server
    const space = await store.space(this.#space)
    const mustForget = space && (await this.erased.read(store, this.#space, space.head))
    await this.#readLog(server, space)
    if (mustForget) await this.checkForgotten(server)
  }

  async #readLog(server: SimServer, space: Space | undefined): Promise<void> {
    const { store } = server
    if (space && space.base.hash !== this.base) await this.#beginAt(server, space.base)
    if (!space || space.n === this.n) return
    // What was taken behind a cut-off while its entry was lost is dropped again.
    if (space.n < this.n) this.forgetLog()
    const { runs } = await store.log(this.#space, this.n, Infinity)
    for (const run of runs) await this.#take(run)
    mustHold(this.n === space.n, () => `the log ends at ${this.n}, its space says ${space.n}`)
  }

  async #take({ n, hash, bytes }: Logged): Promise<void> {
    const run = readRun(bytes)
    checkRun('the exchange', bytes, this.erased.there)
    const chain = this.chains.get(run.deviceId) ?? beginning
    const [device, first] = [run.deviceId, run.firstSeq]
    mustHold(first === chain.seq + 1, () => `${device} has ${first} after ${chain.seq} in the log`)
    mustHold(toHex(run.prevHash) === chain.hash, () => `${device}:${first} rests on another one`)
    this.n += run.envelopes.length
    mustHold(n === this.n, () => `a run ends at ${n} where ${this.n} comes`)
    const links = linksOf(this.#space, run)
    const opened = await Promise.all(
      links.map(async (link) => {
        const isSilent = link.isErased || link.header.kind === 'void'
        const body = isSilent ? undefined : await openEnvelope(await this.#sealKey(device, run), link)
        return { stamp: stampOf(device, link.header.seq), link, body }
      }),
    )
    for (const { stamp, link, body } of opened) {
      const before = this.#hashes.get(stamp)
      mustHold(
        before === undefined || before === toHex(link.hash),
        () => `${stamp} was another change before`,
      )
      this.#hashes.set(stamp, toHex(link.hash))
      this.#taken.add(toHex(link.hash))
      const { recordId: record, seq } = link.header
      if (link.isErased)
        mustHold(this.erased.has(record), () => `${stamp} is missing, and nobody has erased ${record}`)
      if (body) this.#note(stamp, { ...body, record, device, seq })
      else this.silent.add(stamp)
    }
    const last = toHex(links.at(-1)?.hash ?? run.prevHash)
    this.#log = logHashAfter(this.#log, last)
    mustHold(this.#log === hash, () => `the run that ends at ${n} has another hash`)
    this.chains.set(device, { seq: lastSeqOf(run), hash: last })
    this.runs.add(`${device} ${lastSeqOf(run)}`)
  }

  #note(stamp: Stamp, change: Change): void {
    this.changes.set(stamp, change)
    for (const [field, value] of Object.entries(change.set)) {
      const place = `${change.record} ${field}`
      this.#values.set(place, (this.#values.get(place) ?? new Set()).add(textOf(value)))
    }
  }

  async #sealKey(device: string, { epoch, rosterHead }: Run): Promise<CryptoKey> {
    const head = toHex(rosterHead)
    const name = `${head} ${epoch} ${device}`
    const key = this.#sealKeys.get(name) ?? sealKeyOf(await this.#keyOf(epoch, head), this.#space, device)
    this.#sealKeys.set(name, key)
    return key
  }
}
