import type { Past } from '../../shared/roster/branch.ts'
import { pastOf, step } from '../../shared/roster/folding.ts'
import { ownCopy, presentHead, type Roster } from '../../shared/roster/roster.ts'
import type { KeptEntry, Store } from '../store/store.ts'

const most = 500

/** What the roster was after so many entries, out of the store. */
export const pastIn =
  (store: Store, space: string): Past =>
  async (count) =>
    pastOf((await store.entries(space, 0)).map(({ bytes }) => bytes))(count)

/** The roster after more kept entries: they were verified when they were taken. Undefined if they don't follow upon this one. */
async function extend(roster: Roster | undefined, entries: readonly KeptEntry[], past: Past) {
  let now = roster && ownCopy(roster)
  for (const { bytes } of entries) {
    now = await step(now, bytes, past)
    if (!now) return undefined
  }
  return now
}

/** The rosters of the store, those asked for last kept in memory and held against the store's head each time. */
export function makeRosters(store: Store): { readonly of: (space: string) => Promise<Roster | undefined> } {
  const known = new Map<string, Roster>()
  const read = async (space: string, head: string): Promise<Roster | undefined> => {
    const before = known.get(space)
    if (before && presentHead(before) === head) return before
    const past = pastIn(store, space)
    const after = before && (await extend(before, await store.entries(space, before.heads.length), past))
    // A store that was put back to an older state has another chain than the one in memory.
    const isSame = after !== undefined && presentHead(after) === head
    return isSame ? after : extend(undefined, await store.entries(space, 0), past)
  }
  return {
    async of(space) {
      const kept = await store.space(space)
      const roster = kept && (await read(space, kept.head))
      known.delete(space)
      if (!roster) return undefined
      known.set(space, roster)
      if (known.size > most) known.delete(known.keys().next().value ?? '')
      return roster
    },
  }
}
