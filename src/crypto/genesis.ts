import { toHex, type Bytes } from '../shared/bytes.ts'
import { readGenesis, writeGenesis } from '../shared/roster/genesis.ts'
import { newId, secureRandom, zeroId, type Random } from '../shared/ids.ts'
import { labelled, labels } from '../shared/labels.ts'
import { headOf, spaceIdOf, zeroHead } from '../shared/roster/entry.ts'
import { presentHead } from '../shared/roster/roster.ts'
import { checkOf } from './check.ts'
import type { Device } from './device.ts'
import { verifyGenesisEntry } from './entry.ts'
import { Problem } from './problem.ts'
import { sign } from './sign.ts'
import { openWrap, wrapKey, type WrapPlace } from './wrap.ts'

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

/**
 * The first epoch's key (32 bytes), after verifying hash, signer, signature and check.
 * Problem 'entry-malformed', 'key-malformed', 'entry-forged', or 'wrap-refused' (also for another device).
 */
export async function openGenesis(genesis: Genesis, device: Device): Promise<Bytes> {
  const { spaceId, entry, head, signatures, wrap } = genesis
  const roster = await verifyGenesisEntry({ bytes: entry, signatures }, spaceId)
  if (presentHead(roster) !== toHex(head)) throw new Problem('entry-forged')
  const { body } = readGenesis(entry)
  if (toHex(wrap) !== body.wrap) throw new Problem('wrap-refused')
  const key = await openWrap(wrap, device.agree, genesisPlace)
  if (toHex(await checkOf(key, genesisPlace.spaceId)) !== body.check) throw new Problem('wrap-refused')
  return key
}
