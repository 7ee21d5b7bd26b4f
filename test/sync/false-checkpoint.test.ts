import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { signStatement } from '../../src/crypto/checkpoint.ts'
import type { RecordState } from '../../src/db/merge.ts'
import { concat, toHex, type Bytes } from '../../src/shared/bytes.ts'
import { writeStatement, type Statement } from '../../src/shared/checkpoint/statement.ts'
import { endpoints } from '../../src/shared/exchange/endpoints.ts'
import { keptStatement } from '../../src/sync/checkpoint/kept.ts'
import { foldHere, say } from '../../src/sync/checkpoint/say.ts'
import { askerOf } from '../../src/sync/copy.ts'
import { keysNow, type Exchange } from '../../src/sync/exchange.ts'
import { knownRoster } from '../../src/sync/roster.ts'
import { askAs } from '../../src/sync/token.ts'
import { edit } from '../db/notebook.ts'
import { exchangeRound, found, joined, newId, seenOn, Server, write, type Tablet } from './town.ts'

const shortLog = 8

/** The same tablet, but it wants checkpoints early. */
const eager = (tablet: Tablet): Tablet => ({ ...tablet, exchange: { ...tablet.exchange, shortLog } })

type Lie = {
  readonly records?: (records: Map<string, RecordState>) => void
  readonly statement?: (statement: Statement) => Statement
}

type Forged = { readonly bytes: Bytes; readonly chunks: readonly Bytes[] }

/** A checkpoint of all that a tablet has, but for what it lies about. */
async function forge({ exchange }: Tablet, lie: Lie): Promise<Forged> {
  const roster = await knownRoster(exchange)
  const folded = await foldHere(exchange, roster)
  if (!folded) throw new Error('there is no place for a checkpoint')
  const records = new Map(folded.records)
  lie.records?.(records)
  const said = await say(exchange, roster, folded.place, records)
  if (!said) throw new Error('too long')
  const { statement, chunks } = said
  return { bytes: writeStatement(lie.statement?.(statement) ?? statement), chunks }
}

const signedBy = async (exchange: Exchange, bytes: Bytes) => {
  const keys = await keysNow(exchange)
  return { device: keys.id, signature: toHex(await signStatement(keys, bytes)) }
}

/** Brings it to the exchange with the signatures of these tablets. */
async function bring(
  { exchange }: Tablet,
  { bytes, chunks }: Forged,
  ...by: readonly Tablet[]
): Promise<boolean> {
  const asker = await askerOf(exchange, await knownRoster(exchange))
  for (const chunk of chunks) await askAs(exchange, asker, endpoints.putChunk, { parts: [chunk] })
  const signatures = await Promise.all(by.map((one) => signedBy(one.exchange, bytes)))
  return (await askAs(exchange, asker, endpoints.putCheckpoint, { bytes: toHex(bytes), signatures })).agreed
}

async function association(server: Server): Promise<{ helga: Tablet; anna: Tablet }> {
  const helga = await found(server)
  const anna = await joined(server, helga)
  await write(helga, ...Array.from({ length: 9 }, (_, at) => edit(newId(), 'note', { text: `Notiz ${at}` })))
  for (const one of [helga, anna, helga]) await exchangeRound(one.exchange)
  return { helga, anna }
}

/** One note says something else than what was written. */
const twist = (records: Map<string, RecordState>): void => {
  const [id, state] = [...records].find(([, { kind }]) => kind === 'note') ?? []
  if (!id || !state) throw new Error('no note')
  const live = state.registers['text']?.live ?? {}
  const twisted = Object.fromEntries(
    Object.entries(live).map(([stamp, version]) => [stamp, { ...version, value: 'gelogen' }]),
  )
  records.set(id, { ...state, registers: { ...state.registers, text: { live: twisted, ahead: [] } } })
}

it('a false checkpoint by one member is signed by nobody else, and a newcomer never sees it', async () => {
  const server = new Server()
  const { helga, anna } = await association(server)
  expect(await bring(anna, await forge(anna, { records: twist }), anna)).toBe(false)
  const honest = eager(helga)
  await exchangeRound(honest.exchange)
  expect(honest.exchange.kept.false.size).toBe(1)
  expect(await keptStatement(helga.exchange)).toBeUndefined()
  const dora = await joined(server, helga, { guest: 'Dóra' })
  expect(await seenOn(dora)).toEqual(await seenOn(helga))
  expect(JSON.stringify(await seenOn(dora))).not.toContain('gelogen')
  // The true one that Helga made in its place is agreed on by the next member who looks.
  await exchangeRound(eager(anna).exchange)
  expect((await keptStatement(anna.exchange))?.statement.records).toBe(
    await anna.exchange.tables.versions.count(),
  )
})

