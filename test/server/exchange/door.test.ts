import { beforeEach, describe, expect, it } from 'vitest'
import { authMessage } from '../../../src/crypto/auth.ts'
import { makeDevice } from '../../../src/crypto/device.ts'
import { makeGenesis } from '../../../src/crypto/genesis.ts'
import { sign } from '../../../src/crypto/sign.ts'
import { toHex } from '../../../src/shared/bytes.ts'
import { endpoints } from '../../../src/shared/exchange/endpoints.ts'
import { newId } from '../../../src/shared/ids.ts'
import { ask, reasonOf } from './caller.ts'
import { foundAt, tokenFor, type TestDevice } from './circle.ts'
import { day, hour, openExchange, type TestExchange } from './house.ts'

let there: TestExchange
let founder: TestDevice
beforeEach(async () => {
  there = openExchange()
  founder = (await foundAt(there)).founder
})

const key = () => founder.device.sign.privateKey
const look = () => founder.ask(endpoints.roster, { from: 0 })

/** What a device answers to a challenge. */
async function answerTo(challenge: string, { url = there.url, space = founder.space, id = founder.id } = {}) {
  const signature = toHex(await sign(key(), authMessage(url, space, id, challenge)))
  return { space, id, challenge, signature }
}

const challenge = async () => (await ask(there.fetch, there.url, endpoints.challenge, {})).challenge
const token = (question: Awaited<ReturnType<typeof answerTo>>) =>
  ask(there.fetch, there.url, endpoints.token, question)

describe('a token', () => {
  it('is given to who signs the challenge, and lets in', async () => {
    expect((await look()).entries).toHaveLength(1)
    expect(founder.token).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is not given twice for one challenge', async () => {
    const answer = await answerTo(await challenge())
    await token(answer)
    expect(await reasonOf(token(answer))).toBe('401 token')
  })

  it('is not given for a challenge that was spent on a wrong signature', async () => {
    const asked = await challenge()
    const answer = await answerTo(asked)
    expect(await reasonOf(token({ ...answer, signature: '00'.repeat(64) }))).toBe('403 signature')
    expect(await reasonOf(token(answer))).toBe('401 token')
  })

  it('is not given for a challenge that is a minute old, or that nobody gave out', async () => {
    const answer = await answerTo(await challenge())
    there.clock.now += 60_000
    expect(await reasonOf(token(answer))).toBe('401 token')
    expect(await reasonOf(token(await answerTo('ab'.repeat(32))))).toBe('401 token')
  })

  it('is not given for what was signed for another exchange or another space', async () => {
    const elsewhere = await answerTo(await challenge(), { url: 'https://other.example.org' })
    expect(await reasonOf(token(elsewhere))).toBe('403 signature')
    const other = (await foundAt(there)).founder
    expect(await reasonOf(token({ ...(await answerTo(await challenge())), space: other.space }))).toBe(
      '409 device',
    )
  })

  it('is not given for a space or a device that is not here', async () => {
    expect(await reasonOf(token(await answerTo(await challenge(), { space: newId() })))).toBe('404 unknown')
    expect(await reasonOf(token(await answerTo(await challenge(), { id: newId() })))).toBe('409 device')
  })

  it('ends after 15 minutes', async () => {
    there.clock.now += hour / 4 - 1
    await look()
    there.clock.now += 1
    expect(await reasonOf(look())).toBe('401 token')
  })

  it('is worth nothing if it was never given, or is written otherwise', async () => {
    for (const made of ['', 'ab'.repeat(32), founder.token.toUpperCase(), `${founder.token}00`]) {
      founder.token = made
      expect(await reasonOf(look())).toBe('401 token')
    }
  })

  it('is kept by its hash alone', async () => {
    expect(await there.store.session(founder.token, there.clock.now)).toBeUndefined()
  })

  it('opens its own space and no other', async () => {
    const other = (await foundAt(there)).founder
    const run = await other.seal(await other.roster(), 1)
    expect(await reasonOf(founder.push('new', run))).toBe('409 device')
    expect(await reasonOf(founder.push('again', run))).toBe('409 device')
    expect((await founder.ask(endpoints.pull, { n: 0, hash: '00'.repeat(32) })).parts).toEqual([])
  })
})

