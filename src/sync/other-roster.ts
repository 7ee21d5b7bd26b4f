import { verifyRoster, type SignedEntry } from '../crypto/entry.ts'
import { Problem } from '../crypto/problem.ts'
import type { RosterRow } from '../db/tables.ts'
import { fromHex } from '../shared/bytes.ts'
import { endpoints, type RosterPage, type SentEntry } from '../shared/exchange/endpoints.ts'
import type { Roster } from '../shared/roster/roster.ts'
import type { Exchange } from './exchange.ts'
import { Forked, Outdated, SyncProblem } from './problem.ts'
import { forget, rowOf, takeAll } from './roster.ts'
import { askAs, type Asker } from './token.ts'

/** A roster from its first entry on, verified. Nothing of it is kept yet. */
export type There = {
  readonly roster: Roster
  readonly signed: readonly SignedEntry[]
  readonly rows: RosterRow[]
}

async function verified(space: string, entries: readonly SentEntry[]): Promise<There> {
  const signed = entries.map(({ bytes, signatures }) => ({
    bytes: fromHex(bytes),
    signatures: signatures.map(fromHex),
  }))
  const roster = await verifyRoster(signed, space)
  return { roster, signed, rows: signed.map((entry, index) => rowOf(index, entry, entries[index]?.at ?? 0)) }
}

/** What the exchange shows of the roster now. Forked if it doesn't hold, Outdated if it is of a newer app. */
export async function rosterThere(exchange: Exchange, asker: Asker): Promise<There> {
  const entries: SentEntry[] = []
  for (let more = true; more;) {
    const page = await askAs(exchange, asker, endpoints.roster, { from: entries.length })
    // One that says more and brings none has no end.
    if (page.more && page.entries.length === 0) throw new SyncProblem('broken')
    entries.push(...page.entries)
    more = page.more
  }
  try {
    return await verified(exchange.space, entries)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw error.cause === 'kind' ? new Outdated() : new Forked()
  }
}

/** A roster that begins here, from its first entry on: for a space that is founded or joined. */
export async function beginRosterHere(
  { tables, space }: Pick<Exchange, 'tables' | 'space'>,
  entries: readonly SentEntry[],
): Promise<Roster> {
  const { roster, rows } = await verified(space, entries)
  await tables.transaction('rw', tables.roster, async () => {
    // Of a notebook that was left before there may be another branch.
    await tables.roster.clear()
    await tables.roster.bulkPut(rows)
  })
  return roster
}

/**
 * Gives up the branch known here for the one that heals it, in one transaction. `fork` is the last entry of both, by index; what was
 * written behind it counts as written before `healedAt`.
 */
export async function takeOther(
  exchange: Exchange,
  { roster, rows }: There,
  { fork, healedAt }: { readonly fork: number; readonly healedAt: number },
): Promise<void> {
  const { tables, kept } = exchange
  await tables.transaction('rw', tables.roster, tables.seen, async () => {
    await tables.roster.clear()
    await tables.roster.bulkPut(rows)
    await tables.seen
      .filter(({ rosterIndex = 0 }) => rosterIndex > fork)
      .modify({ rosterIndex: healedAt - 1 })
  })
  forget(exchange)
  kept.roster = roster
}

/** Fetches the whole roster of a space that is being joined; `ask` asks for it from an index on. */
export async function fetchRoster(
  exchange: Exchange,
  ask: (from: number) => Promise<RosterPage>,
): Promise<Roster> {
  const { entries, more } = await ask(0)
  const roster = await beginRosterHere(exchange, entries)
  return more ? takeAll(exchange, ask) : roster
}
