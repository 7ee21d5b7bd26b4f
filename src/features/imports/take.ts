import { listOf } from '../../db/find.ts'
import { newPhoto } from '../../db/photo.ts'
import { save, type Edit, type PhotoBytes } from '../../db/save.ts'
import type { Notebook } from '../../db/tables.ts'
import { shrink } from '../../ui/shrink.ts'
import type { Candidate } from './candidates.ts'
import { planGroups } from './groups.ts'
import { toFields, type Say } from './to-fields.ts'

/** How many photos of how many are ready. */
export type Progress = { readonly done: number; readonly of: number }

export type Taken = {
  readonly people: number
  /** Photos that this device couldn't read. */
  readonly photosLost: number
  /** The new people and groups, to be removed again should it be undone. */
  readonly records: readonly string[]
}

export type Wishes = {
  readonly withGroups: boolean
  readonly say: Say
  readonly onPhotos: (progress: Progress) => void
}

type Photo = { readonly id: string; readonly edit: Edit; readonly bytes: PhotoBytes }

/** Photos by the id of their person. One after the other: two at once are too much for a small tablet. */
async function shrinkPhotos(
  { now }: Notebook,
  people: readonly Candidate[],
  onPhotos: Wishes['onPhotos'],
  draw: typeof shrink,
): Promise<Map<string, Photo>> {
  const pictured = people.flatMap(({ id, person: { photo } }) => (photo ? [{ id, photo }] : []))
  const photos = new Map<string, Photo>()
  for (const [done, { id, photo }] of pictured.entries()) {
    onPhotos({ done, of: pictured.length })
    const shrunk = await draw(new Blob([photo.bytes], { type: photo.type }))
    if (shrunk) photos.set(id, newPhoto(shrunk, id, now()))
  }
  if (pictured.length > 0) onPhotos({ done: pictured.length, of: pictured.length })
  return photos
}

/**
 * Puts people of a file into the notebook, with their groups and photos, all of them or none.
 * Durable when it resolves; rejects as `save` does.
 */
export async function take(
  notebook: Notebook,
  people: readonly Candidate[],
  { withGroups, say, onPhotos }: Wishes,
  draw = shrink,
): Promise<Taken> {
  const photos = await shrinkPhotos(notebook, people, onPhotos, draw)
  const groups = withGroups ? planGroups(people, await listOf(notebook, 'group')) : undefined
  const persons = people.map(({ id, person }): Edit => {
    const photo = photos.get(id)
    const fields = toFields(person, say, groups?.idsOf(person.groups))
    return { record: id, kind: 'person', set: photo ? { ...fields, photo: photo.id } : fields, over: {} }
  })
  const made = [...(groups?.edits ?? []), ...persons]
  const kept = [...photos.values()]
  await save(
    notebook,
    [...made, ...kept.map((photo) => photo.edit)],
    kept.map((photo) => photo.bytes),
  )
  return {
    people: people.length,
    photosLost: people.filter(({ id, person }) => person.photo && !photos.has(id)).length,
    records: made.map((edit) => edit.record),
  }
}
