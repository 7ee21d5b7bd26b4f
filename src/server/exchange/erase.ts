import { chunksNow } from '../../shared/checkpoint/erased.ts'
import { readStatement } from '../../shared/checkpoint/statement.ts'
import { readErase } from '../../shared/roster/bodies.ts'
import type { EntryRead } from '../../shared/roster/entry.ts'
import type { Roster } from '../../shared/roster/roster.ts'
import type { Erasure, Store } from '../store/store.ts'
import { refuse } from './refuse.ts'

/**
 * What has to go with an entry that leads from one roster to the next: what it erases itself, or what the branch had erased that it
 * joins. Undefined if that is nothing. Refused as 'chunks' if the checkpoint here isn't sealed anew for it; one that comes `again` only
 * drops that checkpoint: whoever brings it has a later one.
 */
export async function erasureOf(
  store: Store,
  before: Roster,
  after: Roster,
  { kind, body }: EntryRead,
  isAgain: boolean,
): Promise<Erasure | undefined> {
  if (kind !== 'erase' && after.erased.size === before.erased.size) return undefined
  const fresh = [...after.erased].filter((id) => !before.erased.has(id))
  const named =
    kind === 'erase' ? readErase(body) : { records: fresh, photos: fresh, leftovers: [], chunks: {} }
  const agreed = (await store.checkpoints(before.spaceId)).find((one) => one.agreed > 0)
  const chunks = agreed && chunksNow(after, readStatement(agreed.bytes))
  if (agreed && !chunks && !isAgain) refuse('chunks')
  const { records, photos, leftovers } = named
  const checkpoint = agreed && { id: agreed.id, chunks, orDrop: isAgain }
  return { records, photos, leftovers, checkpoint }
}
