// Two members' devices in this process: the engine itself over tables in memory, which main.ts prepares. So a log of half a
// million changes is made in minutes.
import { makeDevice, type Device as Keys } from '../src/crypto/device.ts'
import { makeGenesis } from '../src/crypto/genesis.ts'
import type { Planned } from '../src/db/exchange/plan.ts'
import { cursorKey } from '../src/db/exchange/receive.ts'
import { stampOf } from '../src/db/stamp.ts'
import { Tables, type LogRow, type SealedRow } from '../src/db/tables.ts'
import type { Bytes } from '../src/shared/bytes.ts'
import { endpoints, type Cursor } from '../src/shared/exchange/endpoints.ts'
import type { Chain } from '../src/shared/roster/writing.ts'
import { askAt } from '../src/sync/ask.ts'
import { chainOf } from '../src/sync/chains.ts'
import { keptStatement } from '../src/sync/checkpoint/kept.ts'
import type { Exchange } from '../src/sync/exchange.ts'
import { inviteGuest } from '../src/sync/invite.ts'
import { joinSpace, newKeys, openSlip, secretOf } from '../src/sync/join.ts'
import { knownRoster } from '../src/sync/roster.ts'
import { exchangeRound } from '../src/sync/round.ts'
import { sealRuns } from '../src/sync/seal.ts'
import { shareSpace } from '../src/sync/share.ts'
import { exchangeOf } from '../src/sync/spaces.ts'
import { askAs } from '../src/sync/token.ts'
import type { Written } from './growth-edits.ts'

const fetchHere = (address: string, init: RequestInit): Promise<Response> => fetch(address, init)
/** Changes that are sealed in one go. */
const together = 2000
/** Bytes of one question; a server takes two megabytes. */
const mostBytes = 1_500_000
/** From the first change to the last one, in milliseconds: ten years. */
const age = 10 * 365 * 24 * 60 * 60 * 1000

type Member = { readonly exchange: Exchange; chain: Chain }

/** Two members of one notebook. */
export type Members = {
  /** Seals these changes, the members in turn, and brings them to the server: as if they had been made in ten years. */
  write(rounds: Iterable<readonly Written[]>, count: number): Promise<number>
  /** One makes a checkpoint, the other repeats it and signs. Rejects if they come to nothing. */
  agree(): Promise<void>
  /** The digits of an invitation. */
  invite(): Promise<string>
  close(): void
}

let boxes = 0

async function exchangeHere(space: string, keys: Keys, url: string): Promise<Exchange> {
  boxes += 1
  // All devices of this process share one IndexedDB.
  const tables = new Tables(`${space}-${boxes}`)
  await tables.open()
  return exchangeOf({ space, device: keys, madeAt: Date.now() }, tables, url, fetchHere)
}

const guest = { guest: 'Jan', role: 'member', own: false, language: 'pl', helper: '', phone: '' } as const

async function beginFirst(url: string): Promise<Exchange> {
  const keys = await makeDevice()
  const genesis = await makeGenesis(keys)
  const exchange = await exchangeHere(genesis.spaceId, keys, url)
  const { tables, now, space } = exchange
  const founding = { name: 'Anna Probe', device: 'tablet', notebook: 'Verein', code: '' } as const
  await shareSpace(exchange, { space, me: keys.id, tables, now }, genesis, founding)
  await exchangeRound(exchange)
  return exchange
}

async function beginSecond(first: Exchange): Promise<Exchange> {
  const { url } = first
  const { digits } = await inviteGuest(first, `${url}/`, guest)
  const slip = await openSlip(askAt(url, fetchHere), secretOf(digits))
  const exchange = await exchangeHere(slip.box.space, await newKeys(), url)
  const me = { name: 'Jan', device: 'tablet' } as const
  await joinSpace({ exchange, head: slip.box.head }, () => Promise.resolve(slip), me)
  await exchangeRound(exchange)
  await exchangeRound(first)
  return exchange
}

const memberOf = async (exchange: Exchange): Promise<Member> => ({
  exchange,
  chain: chainOf(await exchange.tables.seen.get(exchange.began.id)),
})

