import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Device as Keys } from '../../src/crypto/device.ts'
import { sealEnvelope } from '../../src/crypto/envelope.ts'
import { signRun } from '../../src/crypto/run.ts'
import { fromHex, type Bytes } from '../../src/shared/bytes.ts'
import { endpoints } from '../../src/shared/exchange/endpoints.ts'
import { presentHead } from '../../src/shared/roster/roster.ts'
import { noChain, type Chain } from '../../src/shared/roster/writing.ts'
import { writeRun } from '../../src/shared/run.ts'
import { chainOf } from '../../src/sync/chains.ts'
import { keysNow } from '../../src/sync/exchange.ts'
import { sealKey } from '../../src/sync/keys.ts'
import { setRole } from '../../src/sync/remove.ts'
import { knownRoster } from '../../src/sync/roster.ts'
import { edit } from '../db/notebook.ts'
import { changeAnswers, slipIn } from './lines.ts'
import { textsOn } from './notes.ts'
import { exchangeRound, found, joined, newId, seenOn, Server, write, type Tablet } from './town.ts'

/** What a device would send if no rule held it back: one change, by whatever keys and chain. */
async function runOf(
  { exchange }: Tablet,
  keys: Keys,
  chain: Chain,
  text: string,
  space?: string,
): Promise<Bytes> {
  const roster = await knownRoster(exchange)
  const header = {
    kind: 'change' as const,
    spaceId: space ?? exchange.space,
    recordId: newId(),
    deviceId: keys.id,
    seq: chain.seq + 1,
    epoch: 0,
    prevHash: fromHex(chain.hash),
    nonce: exchange.random(new Uint8Array(12)),
  }
  const body = { kind: 'note', time: 1, set: { text }, over: {} }
  const key = await sealKey(exchange, roster, keys.id, 0)
  if (!key) throw new Error('no key of the first epoch')
  const { envelope, hash } = await sealEnvelope(key, header, body)
  const unsigned = {
    rosterHead: fromHex(presentHead(roster)),
    deviceId: keys.id,
    firstSeq: header.seq,
    prevHash: header.prevHash,
    epoch: 0,
    envelopes: [envelope],
  }
  return writeRun(await signRun(keys, unsigned, hash))
}

const chainHere = async ({ exchange }: Tablet, id: string): Promise<Chain> =>
  chainOf(await exchange.tables.seen.get(id))

