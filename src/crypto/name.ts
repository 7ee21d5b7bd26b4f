import { Malformed, type Bytes } from '../shared/bytes.ts'
import { readCanonical, writeCanonical } from '../shared/canonical.ts'
import { secureRandom, type Random } from '../shared/ids.ts'
import { exactly, oneOf, type Check } from '../shared/shape.ts'
import { openWith, sealWith } from './aead.ts'
import { nameAad, nameKeyOf, type EpochKey } from './epoch.ts'
import { Problem } from './problem.ts'

/** Who writes at a device, and what it is. */
export type DeviceName = { readonly name: string; readonly device: 'tablet' | 'phone' | 'computer' }

/** Letters that always fit into the 256 bytes of a sealed name, whatever script they are of. */
export const mostLetters = 40

const text: Check = (value) => typeof value === 'string' && value.length <= mostLetters
const checks = { name: text, device: oneOf('tablet', 'phone', 'computer') }

/** The name as it stands in the roster, at most 256 bytes; letters beyond 40 are cut off. */
export async function sealName(
  key: EpochKey,
  spaceId: string,
  deviceId: string,
  { name, device }: DeviceName,
  random: Random = secureRandom,
): Promise<Bytes> {
  const plain = writeCanonical({ device, name: name.slice(0, mostLetters) })
  const nonce = random(new Uint8Array(12))
  return sealWith(await nameKeyOf(key, spaceId), plain, nameAad(spaceId, key.epoch, deviceId), nonce)
}

/** The name behind a sealed one. Problem 'seal-refused' or 'change-malformed'. */
export async function openName(
  key: EpochKey,
  spaceId: string,
  deviceId: string,
  sealed: Bytes,
): Promise<DeviceName> {
  const plain = await openWith(await nameKeyOf(key, spaceId), sealed, nameAad(spaceId, key.epoch, deviceId))
  try {
    const said = readCanonical(plain)
    if (exactly<DeviceName>(said, checks)) return said
  } catch (cause) {
    if (!(cause instanceof Malformed)) throw cause
  }
  throw new Problem('change-malformed')
}