describe('a slip’s token', () => {
  const invite = async (role: 'member' | 'reader' = 'member') => {
    const { slip, entry } = await founder.issue(await founder.roster(), role, there.clock.now + day)
    await founder.append(entry)
    return slip
  }

  it('reads the roster and nothing else', async () => {
    const slip = await invite()
    founder.token = await tokenFor(there, founder.space, slip.id, slip.keys.privateKey)
    expect((await look()).entries).toHaveLength(2)
    expect(await reasonOf(founder.ask(endpoints.pull, { n: 0, hash: '00'.repeat(32) }))).toBe('403 role')
    expect(await reasonOf(founder.push('again'))).toBe('403 role')
    expect(await reasonOf(founder.ask(endpoints.visits, {}))).toBe('403 role')
    expect(await reasonOf(founder.ask(endpoints.poke, {}))).toBe('403 role')
    const photo = newId()
    const piece = { photo, index: 0, count: 1, parts: [new Uint8Array(1)] }
    expect(await reasonOf(founder.ask(endpoints.putPhoto, piece))).toBe('403 role')
    expect(await reasonOf(founder.ask(endpoints.getPhoto, { photo, index: 0 }))).toBe('403 role')
    expect(await reasonOf(founder.ask(endpoints.havePhotos, { photos: [photo] }))).toBe('403 role')
  })

  it('appends no entry of somebody else', async () => {
    const slip = await invite()
    const { entry } = await founder.issue(await founder.roster(), 'reader', there.clock.now + day)
    founder.token = await tokenFor(there, founder.space, slip.id, slip.keys.privateKey)
    expect(await reasonOf(founder.append(entry))).toBe('403 role')
    expect((await look()).entries).toHaveLength(2)
  })

  it('is not given for a slip that is revoked or expired, and ends with it', async () => {
    const slip = await invite()
    const enter = () => tokenFor(there, founder.space, slip.id, slip.keys.privateKey)
    there.clock.now += day
    expect(await reasonOf(enter())).toBe('410 expired')
    there.clock.now -= day
    await founder.enter()
    const [early, own] = [await enter(), founder.token]
    await founder.append(await founder.sign(await founder.roster(), 'revoke', { slip: slip.id }))
    expect(await reasonOf(enter())).toBe('409 slip')
    founder.token = early
    expect(await reasonOf(look())).toBe('409 slip')
    founder.token = own
    expect((await look()).entries).toHaveLength(3)
  })
})

describe('founding', () => {
  const found = async (exchange: TestExchange, code: string, wrong: object = {}) => {
    const genesis = await makeGenesis(await makeDevice())
    const question = {
      bytes: toHex(genesis.entry),
      signatures: genesis.signatures.map(toHex),
      code,
      ...wrong,
    }
    return ask(exchange.fetch, exchange.url, endpoints.found, question)
  }
  const publicUrl = 'https://ponte.example.org'

  it('needs no code on one’s own machine', async () => {
    for (const url of ['http://localhost:1', 'http://127.0.0.1:1', 'http://[::1]:1'])
      await found(openExchange({ publicUrl: url }), '')
  })

  it('needs the operator’s code everywhere else, and where one is set', async () => {
    const foundingCode = 'Brandenburg-1987'
    for (const url of [publicUrl, 'http://localhost:1', 'http://localhost.example.org']) {
      const exchange = openExchange({ publicUrl: url, foundingCode })
      expect(await reasonOf(found(exchange, ''))).toBe('403 founding-code')
      expect(await reasonOf(found(exchange, 'brandenburg-1987'))).toBe('403 founding-code')
      await found(exchange, ` ${foundingCode} `)
    }
  })

  it('is refused to everybody where a code is needed and none is set', async () => {
    expect(await reasonOf(found(openExchange({ publicUrl }), ''))).toBe('403 founding-code')
  })

  it('lets nobody try codes for long', async () => {
    const exchange = openExchange({ publicUrl, foundingCode: 'Brandenburg-1987' })
    for (let tries = 0; tries < 60; tries += 1)
      expect(await reasonOf(found(exchange, `code ${tries}`))).toBe('403 founding-code')
    expect(await reasonOf(found(exchange, 'Brandenburg-1987'))).toBe('429 too-often')
    exchange.clock.now += 60_000
    await found(exchange, 'Brandenburg-1987')
  })

  it('again with the same entry changes nothing, and needs no code', async () => {
    const exchange = openExchange({ publicUrl, foundingCode: 'Brandenburg-1987' })
    const { founder: first, genesis } = await foundAt(exchange, 'Brandenburg-1987')
    await first.invite('member', exchange.clock.now + day)
    const question = { bytes: toHex(genesis.entry), signatures: genesis.signatures.map(toHex), code: '' }
    await ask(exchange.fetch, exchange.url, endpoints.found, question)
    expect((await first.roster()).heads).toHaveLength(3)
  })

  it('refuses what is no genesis entry, or not signed by its device', async () => {
    expect(await reasonOf(found(there, '', { bytes: '00' }))).toBe('400 malformed')
    expect(await reasonOf(found(there, '', { bytes: 'XY' }))).toBe('400 malformed')
    expect(await reasonOf(found(there, '', { signatures: ['00'.repeat(64)] }))).toBe('403 signature')
    expect(await reasonOf(found(there, '', { signatures: [] }))).toBe('403 signature')
  })
})
