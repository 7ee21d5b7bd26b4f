import { toHex } from '../../shared/bytes.ts'
import { headOf, readEntry } from '../../shared/roster/entry.ts'
import { readGenesis } from '../../shared/roster/genesis.ts'
import { beginRoster, ownCopy, presentHead, type OwnRoster, type Roster } from '../../shared/roster/roster.ts'
import { advance } from '../../shared/roster/rules.ts'
import type { KeptEntry, Store } from '../store/store.ts'

const most = 500

/** The roster after a kept entry: it was verified when it was taken. Undefined if it doesn't follow upon this one. */
async function step(roster: OwnRoster | undefined, { bytes }: KeptEntry): Promise<OwnRoster | undefined> {
  const head = await headOf(bytes)
  if (!roster) {
    const { signer, body } = readGenesis(bytes)
    return ownCopy(beginRoster(signer, body, head))
  }
  const entry = readEntry(bytes)
  return toHex(entry.prevHead) === presentHead(roster) ? advance(roster, entry, head) : undefined
}

async function extend(roster: Roster | undefined, entries: readonly KeptEntry[]) {
  let now = roster && ownCopy(roster)
  for (const entry of entries) {
    now = await step(now, entry)
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
    const after = before && (await extend(before, await store.entries(space, before.heads.length)))
    // A store that was put back to an older state has another chain than the one in memory.
    const isSame = after !== undefined && presentHead(after) === head
    return isSame ? after : extend(undefined, await store.entries(space, 0))
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
