import { fromHex, Malformed, sameBytes, toHex, type Bytes } from '../shared/bytes.ts'
import { readGenesis, writeGenesis, type GenesisBody } from '../shared/genesis.ts'
import { newId, secureRandom, zeroId, type Random } from '../shared/ids.ts'
import { labelled, labels } from '../shared/labels.ts'
import { headOf, spaceIdOf, zeroHead } from '../shared/roster.ts'
import { checkOf } from './check.ts'
import { deviceIdOf, type Device } from './device.ts'
import { Problem } from './problem.ts'
import { sign, verify } from './sign.ts'
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
const genesisPlace: WrapPlace = { spaceId: zeroId, epoch: 0, headBefore: zeroHead }

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
  const body = await verifyGenesis(genesis)
  if (toHex(genesis.wrap) !== body.wrap) throw new Problem('wrap-refused')
  const key = await openWrap(genesis.wrap, device.agree, genesisPlace)
  if (toHex(await checkOf(key, genesisPlace.spaceId)) !== body.check) throw new Problem('wrap-refused')
  return key
}

async function verifyGenesis({ spaceId, entry, head, signatures }: Genesis): Promise<GenesisBody> {
  // The hash before the parsing: bytes that nobody vouched for aren't read.
  if (!sameBytes(head, await headOf(entry)) || spaceId !== spaceIdOf(head)) throw new Problem('entry-forged')
  const { signer, body } = read(entry)
  const signPublic = fromHex(body.sign)
  if (signer !== (await deviceIdOf(signPublic, fromHex(body.agree)))) throw new Problem('entry-forged')
  const [signature] = signatures
  if (signature === undefined || signatures.length !== 1) throw new Problem('entry-forged')
  if (!(await verify(signPublic, signature, labelled(labels.entry, head)))) throw new Problem('entry-forged')
  return body
}

function read(entry: Bytes): ReturnType<typeof readGenesis> {
  try {
    return readGenesis(entry)
  } catch (cause) {
    if (cause instanceof Malformed) throw new Problem('entry-malformed', { cause })
    throw cause
  }
}
