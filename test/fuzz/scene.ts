import { chanceFrom } from '../../bench/random.ts'
import { verifyRoster } from '../../src/crypto/entry.ts'
import { verifyRun } from '../../src/crypto/run.ts'
import type { Store } from '../../src/server/store/store.ts'
import { fromHex, toHex } from '../../src/shared/bytes.ts'
import { endpoints } from '../../src/shared/exchange/endpoints.ts'
import { presentHead } from '../../src/shared/roster/roster.ts'
import { noChain, rosterIndexOf, writeAllowed, type Chain } from '../../src/shared/roster/writing.ts'
import { readRun, writeRun } from '../../src/shared/run.ts'
import { ask } from '../server/exchange/caller.ts'
import { tokenFor } from '../server/exchange/circle.ts'
import { fillBook, type Book } from './book.ts'
import { openWatched, publicUrl, type Watched } from './exchange.ts'
import { idFor } from './keys.ts'
import { anyBody, noEnd, runBy, writersIn, type End } from './runs.ts'
import { demand } from './target.ts'

/** An exchange with one space in use, and all that its members and strangers could know. */
export type Scene = {
  readonly watched: Watched
  readonly book: Book
  readonly elsewhere: Book
  /** By who holds them: ids of devices (also of one that left) and of live slips. */
  readonly tokens: ReadonlyMap<string, string>
  /** How far the chains are of those who wrote. */
  readonly ends: ReadonlyMap<string, End>
  readonly founder: string
  /** Not used up yet. */
  readonly challenges: readonly string[]
  readonly photo: string
}

async function bringRoster(fetch: Watched['ask'], book: Book, founder: string): Promise<void> {
  const [first, ...rest] = book.entries.map(({ bytes, signatures }) => ({
    bytes: toHex(bytes),
    signatures: signatures.map(toHex),
  }))
  if (!first) throw new Error('a book without a beginning')
  await ask(fetch, publicUrl, endpoints.found, { ...first, code: '' })
  const key = book.devices.get(founder)?.sign.privateKey as CryptoKey
  const token = await tokenFor({ fetch, url: publicUrl }, book.roster.spaceId, founder, key)
  for (const entry of rest) await ask(fetch, publicUrl, endpoints.append, { ...entry, again: false }, token)
}

async function allTokens(fetch: Watched['ask'], book: Book): Promise<Map<string, string>> {
  const tokens = new Map<string, string>()
  const { spaceId, slips } = book.roster
  const keys = [
    ...[...book.devices].map(([id, { sign }]) => [id, sign.privateKey] as const),
    ...[...book.slips].map(([id, { privateKey }]) => [id, privateKey] as const),
  ]
  for (const [id, key] of keys) {
    const slip = slips.get(id)
    if (!slip || slip.state === 'live')
      tokens.set(id, await tokenFor({ fetch, url: publicUrl }, spaceId, id, key))
  }
  return tokens
}

/** `wrap` puts something wrong around the store. */
export async function openScene(wrap?: (store: Store) => Store): Promise<Scene> {
  const chance = chanceFrom(1)
  const [book, elsewhere] = [await fillBook('exchange', chance), await fillBook('elsewhere', chance)]
  const watched = openWatched(wrap)
  const fetch = watched.ask
  const [founder = ''] = book.devices.keys()
  await bringRoster(fetch, book, founder)
  const tokens = await allTokens(fetch, book)
  const ends = new Map<string, End>()
  for (const device of writersIn(book).slice(0, 2)) {
    const { run, end } = await runBy(book, device, noEnd, [anyBody(chance), anyBody(chance)], chance)
    await ask(
      fetch,
      publicUrl,
      endpoints.push,
      { mode: 'new', parts: [writeRun(run)] },
      tokens.get(device.id),
    )
    ends.set(device.id, end)
  }
  const photo = idFor('photo')
  const piece = { photo, index: 0, count: 2, parts: [new Uint8Array(40).fill(9)] }
  await ask(fetch, publicUrl, endpoints.putPhoto, piece, tokens.get(founder))
  const challenges: string[] = []
  for (let count = 0; count < 3; count += 1)
    challenges.push((await ask(fetch, publicUrl, endpoints.challenge, {})).challenge)
  watched.keep()
  return { watched, book, elsewhere, tokens, ends, founder, challenges, photo }
}

/** What the exchange has is what an honest device takes: a roster by its rules, and signed runs of those who may write. */
export async function checkHonest({ watched, book, founder }: Scene): Promise<void> {
  // Its old one may be swept away by now.
  const key = book.devices.get(founder)?.sign.privateKey as CryptoKey
  const token = await tokenFor({ fetch: watched.ask, url: publicUrl }, book.roster.spaceId, founder, key)
  const { entries } = await ask(watched.ask, publicUrl, endpoints.roster, { from: 0 }, token)
  const signed = entries.map(({ bytes, signatures }) => ({
    bytes: fromHex(bytes),
    signatures: signatures.map(fromHex),
  }))
  const roster = await verifyRoster(signed, book.roster.spaceId)
  demand(roster.heads.includes(presentHead(book.roster)), 'the roster has another history')
  const page = await ask(watched.ask, publicUrl, endpoints.pull, { n: 0, hash: '0'.repeat(64) }, token)
  const chains = new Map<string, Chain>()
  for (const bytes of page.parts) {
    const run = readRun(bytes)
    const refusal = writeAllowed(roster, run, chains.get(run.deviceId) ?? noChain)
    demand(refusal === undefined, `the exchange took a run that is refused: ${refusal}`)
    const links = await verifyRun(roster.spaceId, run, roster.devices.get(run.deviceId)?.sign ?? '')
    const last = links?.at(-1)
    demand(last !== undefined, 'the exchange took a run that nobody signed')
    const chain = { seq: last.header.seq, hash: toHex(last.hash), rosterIndex: rosterIndexOf(roster, run) }
    chains.set(run.deviceId, chain)
  }
}
