import { remove } from '../../db/bin.ts'
import { copyInto, type Along } from '../../db/copy-into.ts'
import type { Copied } from '../../db/copying.ts'
import { besideOpen } from '../../db/open.ts'
import type { OtherNotebook } from '../../db/other-notebooks.ts'
import type { Notebook } from '../../db/tables.ts'
import { fetchPhoto } from '../../sync/verbs.ts'
import type { Original } from './parts.ts'

/** Fetches the photos whose bytes don't lie here yet, as far as they can be had. */
async function fetchMissing({ tables }: Notebook, photos: readonly string[]): Promise<void> {
  const here = new Set(
    await tables.photos
      .where('id')
      .anyOf([...photos])
      .primaryKeys(),
  )
  for (const photo of photos.filter((one) => !here.has(one))) {
    // Without a network it stays behind, and the person is told so.
    await fetchPhoto(photo).catch(() => false)
  }
}

/** Puts a copy into another notebook. Returns how it went, and the way to take it out again. */
export async function copy(
  notebook: Notebook,
  { own }: OtherNotebook,
  { row, photos }: Original,
  along: Along,
): Promise<Copied & { readonly undo: () => Promise<void> }> {
  if (along.photos) await fetchMissing(notebook, photos)
  const { now } = notebook
  const copied = await besideOpen(own, now, (other) => copyInto(notebook, other, row.id, along))
  return { ...copied, undo: () => besideOpen(own, now, (other) => remove(other, copied.records)) }
}
