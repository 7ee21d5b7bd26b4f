import { beforeEach, describe, expect, it } from 'vitest'
import { signRun } from '../../../src/crypto/run.ts'
import { emptyLog, logHashAfter } from '../../../src/shared/log-hash.ts'
import { toHex, type Bytes } from '../../../src/shared/bytes.ts'
import { endpoints, type Cursor } from '../../../src/shared/exchange/endpoints.ts'
import { limits } from '../../../src/shared/limits.ts'
import { linksOf, readRun, writeRun } from '../../../src/shared/run.ts'
import { reasonOf } from './caller.ts'
import { foundAt, TestDevice } from './circle.ts'
import { day, openExchange, type TestExchange } from './house.ts'

let there: TestExchange
let founder: TestDevice
let member: TestDevice
beforeEach(async () => {
  there = openExchange()
  founder = (await foundAt(there)).founder
  member = await founder.invite('member', there.clock.now + day)
})

const begin: Cursor = { n: 0, hash: '00'.repeat(32) }
const pull = (cursor: Cursor = begin, device = founder) => device.ask(endpoints.pull, cursor)
const seal = async (device: TestDevice, count = 1, text?: string) =>
  device.seal(await device.roster(), count, text)

/** The same envelopes, with something else said about them, and signed again. */
async function altered(device: TestDevice, run: Bytes, change: object): Promise<Bytes> {
  const read = { ...readRun(run), ...change }
  const links = linksOf(device.space, read)
  return writeRun(await signRun(device.device, read, links.at(-1)?.hash ?? new Uint8Array(32)))
}

/** What a log is after runs that end with these hashes. */
const logOf = (...ends: readonly Uint8Array[]): string =>
  ends.reduce((log, end) => logHashAfter(log, toHex(end)), emptyLog)

describe('a push', () => {
  it('is answered with how far the chain and the log are', async () => {
    const first = await seal(member, 3)
    const ends = [member.hash]
    expect(await member.push('new', first)).toEqual({
      you: { seq: 3, hash: toHex(member.hash) },
      n: 3,
      hash: logOf(...ends),
    })
    const runs = [await seal(founder, 2)]
    ends.push(founder.hash)
    runs.push(await seal(founder, 1))
    ends.push(founder.hash)
    const answer = { you: { seq: 3, hash: toHex(founder.hash) }, n: 6, hash: logOf(...ends) }
    expect(await founder.push('new', ...runs)).toEqual(answer)
    expect(await founder.push('new')).toEqual(answer)
  })

  it('counts a run that is there as received, also beside new ones', async () => {
    const one = await seal(member, 2)
    await member.push('new', one)
    const two = await seal(member, 1)
    expect((await member.push('new', one)).n).toBe(2)
    expect((await member.push('new', one, two, two, one)).n).toBe(3)
    expect((await pull()).parts).toEqual([one, two])
  })

  it('counts one that comes many times at once only once', async () => {
    const run = await seal(member, 2)
    const answers = await Promise.all(Array.from({ length: 6 }, () => member.push('new', run)))
    expect(answers.map(({ n }) => n)).toEqual([2, 2, 2, 2, 2, 2])
    expect((await pull()).parts).toHaveLength(1)
  })

  it('refuses other bytes for a number that is taken', async () => {
    const copy = new TestDevice(there, member.space, member.device, member.key)
    copy.token = member.token
    await member.push('new', await seal(member, 2))
    expect(await reasonOf(copy.push('new', await seal(copy, 2)))).toBe('409 chain')
    expect(await reasonOf(copy.push('new', await seal(copy, 1)))).toBe('409 chain')
    expect((await pull()).n).toBe(2)
  })

  it('takes all or none', async () => {
    const one = await seal(member, 1)
    const two = await seal(member, 1)
    const broken = two.slice()
    broken[broken.length - 1] = (broken[broken.length - 1] ?? 0) ^ 1
    expect(await reasonOf(member.push('new', one, broken))).toBe('403 signature')
    expect(await pull()).toMatchObject({ n: 0, parts: [] })
    expect(await member.push('new', one, two)).toMatchObject({ n: 2 })
  })

  it('refuses a gap, another head before, and another epoch', async () => {
    const one = await seal(member, 1)
    const two = await seal(member, 1)
    expect(await reasonOf(member.push('new', two))).toBe('409 chain')
    expect(await reasonOf(member.push('new', two, one))).toBe('409 chain')
    const forked = await altered(member, one, { prevHash: new Uint8Array(32).fill(1) })
    expect(await reasonOf(member.push('new', forked))).toBe('409 chain')
    expect(await reasonOf(member.push('new', await altered(member, one, { epoch: 1 })))).toBe('409 epoch')
    const unknown = await altered(member, one, { rosterHead: new Uint8Array(32).fill(1) })
    expect(await reasonOf(member.push('new', unknown))).toBe('409 head')
    expect((await pull()).n).toBe(0)
  })

  it('refuses a run by a roster from before its device came, or before its last one', async () => {
    const before = await member.roster()
    const early = await altered(member, await member.seal(before, 1), {
      rosterHead: new Uint8Array(Buffer.from(before.heads[0] ?? '', 'hex')),
    })
    expect(await reasonOf(member.push('new', early))).toBe('409 head')
    await founder.invite('reader', there.clock.now + day)
    await founder.push('new', await seal(founder, 1))
    expect(await reasonOf(founder.push('new', await founder.seal(before, 1)))).toBe('409 head')
  })

  it('refuses a reader, by every way', async () => {
    const reader = await founder.invite('reader', there.clock.now + day)
    const run = await seal(reader, 1)
    expect(await reasonOf(reader.push('new', run))).toBe('403 role')
    expect(await reasonOf(reader.push('again', run))).toBe('403 role')
    expect(await reasonOf(founder.push('again', run))).toBe('403 role')
    expect(await reasonOf(reader.push('new', await seal(member, 1)))).toBe('409 device')
    expect((await pull()).n).toBe(0)
  })

  it('lets a reader write as soon as a coordinator has raised it, and not by the roster before', async () => {
    const reader = await founder.invite('reader', there.clock.now + day)
    const before = await reader.roster()
    const role = { device: reader.id, role: 'member', cut: null }
    await founder.append(await founder.sign(before, 'role', role))
    const early = new TestDevice(there, reader.space, reader.device, reader.key)
    early.token = reader.token
    expect(await reasonOf(early.push('new', await early.seal(before, 1)))).toBe('403 role')
    expect((await reader.push('new', await seal(reader, 1))).n).toBe(1)
  })

  it('refuses what is no run, and reads no more than it allows', async () => {
    const run = await seal(member, 1)
    expect(await reasonOf(member.push('new', run.slice(0, -1)))).toBe('400 malformed')
    expect(await reasonOf(member.push('new', new Uint8Array(0)))).toBe('400 malformed')
    const most = new Uint8Array(endpoints.push.most)
    expect(await reasonOf(member.push('new', most))).toBe('413 too-long')
  })

  it('stops where the space is full', async () => {
    const small = openExchange({ spaceBytes: 3500 })
    const { founder: device } = await foundAt(small)
    await device.push('new', await seal(device, 5))
    expect(await reasonOf(device.push('new', await seal(device, 20)))).toBe('409 full')
    expect((await pull(begin, device)).n).toBe(5)
  })
})

