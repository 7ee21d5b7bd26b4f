import { beforeEach, describe, expect, it } from 'vitest'
import { makeDevice } from '../../../src/crypto/device.ts'
import { verifyEntry } from '../../../src/crypto/entry.ts'
import { openSqlite } from '../../../src/server/store/sqlite.ts'
import { makePlainPair } from '../../../src/crypto/pair.ts'
import { toHex } from '../../../src/shared/bytes.ts'
import { endpoints } from '../../../src/shared/exchange/endpoints.ts'
import { newId } from '../../../src/shared/ids.ts'
import { limits } from '../../../src/shared/limits.ts'
import { roleNow } from '../../../src/shared/roster/roster.ts'
import { ask, reasonOf } from './caller.ts'
import { admission, foundAt, joinBy, TestDevice, tokenFor } from './circle.ts'
import { day, openExchange, type TestExchange } from './house.ts'

let there: TestExchange
let founder: TestDevice
beforeEach(async () => {
  there = openExchange()
  founder = (await foundAt(there)).founder
})

const soon = () => there.clock.now + day
const box = (slip: string, from = there.from('192.0.2.1')) =>
  ask(from.fetch, from.url, endpoints.box, { slip })
const issue = async (role: 'member' | 'reader' = 'member', by = founder) => {
  const { slip, entry } = await by.issue(await by.roster(), role, soon())
  await by.append(entry)
  return slip
}

describe('the roster', () => {
  it('is told from any index on, with the time of each entry', async () => {
    there.clock.now += 5
    await issue()
    const all = await founder.ask(endpoints.roster, { from: 0 })
    expect(all.entries.map(({ at }) => at)).toEqual([there.clock.now - 5, there.clock.now])
    expect((await founder.ask(endpoints.roster, { from: 1 })).entries).toEqual(all.entries.slice(1))
    expect((await founder.ask(endpoints.roster, { from: 2 })).entries).toEqual([])
  })

  it('grows by invitation: one device joins with the inviter away', async () => {
    const guest = await founder.invite('reader', soon())
    const roster = await guest.roster()
    expect(roleNow(roster, guest.id)).toBe('reader')
    expect(roster.heads).toHaveLength(3)
  })

  it('takes of two entries for one head only the first', async () => {
    const roster = await founder.roster()
    const entries = await Promise.all([1, 2, 3].map(() => founder.issue(roster, 'member', soon())))
    const results = await Promise.allSettled(entries.map(({ entry }) => founder.append(entry)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const reasons = results.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))
    expect(reasons).toEqual(['Error: 409 head', 'Error: 409 head'])
    expect((await founder.roster()).heads).toHaveLength(2)
  })

  it('counts an entry that is there as taken: a lost answer costs nothing', async () => {
    const { entry } = await founder.issue(await founder.roster(), 'member', soon())
    await founder.append(entry)
    await founder.append(entry)
    expect((await founder.roster()).heads).toHaveLength(2)
  })

  it('refuses what its rules refuse, and stays as it was', async () => {
    const reader = await founder.invite('reader', soon())
    const roster = await founder.roster()
    const asReader = await reader.issue(roster, 'member', soon())
    expect(await reasonOf(reader.append(asReader.entry))).toBe('403 role')
    const { entry } = await founder.issue(roster, 'member', soon())
    const forged = { ...entry, signatures: [new Uint8Array(64)] }
    expect(await reasonOf(founder.append(forged))).toBe('403 signature')
    expect(await reasonOf(founder.append({ ...entry, signatures: [] }))).toBe('403 signature')
    const cut = { ...entry, bytes: entry.bytes.slice(0, 90) }
    expect(await reasonOf(founder.append(cut))).toBe('400 malformed')
    const nothing = await founder.sign(roster, 'erase' as 'issue', {})
    expect(await reasonOf(founder.append(nothing))).toBe('400 malformed')
    const again = await founder.sign(roster, 'genesis' as 'issue', {})
    expect(await reasonOf(founder.append(again))).toBe('403 kind')
    expect((await founder.roster()).heads).toEqual(roster.heads)
  })

  it('refuses keys that are no points on the curve', async () => {
    const roster = await founder.roster()
    const body = { slip: newId(), box: '00', expires: soon(), member: newId(), role: 'member' }
    const { point } = await makePlainPair('sign')
    const good = { sign: point, agree: (await makePlainPair('agree')).point, wrap: `04${'07'.repeat(112)}` }
    const wrongs = [
      { ...good, agree: `04${'11'.repeat(64)}` },
      { ...good, agree: `06${good.agree.slice(2)}` },
      { ...good, wrap: `06${good.wrap.slice(2)}` },
    ]
    for (const wrong of wrongs) {
      const entry = await founder.sign(roster, 'issue', { ...body, ...wrong })
      expect(await reasonOf(founder.append(entry))).toBe('400 malformed')
    }
  })

  it('lets a device bring what others have said: so it refills an exchange that lost its disk', async () => {
    const guest = await founder.invite('member', soon())
    const later = await founder.invite('reader', soon())
    const { entries } = await founder.ask(endpoints.roster, { from: 0 })
    const empty = openExchange()
    empty.clock.now += 100 * day
    const [genesis, ...rest] = entries.map(({ bytes, signatures }) => ({ bytes, signatures }))
    if (!genesis) throw new Error('no genesis')
    await ask(empty.fetch, empty.url, endpoints.found, { ...genesis, code: '' })
    const first = new TestDevice(empty, founder.space, founder.device, founder.key)
    await first.enter()
    for (const entry of rest) await first.ask(endpoints.append, { ...entry, again: true })
    expect((await first.roster()).heads).toEqual((await founder.roster()).heads)
    for (const { device } of [guest, later])
      await new TestDevice(empty, founder.space, device, founder.key).enter()
  })

  it('holds no more than 50 invitations that may still be used', async () => {
    let roster = await founder.roster()
    for (let count = 0; count < limits.slips; count += 1) {
      const { entry } = await founder.issue(roster, 'member', soon())
      await founder.append(entry)
      const verified = await verifyEntry(roster, entry)
      if ('roster' in verified) roster = verified.roster
    }
    expect(await reasonOf(issue())).toBe('409 too-many')
  })
})

