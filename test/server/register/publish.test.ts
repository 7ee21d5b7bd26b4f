import { beforeEach, describe, expect, it } from 'vitest'
import { signEntry } from '../../../src/crypto/entry.ts'
import { verify } from '../../../src/crypto/sign.ts'
import { fromHex, toHex, utf8, type Bytes } from '../../../src/shared/bytes.ts'
import { endpoints } from '../../../src/shared/exchange/endpoints.ts'
import { newId } from '../../../src/shared/ids.ts'
import { registerLimits } from '../../../src/shared/register/limits.ts'
import {
  publisherOf,
  statementMessage,
  writeStatement,
  type Statement,
} from '../../../src/shared/register/statement.ts'
import { removeBody } from '../../shared/roster/people.ts'
import { contents } from '../../shared/register/entries.ts'
import { ask, reasonOf } from '../exchange/caller.ts'
import { foundAt, type TestDevice } from '../exchange/circle.ts'
import { day, openExchange, type TestExchange } from '../exchange/house.ts'
import { feed, publish, signatureOf, statementBy } from './publisher.ts'

let there: TestExchange
let founder: TestDevice
beforeEach(async () => {
  there = openExchange()
  founder = (await foundAt(there)).founder
})

const state = () => there.store.registerState()
const withdrawn = (statement: Statement) => ({
  ...statement,
  content: null,
  revision: statement.revision + 1,
})

/** Brings these bytes with this signature; nothing may have changed after a refusal. */
async function refusal(device: TestDevice, bytes: Bytes, signature?: string): Promise<string> {
  const before = JSON.stringify([await state(), await feed(there)])
  const question = { bytes: toHex(bytes), signature: signature ?? (await signatureOf(device, bytes)) }
  const reason = await reasonOf(device.ask(endpoints.publish, question))
  expect(JSON.stringify([await state(), await feed(there)])).toBe(before)
  return reason
}

/** Lets another device in and makes it a coordinator, as the roster has it. */
async function secondCoordinator(): Promise<TestDevice> {
  const second = await founder.invite('member', there.clock.now + day)
  const body = { device: second.id, role: 'coordinator', cut: null }
  await founder.append(await founder.sign(await founder.roster(), 'role', body))
  return second
}

describe('an entry', () => {
  it('is published, and the feed shows who signed it', async () => {
    const { n, statement, bytes, signature } = await publish(founder)
    expect(n).toBe(1)
    const [item] = (await feed(there)).items
    expect(item).toEqual({
      state: 'published',
      n: 1,
      at: there.clock.now,
      statement,
      signature,
      key: toHex(founder.device.signPublic),
    })
    const key = toHex(founder.device.signPublic)
    expect(await verify(fromHex(key), fromHex(signature), statementMessage(bytes))).toBe(true)
  })

  it('never names the space', async () => {
    await publish(founder)
    expect(JSON.stringify(await feed(there))).not.toContain(founder.space)
  })

  it('counts as taken when it comes again, and changes nothing', async () => {
    const { bytes, signature, n } = await publish(founder)
    const before = await state()
    const again = await founder.ask(endpoints.publish, { bytes: toHex(bytes), signature })
    expect([again.n, await state()]).toEqual([n, before])
  })

  it('is revised, by any coordinator of the space', async () => {
    const { statement } = await publish(founder)
    const second = await secondCoordinator()
    await publish(second, { entry: statement.entry, revision: 2 })
    expect(await reasonOf(publish(founder, { entry: statement.entry, revision: 2 }))).toBe('409 stale')
    await publish(founder, { entry: statement.entry, revision: 3 })
    const { items } = await feed(there)
    expect(items.map(({ n }) => n)).toEqual([3])
  })

  it('is withdrawn: the feed tells, nobody reads it any more, and it can come back', async () => {
    const { statement } = await publish(founder)
    await publish(founder, withdrawn(statement))
    const { items } = await feed(there)
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ state: 'withdrawn', n: 2, statement: { content: null, revision: 2 } })
    expect(
      (await there.store.listed({ type: '', country: '', seeks: false, words: [], day: '', town: 0 }, 0, 9))
        .count,
    ).toBe(0)
    await publish(founder, { ...statement, revision: 3 })
    expect((await feed(there)).items[0]?.state).toBe('published')
  })

  it('stays when its coordinator goes, and is the space’s', async () => {
    const second = await secondCoordinator()
    const { statement } = await publish(second)
    const { hash, seq } = { hash: '00'.repeat(32), seq: 0 }
    await second.append(await second.sign(await second.roster(), 'leave', { hash, seq }))
    expect((await feed(there)).items[0]?.state).toBe('published')
    await founder.enter()
    await publish(founder, { entry: statement.entry, revision: 2 })
  })
})

