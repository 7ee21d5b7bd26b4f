import { randomBytes } from 'node:crypto'
import { save } from '../../src/db/save.ts'
import { photoIds } from '../../src/db/photos-here.ts'
import { edit } from '../db/notebook.ts'
import { newId, type Tablet } from './town.ts'

/** Takes so many photos, each of other bytes; returns their ids. */
export async function takePhotos(tablet: Tablet, count: number, size = 2000): Promise<string[]> {
  const notebook = await tablet.notebook()
  const ids = Array.from({ length: count }, newId)
  for (let at = 0; at < count; at += 250) {
    const some = ids.slice(at, at + 250)
    const edits = some.map((id, index) =>
      edit(id, 'photo', {
        type: 'image/jpeg',
        size,
        addedOn: new Date(1_700_000_000_000 + at + index).toISOString(),
      }),
    )
    const bytes = some.map((id) => ({
      full: { id, type: 'image/jpeg', bytes: Uint8Array.from(randomBytes(size)).buffer },
      thumb: { id, type: 'image/jpeg', bytes: Uint8Array.from(randomBytes(200)).buffer },
    }))
    await save(notebook, edits, bytes)
  }
  return ids
}

/** What a tablet has of photos: how many stand, and of how many it has the small picture, the photo, and unsent ones. */
export async function albumOf({ exchange: { tables } }: Tablet) {
  const [all, thumbs, photos, unsent] = await Promise.all([
    photoIds(tables),
    tables.thumbs.count(),
    tables.photos.count(),
    tables.unsentPhotos.count(),
  ])
  return { all: all.length, thumbs, photos, unsent }
}
