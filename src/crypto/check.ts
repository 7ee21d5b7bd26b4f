import { fromHex, type Bytes } from '../shared/bytes.ts'
import { labelled, labels } from '../shared/labels.ts'

/**
 * The check of an epoch key (32 bytes), that the roster holds so that a wrap of another key is noticed:
 * HKDF-SHA-256(key, salt spaceId, "p1 check")[0..16]. For the first epoch the salt is the zero id, for ever:
 * the check is part of the entry whose hash becomes the space's id (docs/adr/0002-genesis-salt.md).
 */
export async function checkOf(key: Bytes, spaceId: string): Promise<Bytes> {
  const material = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveBits'])
  const params = { name: 'HKDF', hash: 'SHA-256', salt: fromHex(spaceId), info: labelled(labels.check) }
  return new Uint8Array(await crypto.subtle.deriveBits(params, material, 128))
}
