import { verifyRoster, type SignedEntry } from '../crypto/entry.ts'
import { Problem } from '../crypto/problem.ts'
import type { RosterRow } from '../db/tables.ts'
import { fromHex } from '../shared/bytes.ts'
import { endpoints, type SentEntry } from '../shared/exchange/endpoints.ts'
import type { Roster } from '../shared/roster/roster.ts'
import type { Exchange } from './exchange.ts'
import { Forked, Outdated } from './problem.ts'
import { forget, rowOf } from './roster.ts'
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
  const { entries } = await askAs(exchange, asker, endpoints.roster, { from: 0 })
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
