import { signEntry, verifyEntry, verifyRoster, type SignedEntry } from '../crypto/entry.ts'
import type { RosterRow } from '../db/tables.ts'
import { concat, fromHex, toHex, type Bytes } from '../shared/bytes.ts'
import { endpoints, type RosterPage, type SentEntry } from '../shared/exchange/endpoints.ts'
import { headOf, type Entry } from '../shared/roster/entry.ts'
import { pastOf } from '../shared/roster/folding.ts'
import type { Past } from '../shared/roster/branch.ts'
import { presentHead, type Roster } from '../shared/roster/roster.ts'
import type { Refusal } from '../shared/roster/refusal.ts'
import { Refused } from './ask.ts'
import { eraseHere } from './erase-here.ts'
import type { Exchange } from './exchange.ts'
import { Forked, Outdated, SyncProblem } from './problem.ts'
import { askAs, type Asker } from './token.ts'

const bytesOf = (buffer: ArrayBuffer): Bytes => new Uint8Array(buffer)

const entryOf = ({ bytes, signatures }: RosterRow): SignedEntry => ({
  bytes: bytesOf(bytes),
  signatures: signatures.map(bytesOf),
})

/** An entry as it is kept here. */
export const rowOf = (index: number, { bytes, signatures }: SignedEntry, at: number): RosterRow => ({
  index,
  bytes: concat(bytes).buffer,
  signatures: signatures.map((one) => concat(one).buffer),
  at,
})

/** Forgets what was worked out of a roster that is another one by now. */
export function forget({ kept }: Exchange): void {
  delete kept.roster
  kept.keys = new Map()
  kept.epochs = 0
  kept.erasedTo = 0
  kept.mendedTo = 0
  kept.sealKeys.clear()
}

/** The roster as it was verified here last. */
export async function knownRoster(exchange: Exchange): Promise<Roster> {
  const { tables, space, kept } = exchange
  const last = await tables.roster.orderBy('index').last()
  const head = last && toHex(await headOf(bytesOf(last.bytes)))
  if (kept.roster && presentHead(kept.roster) === head) return kept.roster
  const rows = await tables.roster.orderBy('index').toArray()
  const roster = await verifyRoster(rows.map(entryOf), space)
  // Another tab may have changed over to another branch.
  if (kept.roster && roster.heads[kept.roster.heads.length - 1] !== presentHead(kept.roster)) forget(exchange)
  kept.roster = roster
  return roster
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
  const past: Past = async (count) => {
    const before = await exchange.tables.roster.orderBy('index').toArray()
    return pastOf([...before, ...rows].map((row) => bytesOf(row.bytes)))(count)
  }
  for (const { bytes, signatures, at } of entries) {
    const entry = { bytes: fromHex(bytes), signatures: signatures.map(fromHex) }
    const judged = await verifyEntry(roster, entry, past)
    if ('refusal' in judged) refuse(judged.refusal)
    rows.push(rowOf(roster.heads.length, entry, at))
    roster = judged.roster
  }
  const { tables, kept } = exchange
  await tables.transaction('rw', tables.roster, async () => {
    // Another tab may have taken the same ones meanwhile: they are the same bytes, verified from the same beginning.
    await tables.roster.bulkPut(rows)
  })
  kept.roster = roster
  await eraseHere(exchange, roster)
  return roster
}

/** Asks for what is new in the roster, until there is no more. Each answer must bring an entry that holds: so there is an end to it. */
export async function takeAll(
  exchange: Exchange,
  ask: (from: number) => Promise<RosterPage>,
): Promise<Roster> {
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

/** The entries known here, from an index on. */
export const entriesFrom = async ({ tables }: Exchange, from: number): Promise<SignedEntry[]> =>
  (await tables.roster.where('index').aboveOrEqual(from).sortBy('index')).map(entryOf)

/** A server that was set back has fewer entries than I: it gets the rest before anything else. */
export async function sendEntries(exchange: Exchange, asker: Asker, from: number): Promise<void> {
  for (const { bytes, signatures } of await entriesFrom(exchange, from)) {
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
    const judged = await verifyEntry(roster, entry)
    if ('refusal' in judged) throw new Refused(judged.refusal)
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
