import { newId } from '../shared/ids.ts'
import { save, type Edit, type PhotoBytes } from './save.ts'
import type { Notebook } from './tables.ts'

export { usePhoto, useThumb } from './photo-url.ts'

/** A photo as shrunk on the device: two JPEGs without any metadata, sizes in pixels. */
export type ShrunkPhoto = {
  readonly type: string
  readonly bytes: ArrayBuffer
  readonly thumb: ArrayBuffer
  readonly width: number
  readonly height: number
}

/**
 * The edit and the bytes of a new photo record, to be saved with other edits or alone. `page` is its place among the
 * pages of a document.
 */
export function newPhoto(
  shrunk: ShrunkPhoto,
  about: string,
  now: number,
  page?: number,
): { id: string; edit: Edit; bytes: PhotoBytes } {
  const id = newId()
  const { type, width, height } = shrunk
  const set = {
    about,
    type,
    width,
    height,
    size: shrunk.bytes.byteLength,
    addedOn: new Date(now).toISOString(),
    ...(page === undefined ? {} : { page }),
  }
  return {
    id,
    edit: { record: id, kind: 'photo', set, over: {} },
    bytes: { full: { id, type, bytes: shrunk.bytes }, thumb: { id, type, bytes: shrunk.thumb } },
  }
}

/** Keeps a photo about a record; returns the photo record's id once it is durable. */
export async function addPhoto(notebook: Notebook, shrunk: ShrunkPhoto, about: string): Promise<string> {
  const photo = newPhoto(shrunk, about, notebook.now())
  await save(notebook, [photo.edit], [photo.bytes])
  return photo.id
}
