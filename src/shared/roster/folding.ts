import { fromHex, toHex } from '../bytes.ts'
import { headOf, readEntry } from './entry.ts'
import { readGenesis } from './genesis.ts'
import { branchIn, type Past } from './branch.ts'
import { beginRoster, presentHead, type Roster } from './roster.ts'
import { follow } from './rules.ts'

/** The roster after one more entry that was verified before; undefined if it doesn't follow upon this one. */
export async function step(
  roster: Roster | undefined,
  bytes: Uint8Array<ArrayBuffer>,
  past: Past,
): Promise<Roster | undefined> {
  const head = await headOf(bytes)
  if (!roster) {
    const { signer, body } = readGenesis(bytes)
    return beginRoster(signer, body, head)
  }
  const entry = readEntry(bytes)
  if (toHex(entry.prevHead) !== presentHead(roster)) return undefined
  if (entry.kind !== 'heal') return follow(roster, entry, head)
  const branch = await branchIn(entry, past, (upon, inner, there) => step(upon, fromHex(inner.bytes), there))
  return branch && follow(roster, entry, head, branch)
}

/** The past of a chain of entries that were verified before. */
export const pastOf =
  (chain: readonly Uint8Array<ArrayBuffer>[]): Past =>
  async (count) => {
    let roster: Roster | undefined
    for (const bytes of chain.slice(0, count)) {
      roster = await step(roster, bytes, pastOf(chain))
      if (!roster) break
    }
    if (!roster) throw new Error('a roster that was verified has a gap')
    return roster
  }
