import { save, type PhotoBytes } from './save.ts'
import type { Notebook, Tables } from './tables.ts'

async function photosOf({ photos, thumbs }: Tables, id: string): Promise<PhotoBytes[]> {
  const [full, thumb] = [await photos.get(id), await thumbs.get(id)]
  return full && thumb ? [{ full, thumb }] : []
}

/**
 * Copies what stands in one notebook into another, as if it had been written there, each with its time. What is there
 * already stays as it is: so nothing comes twice where it was cut off and begun again.
 */
export async function takeAlong(from: Tables, to: Notebook): Promise<void> {
  const rows = await from.records.filter(({ list, kind }) => list !== 'bin' && kind !== 'notebook').toArray()
  for (const { id, kind, fields, changedAt } of rows) {
    if (await to.tables.versions.get(id)) continue
    const edit = { record: id, kind, set: fields, over: {}, time: changedAt }
    await save(to, [edit], await photosOf(from, id))
  }
}
