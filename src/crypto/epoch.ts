import { concat, fromHex, u32, type Bytes } from '../shared/bytes.ts'
import { labelled, labels, type Label } from '../shared/labels.ts'

/** An epoch's key, as material that HKDF derives from; the raw 32 bytes are needed only to wrap it for others. */
export type EpochKey = { readonly epoch: number; readonly raw: Bytes; readonly material: CryptoKey }

export async function epochKeyOf(epoch: number, raw: Bytes): Promise<EpochKey> {
  const material = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey'])
  return { epoch, raw, material }
}

/** An AES-256-GCM key out of 32 secret bytes: HKDF-SHA-256(secret, salt spaceId or nothing, label | parts). */
export function deriveKey(
  material: CryptoKey,
  salt: Bytes,
  label: Label,
  ...parts: readonly Uint8Array[]
): Promise<CryptoKey> {
  const params = { name: 'HKDF', hash: 'SHA-256', salt, info: labelled(label, ...parts) }
  return crypto.subtle.deriveKey(params, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}

/** The key under which one device seals in one epoch: HKDF(K_e, salt spaceId, "p1 seal" | deviceId). */
export const sealKeyOf = ({ material }: EpochKey, spaceId: string, deviceId: string): Promise<CryptoKey> =>
  deriveKey(material, fromHex(spaceId), labels.seal, fromHex(deviceId))

/** The key under which names in the roster are sealed. */
export const nameKeyOf = ({ material }: EpochKey, spaceId: string): Promise<CryptoKey> =>
  deriveKey(material, fromHex(spaceId), labels.name)

/** What names and boxes are bound to besides their key. */
export const nameAad = (spaceId: string, epoch: number, deviceId: string): Bytes =>
  concat(labelled(labels.name), fromHex(spaceId), u32(epoch), fromHex(deviceId))
