import { toHex, type Bytes } from '../shared/bytes.ts'
import { writeGenesis } from '../shared/roster/genesis.ts'
import { newId, secureRandom, zeroId, type Random } from '../shared/ids.ts'
import { labelled, labels } from '../shared/labels.ts'
import { headOf, spaceIdOf, zeroHead } from '../shared/roster/entry.ts'
import { checkOf } from './check.ts'
import type { Device } from './device.ts'
import { sign } from './sign.ts'
import { wrapKey, type WrapPlace } from './wrap.ts'

/**
 * A new space, as stored and sent: its id, the genesis entry's bytes, their head (32 bytes), the signatures
 * over it (one, 64 bytes) and the first epoch key's wrap to the first device (113 bytes, also in the entry).
 */
export type Genesis = {
  readonly spaceId: string
  readonly entry: Bytes
  readonly head: Bytes
  readonly signatures: readonly Bytes[]
  readonly wrap: Bytes
}

/**
 * Salt of the check and place of the wrap in a genesis entry: zeros, since the space's id is the hash of the
 * entry that holds both. The entry's hash and signature bind them instead (docs/adr/0002-genesis-salt.md).
 */
export const genesisPlace: WrapPlace = { spaceId: zeroId, epoch: 0, headBefore: zeroHead }

/** Opens a space with this device, as a new member, as its first coordinator. */
export async function makeGenesis(device: Device, random: Random = secureRandom): Promise<Genesis> {
  const key = random(new Uint8Array(32))
  const wrap = await wrapKey(key, device.agreePublic, genesisPlace)
  const entry = writeGenesis(device.id, {
    agree: toHex(device.agreePublic),
    check: toHex(await checkOf(key, genesisPlace.spaceId)),
    member: newId(random),
    role: 'coordinator',
    sign: toHex(device.signPublic),
    wrap: toHex(wrap),
  })
  const head = await headOf(entry)
  const signatures = [await sign(device.sign.privateKey, labelled(labels.entry, head))]
  return { spaceId: spaceIdOf(head), entry, head, signatures, wrap }
}