function* batches<T>(list: readonly T[], size: (one: T) => number, most: number): Generator<T[]> {
  let [batch, sum]: [T[], number] = [[], 0]
  for (const one of list) {
    if (batch.length > 0 && sum + size(one) > most) {
      yield batch
      ;[batch, sum] = [[], 0]
    }
    batch.push(one)
    sum += size(one)
  }
  if (batch.length > 0) yield batch
}

/** What has been written so far: how many changes, when, and the version of each field that stands. */
class Past {
  #count = 0
  readonly #all: number
  readonly #from = Date.now() - age
  readonly #stamps = new Map<string, string>()

  constructor(all: number) {
    this.#all = all
  }

  plan(device: string, seq: number, { id, kind, set }: Written): Planned {
    const time = this.#from + Math.round((age * this.#count) / this.#all)
    this.#count += 1
    const over: Record<string, string[]> = {}
    for (const field of Object.keys(set)) {
      const before = this.#stamps.get(id + field)
      if (before !== undefined) over[field] = [before]
      this.#stamps.set(id + field, stampOf(device, seq))
    }
    return { row: { record: id, open: 0, kind, time, set, over }, seq, time, over }
  }
}

const bytesOf = ({ bytes }: SealedRow): Bytes => new Uint8Array(bytes)

/** Brings runs to the server, and into the logs that all members keep of it. */
async function send({ exchange }: Member, members: readonly Member[], runs: readonly SealedRow[]) {
  const device = exchange.began.id
  const asker = { id: device, key: exchange.began.sign.privateKey }
  let end: Cursor | undefined
  for (const some of batches(runs, ({ bytes }) => bytes.byteLength + 4, mostBytes))
    end = await askAs(exchange, asker, endpoints.push, { mode: 'new', parts: some.map(bytesOf) })
  const rows = runs.map(({ firstSeq, lastSeq, hash, bytes }): LogRow => ({
    device,
    firstSeq,
    lastSeq,
    hash,
    bytes,
  }))
  for (const one of members) await one.exchange.tables.log.bulkPut(rows)
  return end
}

async function writeAll(
  members: readonly Member[],
  rounds: Iterable<readonly Written[]>,
  count: number,
): Promise<number> {
  const past = new Past(count)
  let [turn, written] = [0, 0]
  let end: Cursor | undefined
  for (const changes of rounds)
    for (const some of batches(changes, () => 1, together)) {
      const member = members[turn % members.length]
      if (!member) throw new Error('nobody is there to write')
      const { exchange, chain } = member
      const keys = exchange.began
      const planned = some.map((one, at) => past.plan(keys.id, chain.seq + 1 + at, one))
      const runs = await sealRuns(exchange, await knownRoster(exchange), keys, chain, planned)
      end = await send(member, members, runs)
      const last = runs.at(-1)
      if (last) member.chain = { seq: last.lastSeq, hash: last.hash, rosterIndex: last.rosterIndex }
      turn += 1
      written += some.length
    }
  const seen = members.map(({ exchange, chain }) => ({ device: exchange.began.id, ...chain }))
  for (const { exchange } of members) {
    await exchange.tables.seen.bulkPut(seen.filter(({ seq }) => seq > 0))
    if (end)
      await exchange.tables.meta.put({ key: cursorKey, value: JSON.stringify({ n: end.n, hash: end.hash }) })
  }
  return written
}

/** Two members of a new notebook at this server. */
export async function beginMembers(url: string): Promise<Members> {
  const first = await beginFirst(url)
  const second = await beginSecond(first)
  const members = [await memberOf(first), await memberOf(second)]
  return {
    write: (rounds, count) => writeAll(members, rounds, count),
    agree: async () => {
      for (const exchange of [first, second, first]) await exchangeRound(exchange)
      for (const exchange of [first, second])
        if (!(await keptStatement(exchange))) throw new Error('the two did not agree on a checkpoint')
    },
    invite: async () => (await inviteGuest(first, `${url}/`, guest)).digits,
    close: () => {
      for (const { tables } of [first, second]) tables.close()
    },
  }
}
