import type { Device } from '../../db/device.ts'
import { readSettings } from '../../db/device.ts'
import { refill, type Content } from '../../db/practice.ts'
import type { PhotoBytes } from '../../db/save.ts'
import type { Notebook } from '../../db/tables.ts'
import type { Shrunk } from '../../ui/shrink.ts'
import { entries, writers, type Entry } from './content.ts'
import { drawAll } from './draw.ts'
import { examples } from './examples.ts'
import { resolve, type Example, type Resolver } from './resolve.ts'

/** Stands for somebody who has told nobody a name. */
const nobody = 'Renate Vogel'

const picturesOf = (photos: readonly Entry[]): ReadonlySet<string> =>
  new Set(photos.flatMap(({ picture }) => picture ?? []))

type Pictured = { readonly content: Content['changes'][number]; readonly bytes: PhotoBytes }

/** What a photo's record says of its bytes, and the bytes. */
function pictured(change: Content['changes'][number], shrunk: Shrunk): Pictured {
  const { type, width, height, bytes } = shrunk
  const { record: id, time, set } = change
  const known = { type, width, height, size: bytes.byteLength, addedOn: new Date(time).toISOString() }
  return {
    content: { ...change, set: { ...set, ...known } },
    bytes: { full: { id, type, bytes }, thumb: { id, type, bytes: shrunk.thumb } },
  }
}

function photosOf(
  photos: readonly Entry[],
  resolver: Resolver,
  drawn: ReadonlyMap<string, Shrunk>,
): Pictured[] {
  return photos.flatMap((photo) => {
    const shrunk = drawn.get(photo.picture ?? '')
    return shrunk ? resolver.changes(photo).map((change) => pictured(change, shrunk)) : []
  })
}

/**
 * Fills the practice notebook as it is at first, seen from now, whatever lies in it; tells how many pictures are drawn.
 * `example` is what the examples from real towns say of themselves.
 * Until the last one is, nothing is changed.
 */
export async function fillPractice(
  notebook: Notebook,
  device: Device,
  example: Example,
  tell: (done: number, of: number) => void,
): Promise<void> {
  const myName = (await readSettings(device)).myName || nobody
  const photos = entries.filter((entry) => entry.kind === 'photo')
  const { resolver, changes, names } = resolve([...entries, ...examples], writers, {
    today: new Date(notebook.now()),
    myName,
    example,
  })
  const taken = photosOf(photos, resolver, await drawAll(picturesOf(photos), tell))
  await refill(notebook, {
    changes: [...changes.filter((change) => change.kind !== 'photo'), ...taken.map((one) => one.content)],
    photos: taken.map((one) => one.bytes),
    names: { ...names, [notebook.me]: myName },
  })
}