describe('an honest tablet, whatever the exchange brings', () => {
  it('takes nothing that a reader wrote', async () => {
    const server = new Server()
    const helga = await found(server)
    const reader = await joined(server, helga, { role: 'reader' })
    const keys = await keysNow(reader.exchange)
    await exchangeRound(helga.exchange)
    slipIn(server, await runOf(reader, keys, noChain, 'by a reader'))
    await exchangeRound(helga.exchange)
    await write(helga, edit(newId(), 'note', { text: 'goes on' }))
    await exchangeRound(helga.exchange)
    expect(await textsOn(helga)).toEqual(['goes on'])
  })

  it('takes what somebody wrote as a reader no more after a raise, and what came after it', async () => {
    const server = new Server()
    const helga = await found(server)
    const reader = await joined(server, helga, { role: 'reader' })
    const keys = await keysNow(reader.exchange)
    const early = await runOf(reader, keys, noChain, 'too early')
    await setRole(helga.exchange, keys.id, 'member')
    slipIn(server, early)
    await exchangeRound(helga.exchange)
    expect(await textsOn(helga)).toEqual([])
  })

  it('takes nothing that is forged, altered, of another space or out of order, and goes on with the others', async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga)
    const karl = await joined(server, helga, { guest: 'Karl' })
    const elsewhere = await found(server)
    await exchangeRound(helga.exchange)
    const keys = await keysNow(anna.exchange)
    const chain = await chainHere(helga, keys.id)
    const good = await runOf(anna, keys, chain, 'good')
    const altered = good.map((byte, at) => (at === good.length - 1 ? byte ^ 1 : byte))
    const gap = await runOf(anna, keys, { ...chain, seq: chain.seq + 1 }, 'after a gap')
    const foreign = await runOf(anna, keys, chain, 'of another space', elsewhere.exchange.space)
    const stranger = await runOf(anna, await keysNow(elsewhere.exchange), noChain, 'by a stranger')
    const noise = new Uint8Array(400).map((_, at) => at % 251)
    slipIn(server, altered, gap, foreign, stranger, noise)
    await exchangeRound(helga.exchange)
    expect(await textsOn(helga)).toEqual([])
    await write(karl, edit(newId(), 'note', { text: 'of Karl' }))
    await exchangeRound(karl.exchange)
    await exchangeRound(helga.exchange)
    expect(await textsOn(helga)).toEqual(['of Karl'])
  })

  it('takes what its author sends after a run that was slipped in under that name', async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga)
    await exchangeRound(helga.exchange)
    const keys = await keysNow(anna.exchange)
    const chain = await chainHere(helga, keys.id)
    const good = await runOf(anna, keys, chain, 'never sent')
    const altered = good.map((byte, at) => (at === good.length - 1 ? byte ^ 1 : byte))
    slipIn(server, altered, await runOf(anna, keys, { ...chain, seq: chain.seq + 5 }, 'far ahead'))
    await exchangeRound(helga.exchange)
    await write(anna, edit(newId(), 'note', { text: 'genuine' }))
    await exchangeRound(anna.exchange)
    await exchangeRound(helga.exchange)
    expect(await textsOn(helga)).toEqual(['genuine'])
    expect(await helga.exchange.tables.frozen.count()).toBe(1)
  })

  it('stays at the last common word of a device whose chain forks', async () => {
    const server = new Server()
    const helga = await found(server)
    const anna = await joined(server, helga)
    await exchangeRound(helga.exchange)
    const keys = await keysNow(anna.exchange)
    const chain = await chainHere(helga, keys.id)
    const [one, other] = [await runOf(anna, keys, chain, 'one'), await runOf(anna, keys, chain, 'other')]
    slipIn(server, one, other)
    await exchangeRound(helga.exchange)
    expect(await textsOn(helga)).toEqual(['one'])
  })

  it('gets in the next round what was left out of a page, altered, or exchanged in it', async () => {
    const server = new Server()
    const helga = await found(server)
    await write(helga, edit(newId(), 'note', { text: 'older' }))
    await exchangeRound(helga.exchange)
    const anna = await joined(server, helga)
    const [older] = await anna.exchange.tables.log.toArray()
    const spoils = [
      (parts: readonly Bytes[]) => parts.slice(1),
      // One that is as long, with what the log is after the true one.
      ([, ...rest]: readonly Bytes[]) => [new Uint8Array(older?.bytes ?? []), ...rest],
      ([first, ...rest]: readonly Bytes[]) => [first?.map((byte) => byte ^ 1) ?? new Uint8Array(), ...rest],
    ]
    for (const spoil of spoils) {
      for (const text of ['one', 'two']) {
        await write(helga, edit(newId(), 'note', { text }))
        await exchangeRound(helga.exchange)
      }
      changeAnswers(server, endpoints.pull, (page) => ({ ...page, parts: spoil(page.parts) }))
      await exchangeRound(anna.exchange)
      server.line = (send) => send()
      await exchangeRound(anna.exchange)
      expect(await seenOn(anna)).toEqual(await seenOn(helga))
    }
  })

  it('is not led in circles by a log without an end, or by changes that never arrive', async () => {
    const server = new Server()
    const helga = await found(server)
    const broken = { name: 'SyncProblem', code: 'broken' }
    changeAnswers(server, endpoints.pull, (page) => ({ ...page, more: true }))
    await expect(exchangeRound(helga.exchange)).rejects.toMatchObject(broken)
    changeAnswers(server, endpoints.pull, (page) => ({ ...page, n: 1, more: true, restart: true }))
    await expect(exchangeRound(helga.exchange)).rejects.toMatchObject(broken)
    await write(helga, edit(newId(), 'note', { text: 'mine' }))
    changeAnswers(server, endpoints.push, (answer) => ({ ...answer, you: { seq: 0, hash: '0'.repeat(64) } }))
    await expect(exchangeRound(helga.exchange)).rejects.toMatchObject(broken)
    server.line = (send) => send()
    await exchangeRound(helga.exchange)
    expect(await textsOn(await joined(server, helga))).toEqual(['mine'])
  })

  it('refuses answers that are torn, and has lost nothing by them', async () => {
    const server = new Server()
    const helga = await found(server)
    await write(helga, edit(newId(), 'note', { text: 'mine' }))
    for (const cut of [0, 1, 5, 40]) {
      server.line = async (send) => {
        const answer = await send()
        const bytes = (await answer.arrayBuffer()).slice(0, cut)
        return new Response(bytes, { status: answer.status, headers: answer.headers })
      }
      await expect(exchangeRound(helga.exchange)).rejects.toMatchObject({ name: 'SyncProblem' })
    }
    server.line = (send) => send()
    await exchangeRound(helga.exchange)
    const anna = await joined(server, helga)
    expect(await textsOn(anna)).toEqual(['mine'])
  })
})