describe('a push again', () => {
  it('brings anybody’s runs, in the order held, to an exchange that lost them', async () => {
    const reader = await founder.invite('reader', there.clock.now + day)
    const runs = [await seal(member, 2), await seal(founder, 1)]
    runs.push(await seal(member, 1))
    expect(await reader.push('again', ...runs)).toMatchObject({ you: null, n: 4 })
    expect(await reader.push('again', ...runs)).toMatchObject({ you: null, n: 4 })
    expect((await pull()).parts).toEqual(runs)
    expect((await member.push('new', runs[0] ?? new Uint8Array(0))).you?.seq).toBe(3)
  })

  it('takes what was written before its device left, and nothing after', async () => {
    const runs = [await seal(member, 1), await seal(member, 1)]
    const [one, two] = runs as [Bytes, Bytes]
    await member.push('new', one)
    const { hash } = (await pull()).you ?? {
      hash: toHex(linksOf(member.space, readRun(one)).at(-1)?.hash ?? new Uint8Array()),
    }
    await member.append(await member.sign(await member.roster(), 'leave', { seq: 1, hash }))
    expect(await founder.push('again', one)).toMatchObject({ n: 1 })
    expect(await reasonOf(founder.push('again', two))).toBe('409 cutoff')
  })
})

describe('a pull', () => {
  it('brings whole runs after the cursor, and says where it ends', async () => {
    const one = await seal(member, 2)
    const two = await seal(founder, 3)
    await member.push('new', one)
    await founder.push('new', two)
    const all = await pull()
    const log = logOf(member.hash, founder.hash)
    expect(all).toMatchObject({ n: 5, hash: log, more: false, restart: false, entries: 3 })
    expect(all.parts).toEqual([one, two])
    expect(all.you).toEqual({ seq: 3, hash: toHex(founder.hash) })
    const half = { n: 2, hash: logOf(member.hash) }
    expect((await pull(half)).parts).toEqual([two])
    expect(await pull({ n: 5, hash: all.hash }, member)).toMatchObject({
      parts: [],
      restart: false,
      n: 5,
      hash: all.hash,
    })
  })

  it('begins anew for a cursor that it does not know', async () => {
    await member.push('new', await seal(member, 2))
    const unknown = [
      { n: 1, hash: toHex(member.hash) },
      { n: 2, hash: 'ab'.repeat(32) },
      { n: 9, hash: toHex(member.hash) },
    ]
    for (const cursor of unknown) expect(await pull(cursor)).toMatchObject({ restart: true, n: 2 })
    const { founder: other } = await foundAt(there)
    expect(await pull({ n: 7, hash: 'ab'.repeat(32) }, other)).toMatchObject({
      restart: true,
      n: 0,
      hash: begin.hash,
      parts: [],
      you: null,
    })
  })

  it('cuts a long log into pages of about 2 MiB', async () => {
    const text = () => Buffer.from(crypto.getRandomValues(new Uint8Array(30_000))).toString('base64')
    const runs: Bytes[] = []
    for (let count = 0; count < 5; count += 1) {
      const run = await seal(member, 16, text())
      runs.push(run)
      await member.push('new', run)
    }
    const got: Bytes[] = []
    let cursor: Cursor = begin
    let more = true
    for (let pages = 0; more && pages < 20; pages += 1) {
      const page = await pull(cursor)
      expect(page.parts.reduce((sum, part) => sum + part.length, 0)).toBeLessThanOrEqual(limits.run)
      expect(page.parts.length).toBeGreaterThan(0)
      got.push(...page.parts)
      cursor = { n: page.n, hash: page.hash }
      more = page.more
    }
    expect(got).toEqual(runs)
    expect(cursor.n).toBe(80)
  })

  it('tells when each device was last here', async () => {
    there.clock.now += 1000
    await member.enter()
    const { devices } = await founder.ask(endpoints.visits, {})
    expect(new Map(devices.map(({ device, at }) => [device, at]))).toEqual(
      new Map([
        [founder.id, there.clock.now - 1000],
        [member.id, there.clock.now],
      ]),
    )
  })
})