describe('an invitation', () => {
  it('gives its box to who knows it', async () => {
    const slip = await issue()
    expect(await box(slip.id)).toEqual({ space: founder.space, box: '0b'.repeat(100) })
  })

  it('is of one use', async () => {
    const slip = await issue()
    const joined = await joinBy(founder, slip)
    expect(await reasonOf(box(slip.id))).toBe('409 slip')
    expect(await reasonOf(joinBy(founder, slip))).toBe('409 slip')
    expect((await joined.roster()).devices.size).toBe(2)
  })

  it('of one use lets in one of two that come at once', async () => {
    const slip = await issue()
    const roster = await founder.roster()
    const token = await tokenFor(there, founder.space, slip.id, slip.keys.privateKey)
    const results = await Promise.allSettled(
      [1, 2].map(async () => {
        const device = await makeDevice()
        const joining = new TestDevice(there, founder.space, device, founder.key)
        joining.token = token
        await joining.append(await admission(roster, device, slip))
      }),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await founder.roster()).devices.size).toBe(2)
  })

  it('lets its guest look whether the lost answer was a yes', async () => {
    const slip = await issue()
    const device = await makeDevice()
    const joining = new TestDevice(there, founder.space, device, founder.key)
    joining.token = await tokenFor(there, founder.space, slip.id, slip.keys.privateKey)
    const entry = await admission(await joining.roster(), device, slip)
    await joining.append(entry)
    await joining.append(entry)
    expect(roleNow(await joining.roster(), device.id)).toBe('member')
    await joining.enter()
  })

  it('is refused when it is revoked, expired, or was never given', async () => {
    const slip = await issue()
    const other = await issue()
    await founder.append(await founder.sign(await founder.roster(), 'revoke', { slip: slip.id }))
    expect(await reasonOf(box(slip.id))).toBe('410 revoked')
    expect(await reasonOf(box(newId()))).toBe('404 unknown')
    there.clock.now += day
    expect(await reasonOf(box(other.id))).toBe('410 expired')
  })

  it('admits nobody after its time by the exchange’s clock, with a token from before', async () => {
    const slip = await issue()
    there.clock.now += day - 60_000
    await founder.enter()
    const device = await makeDevice()
    const joining = new TestDevice(there, founder.space, device, founder.key)
    joining.token = await tokenFor(there, founder.space, slip.id, slip.keys.privateKey)
    const entry = await admission(await founder.roster(), device, slip)
    there.clock.now += 60_000
    expect(await reasonOf(joining.append(entry))).toBe('410 expired')
    const reader = await founder.invite('reader', soon())
    const late = await admission(await founder.roster(), device, slip)
    expect(await reasonOf(reader.append(late))).toBe('410 expired')
    expect((await founder.roster()).devices.has(device.id)).toBe(false)
  })

  it('cannot be taken over by another space that names the same slip', async () => {
    const slip = await issue()
    const other = (await foundAt(there)).founder
    const { entry } = await other.issue(await other.roster(), 'member', soon())
    const { sign, agree } = JSON.parse(new TextDecoder().decode(entry.bytes.slice(76))) as Record<
      string,
      string
    >
    const keys = { sign: sign ?? '', agree: agree ?? '', wrap: `04${'07'.repeat(112)}` }
    const body = { ...keys, slip: slip.id, box: '0c', expires: soon(), member: newId(), role: 'member' }
    const same = await other.sign(await other.roster(), 'issue', body)
    expect(await reasonOf(other.append(same))).toBe('409 slip')
    expect((await box(slip.id)).space).toBe(founder.space)
  })

  it('cannot be guessed: 60 wrong ones a minute of one address, and right ones never count', async () => {
    const slip = await issue()
    for (let tries = 0; tries < 100; tries += 1) await box(slip.id)
    for (let tries = 0; tries < 60; tries += 1) expect(await reasonOf(box(newId()))).toBe('404 unknown')
    expect(await reasonOf(box(slip.id))).toBe('429 too-often')
    expect((await box(slip.id, there.from('192.0.2.2'))).space).toBe(founder.space)
    there.clock.now += 60_000
    expect((await box(slip.id)).space).toBe(founder.space)
  })
})

