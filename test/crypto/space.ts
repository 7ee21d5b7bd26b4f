import { fromHex, toHex, type Bytes } from '../../src/shared/bytes.ts'
import { noHash } from '../../src/shared/envelope.ts'
import { newId, secureRandom } from '../../src/shared/ids.ts'
import type { Role } from '../../src/shared/roster/bodies.ts'
import { presentHead, type Roster } from '../../src/shared/roster/roster.ts'
import type { Envelope, Run } from '../../src/shared/run.ts'
import { makeDevice, type Device } from '../../src/crypto/device.ts'
import { signEntry, verifyEntry, verifyGenesisEntry, type SignedEntry } from '../../src/crypto/entry.ts'
import { sealEnvelope, type Body } from '../../src/crypto/envelope.ts'
import { epochKeyOf, sealKeyOf, type EpochKey } from '../../src/crypto/epoch.ts'
import { makeGenesis } from '../../src/crypto/genesis.ts'
import { makePlainPair, openPlainPair } from '../../src/crypto/pair.ts'
import { signRun } from '../../src/crypto/run.ts'
import { wrapKey } from '../../src/crypto/wrap.ts'
import { openGenesis } from './open-genesis.ts'

/** A space as its devices see it: every entry so far, and the roster of them. */
export type Space = {
  readonly entries: readonly SignedEntry[]
  readonly roster: Roster
  readonly key: EpochKey
}

export async function makeSpace(device: Device): Promise<Space> {
  const genesis = await makeGenesis(device)
  const first = { bytes: genesis.entry, signatures: genesis.signatures }
  const roster = await verifyGenesisEntry(first, genesis.spaceId)
  return { entries: [first], roster, key: await epochKeyOf(0, await openGenesis(genesis, device)) }
}

/** The space after an entry that must hold. */
export async function append(space: Space, entry: SignedEntry): Promise<Space> {
  const verified = await verifyEntry(space.roster, entry)
  if ('refusal' in verified) throw new Error(`refused: ${verified.refusal}`)
  return { ...space, entries: [...space.entries, entry], roster: verified.roster }
}

export type Guest = { readonly device: Device; readonly member: string; readonly role: Role }

/** What the entry that admits a device says. The wrap is a real one, the name isn't. */
export async function admitBodyOf({ roster, key }: Space, guest: Guest, slip = ''): Promise<AdmitSaid> {
  const { device, member, role } = guest
  const place = { spaceId: roster.spaceId, epoch: 0, headBefore: fromHex(presentHead(roster)) }
  return {
    agree: toHex(device.agreePublic),
    device: device.id,
    member,
    name: '00',
    role,
    sign: toHex(device.signPublic),
    slip,
    wrap: toHex(await wrapKey(key.raw, device.agreePublic, place)),
  }
}
type AdmitSaid = { readonly [field: string]: string }

/** The entry by which one device admits another. */
export async function admits(space: Space, by: Device, guest: Guest): Promise<SignedEntry> {
  const said = { kind: 'admit', signer: by.id, body: await admitBodyOf(space, guest) } as const
  return signEntry(space.roster, said, [by.sign.privateKey, guest.device.sign.privateKey])
}

export type Slip = { readonly id: string; readonly sign: CryptoKeyPair; readonly body: AdmitSaid }

/** An invitation's keys, and what its entry says but for member, role and expiry. */
export async function makeSlip({ roster, key }: Space): Promise<Slip> {
  const [signing, agreeing] = await Promise.all([makePlainPair('sign'), makePlainPair('agree')])
  const id = newId()
  const place = { spaceId: roster.spaceId, epoch: 0, headBefore: fromHex(presentHead(roster)) }
  const wrap = toHex(await wrapKey(key.raw, fromHex(agreeing.point), place))
  const body = { slip: id, agree: agreeing.point, box: '00', sign: signing.point, wrap }
  return { id, sign: await openPlainPair('sign', signing), body }
}

/** A new device in a space, in that role, admitted by the one that opened it. */
export async function joined(
  space: Space,
  by: Device,
  role: Role,
): Promise<{ space: Space; device: Device }> {
  const device = await makeDevice()
  const guest = { device, member: newId(), role }
  return { device, space: await append(space, await admits(space, by, guest)) }
}

export const bodyOf = (text: string): Body => ({
  kind: 'note',
  time: 1_764_000_000_000,
  set: { text },
  over: {},
})

export type Written = { readonly run: Run; readonly last: Bytes }

/** A run of sealed changes of new records, signed, upon the hash before. */
export async function write(
  { roster, key }: Space,
  device: Device,
  bodies: readonly Body[],
  { firstSeq = 1, prevHash = noHash }: { firstSeq?: number; prevHash?: Bytes } = {},
): Promise<Written> {
  const sealKey = await sealKeyOf(key, roster.spaceId, device.id)
  const envelopes: Envelope[] = []
  let last = prevHash
  for (const [at, body] of bodies.entries()) {
    const header = {
      kind: 'change',
      spaceId: roster.spaceId,
      recordId: newId(),
      deviceId: device.id,
      seq: firstSeq + at,
      epoch: 0,
      prevHash: last,
      nonce: secureRandom(new Uint8Array(12)),
    } as const
    const sealed = await sealEnvelope(sealKey, header, body)
    envelopes.push(sealed.envelope)
    last = sealed.hash
  }
  const rosterHead = fromHex(presentHead(roster))
  const unsigned = { rosterHead, deviceId: device.id, firstSeq, prevHash, epoch: 0, envelopes }
  return { run: await signRun(device, unsigned, last), last }
}
