import { Malformed, type Bytes } from '../shared/bytes.ts'
import { readCanonical, writeCanonical } from '../shared/canonical.ts'
import { secureRandom, type Random } from '../shared/ids.ts'
import { limits } from '../shared/limits.ts'
import { exactly, oneOf, type Check } from '../shared/shape.ts'
import { openWith, sealWith } from './aead.ts'
import { nameAad, nameKeyOf, type EpochKey } from './epoch.ts'
import { pad, unpad } from './pad.ts'
import { Problem } from './problem.ts'

/** Who writes at a device, and what it is. */
export type DeviceName = { readonly name: string; readonly device: 'tablet' | 'phone' | 'computer' }

/** Letters (code points) that always fit into the 256 bytes of a sealed name, whatever script they are of. */
export const mostLetters = 40

/** Every sealed name has this length inside, so that the exchange doesn't learn how long a name is: with nonce and tag 256. */
const plainLength = limits.name - 12 - 16

const text: Check = (value) => typeof value === 'string' && Array.from(value).length <= mostLetters
const checks = { name: text, device: oneOf('tablet', 'phone', 'computer') }

/** By code points, so that none is cut in half; fewer where control characters or half ones, spelt out in JSON, need more room. */
function plainOf({ name, device }: DeviceName): Bytes {
  const letters = Array.from(name).slice(0, mostLetters)
  let json = writeCanonical({ device, name: letters.join('') })
  while (json.length > plainLength) {
    letters.pop()
    json = writeCanonical({ device, name: letters.join('') })
  }
  return pad(json, plainLength)
}

/** The name as it stands in the roster, always 256 bytes; letters beyond 40 are cut off. */
export async function sealName(
  key: EpochKey,
  spaceId: string,
  deviceId: string,
  said: DeviceName,
  random: Random = secureRandom,
): Promise<Bytes> {
  const nonce = random(new Uint8Array(12))
  return sealWith(await nameKeyOf(key, spaceId), plainOf(said), nameAad(spaceId, key.epoch, deviceId), nonce)
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
    const said = readCanonical(unpad(plain))
    if (exactly<DeviceName>(said, checks)) return said
  } catch (cause) {
    if (!(cause instanceof Malformed)) throw cause
  }
  throw new Problem('change-malformed')
}
