import { fromHex, toHex } from '../bytes.ts'
import { headOf, readEntry } from './entry.ts'
import { readGenesis } from './genesis.ts'
import { branchIn, type Past } from './branch.ts'
import { beginRoster, ownCopy, presentHead, type OwnRoster } from './roster.ts'
import { advance } from './rules.ts'

/**
 * The roster after one more entry that was verified before; undefined if it doesn't follow upon this one. The one before is changed in
 * place.
 */
export async function step(
  roster: OwnRoster | undefined,
  bytes: Uint8Array<ArrayBuffer>,
  past: Past,
): Promise<OwnRoster | undefined> {
  const head = await headOf(bytes)
  if (!roster) {
    const { signer, body } = readGenesis(bytes)
    return ownCopy(beginRoster(signer, body, head))
  }
  const entry = readEntry(bytes)
  if (toHex(entry.prevHead) !== presentHead(roster)) return undefined
  if (entry.kind !== 'heal') return advance(roster, entry, head)
  const branch = await branchIn(entry, past, (upon, inner, there) =>
    step(ownCopy(upon), fromHex(inner.bytes), there),
  )
  return branch && advance(roster, entry, head, branch)
}

/** The past of a chain of entries that were verified before. */
export const pastOf =
  (chain: readonly Uint8Array<ArrayBuffer>[]): Past =>
  async (count) => {
    let roster: OwnRoster | undefined
    for (const bytes of chain.slice(0, count)) {
      roster = await step(roster, bytes, pastOf(chain))
      if (!roster) break
    }
    if (!roster) throw new Error('a roster that was verified has a gap')
    return roster
  }
