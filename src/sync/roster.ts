import { signEntry, verifyEntry, verifyRoster, type SignedEntry } from '../crypto/entry.ts'
import type { RosterRow } from '../db/tables.ts'
import { concat, fromHex, toHex, type Bytes } from '../shared/bytes.ts'
import { endpoints, type RosterPage, type SentEntry } from '../shared/exchange/endpoints.ts'
import type { Entry } from '../shared/roster/entry.ts'
import type { Roster } from '../shared/roster/roster.ts'
import type { Refusal } from '../shared/roster/refusal.ts'
import { Refused } from './ask.ts'
import type { Exchange } from './exchange.ts'
import { SyncProblem } from './problem.ts'
import { askAs, type Asker } from './token.ts'

/** The exchange shows a history of the roster that isn't the one known here. Nothing of it is taken. */
export class Forked extends Error {
  override readonly name = 'Forked'
}

/** The roster has an entry that this version of the app doesn't know. */
export class Outdated extends Error {
  override readonly name = 'Outdated'
}

const bytesOf = (buffer: ArrayBuffer): Bytes => new Uint8Array(buffer)

const entryOf = ({ bytes, signatures }: RosterRow): SignedEntry => ({
  bytes: bytesOf(bytes),
  signatures: signatures.map(bytesOf),
})

const rowOf = (index: number, { bytes, signatures }: SignedEntry, at: number): RosterRow => ({
  index,
  bytes: concat(bytes).buffer,
  signatures: signatures.map((one) => concat(one).buffer),
  at,
})

/** The roster as it was verified here last. */
export async function knownRoster({ tables, space, kept }: Exchange): Promise<Roster> {
  const count = await tables.roster.count()
  if (kept.roster?.heads.length === count) return kept.roster
  const rows = await tables.roster.orderBy('index').toArray()
  kept.roster = await verifyRoster(rows.map(entryOf), space)
  return kept.roster
}

function refuse(refusal: Refusal): never {
  if (refusal === 'kind') throw new Outdated()
  if (refusal === 'head') throw new Forked()
  throw new SyncProblem('broken', refusal)
}

/** Takes entries that follow upon the roster known here, each verified; durable when it resolves. */
async function take(exchange: Exchange, entries: readonly SentEntry[]): Promise<Roster> {
  let roster = await knownRoster(exchange)
  const rows: RosterRow[] = []
  for (const { bytes, signatures, at } of entries) {
    const entry = { bytes: fromHex(bytes), signatures: signatures.map(fromHex) }
    const verified = await verifyEntry(roster, entry)
    if ('refusal' in verified) refuse(verified.refusal)
    rows.push(rowOf(roster.heads.length, entry, at))
    roster = verified.roster
  }
  const { tables, kept } = exchange
  await tables.transaction('rw', tables.roster, async () => {
    // Another tab may have taken the same ones meanwhile: they are the same bytes, verified from the same beginning.
    await tables.roster.bulkPut(rows)
  })
  kept.roster = roster
  return roster
}

/** Asks for what is new in the roster, until there is no more. Each answer must bring an entry that holds: so there is an end to it. */
async function takeAll(exchange: Exchange, ask: (from: number) => Promise<RosterPage>): Promise<Roster> {
  for (let roster = await knownRoster(exchange); ;) {
    const { entries, more } = await ask(roster.heads.length)
    if (entries.length > 0) roster = await take(exchange, entries)
    else if (more) throw new SyncProblem('broken')
    if (!more) return roster
  }
}

/** Fetches what is new in the roster. */
export const pullRoster = (exchange: Exchange, asker: Asker): Promise<Roster> =>
  takeAll(exchange, (from) => askAs(exchange, asker, endpoints.roster, { from }))

/** Fetches the whole roster of a space that is being joined; `ask` asks for it from an index on. */
export async function fetchRoster(
  exchange: Exchange,
  ask: (from: number) => Promise<RosterPage>,
): Promise<Roster> {
  const { entries, more } = await ask(0)
  const roster = await beginRosterHere(exchange, entries)
  return more ? takeAll(exchange, ask) : roster
}

/** A roster that begins here, from its first entry on: for a space that is founded or joined. */
export async function beginRosterHere(
  exchange: Pick<Exchange, 'tables' | 'space'>,
  entries: readonly SentEntry[],
): Promise<Roster> {
  const signed = entries.map(({ bytes, signatures }) => ({
    bytes: fromHex(bytes),
    signatures: signatures.map(fromHex),
  }))
  const roster = await verifyRoster(signed, exchange.space)
  await exchange.tables.roster.bulkPut(
    signed.map((entry, index) => rowOf(index, entry, entries[index]?.at ?? 0)),
  )
  return roster
}

/** A server that was set back has fewer entries than I: it gets the rest before anything else. */
export async function sendEntries(exchange: Exchange, asker: Asker, from: number): Promise<void> {
  const rows = await exchange.tables.roster.where('index').aboveOrEqual(from).sortBy('index')
  for (const row of rows) {
    const { bytes, signatures } = entryOf(row)
    const question = { bytes: toHex(bytes), signatures: signatures.map(toHex), again: true }
    try {
      await askAs(exchange, asker, endpoints.append, question)
    } catch (error) {
      if (error instanceof Refused && error.reason === 'head') throw new Forked()
      throw error
    }
  }
}

/** How often an entry is made anew because somebody else's came first. */
const tries = 8

/** What an entry is to say. */
export type Said = Pick<Entry, 'kind' | 'body'>

/**
 * Appends an entry. `say` says it upon the roster as it stands, again with each try, and checks again whether it is still to
 * be said (undefined: no longer). `after` asks for the result: a slip is used up by its entry. Refused with the server's reason; what the rules forbid is refused here already.
 */
export async function append(
  exchange: Exchange,
  asker: Asker,
  signers: readonly CryptoKey[],
  say: (roster: Roster) => Promise<Said | undefined>,
  after: Asker = asker,
): Promise<Roster> {
  for (let turn = 0; turn < tries; turn += 1) {
    const roster = await pullRoster(exchange, asker)
    const said = await say(roster)
    if (!said) return roster
    const entry = await signEntry(roster, { ...said, signer: asker.id }, signers)
    const verified = await verifyEntry(roster, entry)
    if ('refusal' in verified) throw new Refused(verified.refusal)
    const question = { bytes: toHex(entry.bytes), signatures: entry.signatures.map(toHex), again: false }
    try {
      await askAs(exchange, asker, endpoints.append, question)
    } catch (error) {
      if (error instanceof Refused && error.reason === 'head') continue
      throw error
    }
    return pullRoster(exchange, after)
  }
  throw new SyncProblem('offline')
}