describe('refused, with nothing changed, is', () => {
  it('what is no statement', async () => {
    const deep = `{"content":${'['.repeat(5000)}${']'.repeat(5000)}}`
    for (const bytes of [
      utf8('{}'),
      utf8(deep),
      new Uint8Array([0x22, 0xff, 0xfe, 0x22]),
      utf8('{"content":null}'),
      writeStatement({ ...statementBy(founder), more: 1 } as unknown as Statement),
    ])
      expect(await refusal(founder, bytes)).toBe('400 malformed')
  })

  it('what is too long, before it is read', async () => {
    const huge = new Uint8Array(registerLimits.statement + 1024)
    expect(await refusal(founder, huge)).toBe('413 too-long')
    expect(await refusal(founder, new Uint8Array(registerLimits.statement + 1))).toBe('400 malformed')
  })

  it('a forged signature, or one for other bytes', async () => {
    const bytes = writeStatement(statementBy(founder))
    expect(await refusal(founder, bytes, '00'.repeat(64))).toBe('403 signature')
    const other = await signatureOf(founder, writeStatement(statementBy(founder)))
    expect(await refusal(founder, bytes, other)).toBe('403 signature')
  })

  it('an older revision, and the same one with other bytes', async () => {
    const { statement, bytes, signature } = await publish(founder)
    await publish(founder, { entry: statement.entry, revision: 5 })
    expect(await refusal(founder, bytes, signature)).toBe('409 stale')
    for (const revision of [4, 5]) {
      const content = { ...contents.idea, title: 'something else' }
      const replayed = writeStatement({ ...statement, revision, content } as Statement)
      expect(await refusal(founder, replayed)).toBe('409 stale')
    }
  })

  it('another space’s id, and another space’s entry', async () => {
    const { founder: stranger } = await foundAt(there)
    const publisher = publisherOf(founder.space)
    expect(await refusal(stranger, writeStatement(statementBy(stranger, { publisher })))).toBe('403 signer')
    const office = writeStatement(statementBy(stranger, { publisher: '00'.repeat(16) }))
    expect(await refusal(stranger, office)).toBe('403 signer')
    const { statement } = await publish(founder)
    const taken = writeStatement(statementBy(stranger, { entry: statement.entry, revision: 9 }))
    expect(await refusal(stranger, taken)).toBe('403 kind')
    const wiped = writeStatement(
      statementBy(stranger, { entry: statement.entry, revision: 9, content: null }),
    )
    expect(await refusal(stranger, wiped)).toBe('403 kind')
  })

  it('another type than the entry has', async () => {
    const { statement } = await publish(founder)
    const other = { entry: statement.entry, revision: 2, type: 'advice', content: contents.advice } as const
    expect(await refusal(founder, writeStatement(statementBy(founder, other)))).toBe('403 kind')
  })

  it('what another device signed', async () => {
    const second = await secondCoordinator()
    const bytes = writeStatement(statementBy(founder))
    expect(await refusal(second, bytes, await signatureOf(founder, bytes))).toBe('409 device')
  })

  it.each(['member', 'reader'] as const)('an entry of a %s', async (role) => {
    const device = await founder.invite(role, there.clock.now + day)
    expect(await refusal(device, writeStatement(statementBy(device)))).toBe('403 role')
  })

  it('an entry of a coordinator whose role was lowered, or who has left', async () => {
    const second = await secondCoordinator()
    const mark = { hash: '00'.repeat(32), seq: 0 }
    const lowered = { device: second.id, role: 'reader', cut: mark }
    await founder.append(await founder.sign(await founder.roster(), 'role', lowered))
    expect(await refusal(second, writeStatement(statementBy(second)))).toBe('403 role')
    await second.append(await second.sign(await second.roster(), 'leave', mark))
    expect(await refusal(second, writeStatement(statementBy(second)))).toBe('409 cutoff')
  })

  it('an entry of a coordinator who was removed', async () => {
    const second = await secondCoordinator()
    const { statement } = await publish(second)
    const roster = await founder.roster()
    const signer = { signer: founder.id, kind: 'remove', body: removeBody(roster, [second.id]) } as const
    await founder.append(await signEntry(roster, signer, [founder.device.sign.privateKey]))
    const revised = statementBy(second, { entry: statement.entry, revision: 2 })
    expect(await refusal(second, writeStatement(revised))).toBe('409 cutoff')
    expect((await feed(there)).items[0]?.state).toBe('published')
    await publish(founder, { entry: statement.entry, revision: 2, content: null })
  })

  it('an entry of nobody', async () => {
    const bytes = writeStatement(statementBy(founder))
    const question = { bytes: toHex(bytes), signature: await signatureOf(founder, bytes) }
    expect(await reasonOf(ask(there.fetch, there.url, endpoints.publish, question))).toBe('401 token')
    expect((await feed(there)).items).toEqual([])
  })

  it('who publishes too often: a space has a limit of its own', async () => {
    const entry = newId()
    for (let revision = 1; revision <= 60; revision += 1) await publish(founder, { entry, revision })
    expect(await refusal(founder, writeStatement(statementBy(founder)))).toBe('429 too-often')
    await publish((await foundAt(there)).founder)
    there.clock.now += 60_000
    await publish(founder)
  })
})

describe('a space', () => {
  it('may have so many entries; to withdraw one makes room', async () => {
    const most = { there: 2, ever: 3 }
    const keep = (other: Partial<Statement>) => {
      const statement = statementBy(founder, other)
      const bytes = writeStatement(statement)
      const signed = { signature: '01'.repeat(64), key: '02'.repeat(65), at: 0, mark: '03'.repeat(8) }
      return there.store.publish({ statement, bytes, ...signed }, most)
    }
    const [one, two, three] = [newId(), newId(), newId()]
    expect([await keep({ entry: one }), await keep({ entry: two })]).toEqual([1, 2])
    expect(await keep({ entry: three })).toBe('full')
    expect(await keep({ entry: two, revision: 2 })).toBe(3)
    expect(await keep({ entry: one, revision: 2, content: null })).toBe(4)
    expect(await keep({ entry: three })).toBe(5)
    expect(await keep({ entry: one, revision: 3 })).toBe('full')
    expect(await keep({ entry: two, revision: 3, content: null })).toBe(6)
    expect(await keep({ entry: newId() })).toBe('full')
  })
})