it('one member with two tablets is one member', async () => {
  const server = new Server()
  const { helga, anna } = await association(server)
  const second = await joined(server, anna, { own: true })
  await exchangeRound(anna.exchange)
  expect(await bring(anna, await forge(anna, { records: twist }), anna, second)).toBe(false)
  const dora = await joined(server, helga, { guest: 'Dóra' })
  expect(await seenOn(dora)).toEqual(await seenOn(helga))
})

it('nobody signs what says otherwise by which entries of the roster was written', async () => {
  const server = new Server()
  const { helga, anna } = await association(server)
  await joined(server, helga, { guest: 'Béla' })
  await exchangeRound(anna.exchange)
  const later = (statement: Statement): Statement => ({
    ...statement,
    reach: statement.reach.map((one) => ({ ...one, index: statement.index })),
  })
  const forged = await forge(anna, { statement: later })
  await bring(anna, forged, anna)
  await exchangeRound(eager(helga).exchange)
  const asker = await askerOf(helga.exchange, await knownRoster(helga.exchange))
  const { checkpoints } = await askAs(helga.exchange, asker, endpoints.checkpoints, {})
  const there = checkpoints.find(({ bytes }) => bytes === toHex(forged.bytes))
  expect(there?.signatures).toHaveLength(1)
})

it('the exchange refuses what is not of its log, not signed, a reader’s, or without its chunks', async () => {
  const server = new Server()
  const { helga, anna } = await association(server)
  const bela = await joined(server, helga, { guest: 'Béla', role: 'reader' })
  await exchangeRound(helga.exchange)
  const good = await forge(helga, {})
  const lied = async (change: (statement: Statement) => Partial<Statement>): Promise<Forged> =>
    forge(helga, { statement: (statement) => ({ ...statement, ...change(statement) }) })
  const refusals = [
    [await lied(() => ({ hash: '11'.repeat(32) })), [helga], 'chain'],
    [await lied(({ n }) => ({ n: n + 1 })), [helga], 'chain'],
    [await lied(({ index }) => ({ index: index - 1 })), [helga], 'head'],
    [await lied(({ epoch }) => ({ epoch: epoch + 1 })), [helga], 'epoch'],
    [await lied(() => ({ chunks: ['22'.repeat(32)] })), [helga], 'unknown'],
    [good, [helga, bela], 'role'],
  ] as const
  for (const [forged, by, reason] of refusals)
    await expect(bring(helga, forged, ...by), reason).rejects.toMatchObject({ reason })
  const asker = await askerOf(helga.exchange, await knownRoster(helga.exchange))
  const wrong = { device: asker.id, signature: '33'.repeat(64) }
  const question = { bytes: toHex(good.bytes), signatures: [wrong] }
  await expect(askAs(helga.exchange, asker, endpoints.putCheckpoint, question)).rejects.toMatchObject({
    reason: 'signature',
  })
  expect((await askAs(helga.exchange, asker, endpoints.checkpoints, {})).checkpoints).toEqual([])
  expect(await bring(helga, good, helga)).toBe(false)
  expect(await bring(anna, good, anna)).toBe(true)
})

it('an exchange that calls a checkpoint of one member agreed on, or gives other chunks, leads nobody astray', async () => {
  const server = new Server()
  const { helga, anna } = await association(server)
  await bring(anna, await forge(anna, { records: twist }), anna)
  server.line = async (send) => {
    const answer = await send()
    const path = server.asked.at(-1)
    if (path !== endpoints.checkpoints.path || !answer.ok) return answer
    const said = endpoints.checkpoints.answer.read(new Uint8Array(await answer.arrayBuffer()))
    const agreed = { checkpoints: said.checkpoints.map((one) => ({ ...one, agreed: 1 })) }
    return new Response(endpoints.checkpoints.answer.write(agreed), { headers: answer.headers })
  }
  const dora = await joined(server, helga, { guest: 'Dóra' })
  expect(await seenOn(dora)).toEqual(await seenOn(helga))
  // Now one that both have signed, whose chunks come with a bit changed.
  server.line = (send) => send()
  const good = await forge(helga, {})
  await bring(helga, good, helga, anna)
  server.line = async (send) => {
    const answer = await send()
    if (server.asked.at(-1) !== endpoints.getChunk.path || !answer.ok) return answer
    const { parts } = endpoints.getChunk.answer.read(new Uint8Array(await answer.arrayBuffer()))
    const broken = parts.map((part) => {
      const other = concat(part)
      other[40] = (other[40] ?? 0) ^ 1
      return other
    })
    return new Response(endpoints.getChunk.answer.write({ parts: broken }), { headers: answer.headers })
  }
  const late = await joined(server, helga, { guest: 'Late' })
  expect(await seenOn(late)).toEqual(await seenOn(helga))
})
