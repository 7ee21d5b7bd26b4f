import { concat, fromHex, u32, type Bytes } from '../shared/bytes.ts'
import { labelled, labels } from '../shared/labels.ts'
import { openBare, sealBare } from './aead.ts'
import { deriveKey, type EpochKey } from './epoch.ts'

const aadOf = (spaceId: string, epoch: number): Bytes =>
  concat(labelled(labels.previous), fromHex(spaceId), u32(epoch))

/** Zeros: each epoch's key seals one thing with the key that is derived here. */
const nonce = (): Bytes => new Uint8Array(12)

/** The key before (32 bytes) sealed under an epoch's key, so that whoever has the newest one reads the whole past: 48 bytes. */
export async function sealBack(
  { material, epoch }: EpochKey,
  spaceId: string,
  before: Bytes,
): Promise<Bytes> {
  const key = await deriveKey(material, fromHex(spaceId), labels.previous)
  return sealBare(key, before, aadOf(spaceId, epoch), nonce())
}

/** The raw key of the epoch before. Problem 'seal-refused' if there is another one behind, or none. */
export async function openBack({ material, epoch }: EpochKey, spaceId: string, back: Bytes): Promise<Bytes> {
  const key = await deriveKey(material, fromHex(spaceId), labels.previous)
  return openBare(key, back, aadOf(spaceId, epoch), nonce())
}

const otherAad = (spaceId: string, epoch: number, head: Bytes): Bytes =>
  concat(labelled(labels.heal), fromHex(spaceId), u32(epoch), head)

/**
 * The last key of a branch that is given up (32 bytes), sealed under the key of the epoch that begins with its heal, and bound to
 * the branch's head: whoever comes later reads what was written there: 48 bytes.
 */
export async function sealOther(
  { material, epoch }: EpochKey,
  spaceId: string,
  head: Bytes,
  other: Bytes,
): Promise<Bytes> {
  const key = await deriveKey(material, fromHex(spaceId), labels.heal)
  return sealBare(key, other, otherAad(spaceId, epoch, head), nonce())
}

/** The raw last key of the branch with that head. Problem 'seal-refused' if there is another one in it. */
export async function openOther(
  { material, epoch }: EpochKey,
  spaceId: string,
  head: Bytes,
  sealed: Bytes,
): Promise<Bytes> {
  const key = await deriveKey(material, fromHex(spaceId), labels.heal)
  return openBare(key, sealed, otherAad(spaceId, epoch, head), nonce())
}
