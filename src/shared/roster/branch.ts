import { fromHex } from '../bytes.ts'
import { limits } from '../limits.ts'
import { readHeal, type InnerEntry } from './bodies.ts'
import { readEntry, type EntryRead } from './entry.ts'
import type { Roster } from './roster.ts'

/** The roster after so many entries of the chain that is being read. */
export type Past = (entries: number) => Promise<Roster>

/** A branch that a heal gives up: its roster at its end, and the last entry that both have, by index. */
export type Branch = { readonly roster: Roster; readonly fork: number }

/** One more entry upon a roster, with the past of that roster's own chain; undefined if it may not follow. */
export type Next = (roster: Roster, inner: InnerEntry, past: Past) => Promise<Roster | undefined>

/** The branch in a heal's body, worked out from the entry at which it leaves the chain; undefined if it doesn't hold. */
export async function branchIn(entry: EntryRead, past: Past, next: Next): Promise<Branch | undefined> {
  const { entries } = readHeal(entry.body)
  const [first] = entries
  const reads = entries.map(({ bytes }) => readEntry(fromHex(bytes)))
  const fork = (reads[0]?.index ?? 0) - 1
  const heals = reads.filter(({ kind }) => kind === 'heal').length
  // The last common entry has another one behind it here.
  if (!first || fork < 0 || fork + 1 >= entry.index || heals > limits.branchHeals) return undefined
  const rosters = [await past(fork + 1)]
  const pastThere: Past = async (count) => rosters[count - fork - 1] ?? past(count)
  for (const inner of entries) {
    const before = rosters.at(-1)
    const after = before && (await next(before, inner, pastThere))
    if (!after) return undefined
    rosters.push(after)
  }
  const roster = rosters.at(-1)
  return roster && { roster, fork }
}
