import { createHash } from 'node:crypto'
import { save, type PhotoBytes } from '../../../src/db/save.ts'
import { newId } from '../../../src/shared/ids.ts'
import { limits } from '../../../src/shared/limits.ts'
import { promise } from './promise.ts'
import type { Tab, Tablet } from './tablet.ts'
import type { World } from './world.ts'

/** By which a photo's bytes are known again. */
export const hashOf = (bytes: ArrayBuffer): string =>
  createHash('sha256').update(new Uint8Array(bytes)).digest('hex')

/** How a file begins that a backup takes for a picture. */
const jpeg = [0xff, 0xd8, 0xff]

/** A picture of this length: random at its beginning, which is enough to tell it from all others. */
function picture(world: World, length: number): ArrayBuffer {
  const bytes = new Uint8Array(length)
  bytes.set([...jpeg, ...world.random(new Uint8Array(12))])
  return bytes.buffer
}

/** Takes a photo; one in five is so large that it is sent in several pieces. */
export async function takePhoto(world: World, tablet: Tablet, { notebook }: Tab): Promise<void> {
  const { chance, ledger } = world
  const id = newId(world.random)
  const length = chance() < 0.2 ? limits.photoChunk + Math.floor(chance() * limits.photoChunk) : 20
  const type = 'image/jpeg'
  const photo: PhotoBytes = {
    full: { id, type, bytes: picture(world, length) },
    thumb: { id, type, bytes: picture(world, 15) },
  }
  world.photos.set(id, hashOf(photo.full.bytes))
  const set = { type, about: id }
  const edit = ledger.note(id, set, {})
  const saved = { record: id, kind: 'photo', set, over: {} }
  await promise(tablet, [edit], () => save(notebook, [saved], [photo]))
}