describe('whoever leaves', () => {
  it('names the end of its chain, and is refused if that is another', async () => {
    const guest = await founder.invite('member', soon())
    await guest.push('new', await guest.seal(await guest.roster(), 2))
    const roster = await guest.roster()
    const early = await guest.sign(roster, 'leave', { seq: 1, hash: 'ab'.repeat(32) })
    expect(await reasonOf(guest.append(early))).toBe('409 cutoff')
    const whole = await guest.sign(roster, 'leave', { seq: 2, hash: toHex(guest.hash) })
    await guest.append(whole)
    expect(roleNow(await guest.roster(), guest.id)).toBeUndefined()
  })

  it('may read the roster and nothing else', async () => {
    const guest = await founder.invite('member', soon())
    const run = await guest.seal(await guest.roster(), 1)
    await guest.append(await guest.sign(await guest.roster(), 'leave', { seq: 0, hash: '00'.repeat(32) }))
    await guest.enter()
    expect((await guest.roster()).heads).toHaveLength(4)
    expect(await reasonOf(guest.push('new', run))).toBe('409 cutoff')
    expect(await reasonOf(founder.push('again', run))).toBe('409 cutoff')
    expect(await reasonOf(guest.ask(endpoints.pull, { n: 0, hash: '00'.repeat(32) }))).toBe('409 cutoff')
    expect(await reasonOf(guest.ask(endpoints.visits, {}))).toBe('409 cutoff')
    const { entry } = await founder.issue(await founder.roster(), 'member', soon())
    expect(await reasonOf(guest.append(entry))).toBe('409 cutoff')
  })

  it('is not the last coordinator while others stay', async () => {
    await founder.invite('member', soon())
    const leave = await founder.sign(await founder.roster(), 'leave', { seq: 0, hash: '00'.repeat(32) })
    expect(await reasonOf(founder.append(leave))).toBe('409 last-coordinator')
  })
})

describe('what the exchange remembers of a roster', () => {
  it('gives way to a store that was put back to another state', async () => {
    const first = openSqlite(':memory:')
    let store = first
    const parts = { store: new Proxy(first, { get: (_, name: keyof typeof first) => store[name] }) }
    const exchange = openExchange(parts)
    const { founder: device, genesis } = await foundAt(exchange)
    await device.append((await device.issue(await device.roster(), 'member', soon())).entry)
    await device.append((await device.issue(await device.roster(), 'member', soon())).entry)
    store = openSqlite(':memory:')
    await store.found(device.space, toHex(genesis.head), {
      bytes: genesis.entry,
      signatures: genesis.signatures,
      at: 0,
    })
    await device.enter()
    expect((await device.roster()).heads).toHaveLength(1)
    await device.append((await device.issue(await device.roster(), 'reader', soon())).entry)
    await device.append((await device.issue(await device.roster(), 'reader', soon())).entry)
    await device.append((await device.issue(await device.roster(), 'reader', soon())).entry)
    expect((await device.roster()).heads).toHaveLength(4)
    store = first
    await device.enter()
    expect((await device.roster()).heads).toHaveLength(3)
  })
})
