import { fromHex, toHex, type Bytes } from '../../../src/shared/bytes.ts'
import { labelled, labels } from '../../../src/shared/labels.ts'
import type { Entry } from '../../../src/shared/roster/entry.ts'
import { headOf, writeEntry } from '../../../src/shared/roster/entry.ts'
import { writeGenesis } from '../../../src/shared/roster/genesis.ts'
import { presentHead, type Roster } from '../../../src/shared/roster/roster.ts'
import { checkOf } from '../../../src/crypto/check.ts'
import { verifyEntry, verifyGenesisEntry, type SignedEntry } from '../../../src/crypto/entry.ts'
import { epochKeyOf } from '../../../src/crypto/epoch.ts'
import { sealName } from '../../../src/crypto/name.ts'
import { sign } from '../../../src/crypto/sign.ts'
import { sealBox, slipKeysOf, type Box } from '../../../src/crypto/slip.ts'
import { openWrap, wrapKey, type WrapPlace } from '../../../src/crypto/wrap.ts'
import { always, filled, fixedDevice, type FixedDevice, type Part } from './parts.ts'

/** What can't be made the same again: a wrap has a fresh key of its own inside, a signature a fresh number. */
export type Kept = { readonly wraps: readonly string[]; readonly signatures: readonly (readonly string[])[] }

const noPlace: WrapPlace = { spaceId: '0'.repeat(32), epoch: 0, headBefore: new Uint8Array(32) }

/** A wrap that is kept, after checking that it opens to the key; a new one where none is. */
export async function wrapAgain(
  kept: string | undefined,
  key: Bytes,
  device: FixedDevice,
  place: WrapPlace,
): Promise<string> {
  if (kept === undefined) return toHex(await wrapKey(key, device.agreePublic, place))
  const opened = await openWrap(fromHex(kept), device.agree, place)
  if (toHex(opened) !== toHex(key)) throw new Error('a wrap of another key')
  return kept
}

type Signer = Pick<FixedDevice, 'sign'>

async function signed(
  bytes: Bytes,
  signers: readonly Signer[],
  kept: readonly string[] | undefined,
): Promise<SignedEntry> {
  if (kept) return { bytes, signatures: kept.map(fromHex) }
  const message = labelled(labels.entry, await headOf(bytes))
  return { bytes, signatures: await Promise.all(signers.map((one) => sign(one.sign.privateKey, message))) }
}

const vectorOf = async ({ bytes, signatures }: SignedEntry): Promise<Part> => ({
  bytes: toHex(bytes),
  head: toHex(await headOf(bytes)),
  signatures: signatures.map(toHex),
})

export const secrets = { key: filled(32, 0x0e), slip: fromHex('0000ffff12348001abcd') }

export const cast = {
  first: await fixedDevice(0x11, 0x12),
  second: await fixedDevice(0x21, 0x22),
  slip: await fixedDevice(0x31, 0x32),
}

export type Told = {
  readonly part: Part
  readonly roster: Roster
  readonly kept: Kept
  readonly box: Box
  readonly names: Part
}

/** A genesis, an invitation, who came by it, raised to coordinator, a slip revoked, and the first device leaving. */
export async function tellRoster(kept: Kept | undefined): Promise<Told> {
  const { first, second, slip } = cast
  const { key } = secrets
  const wraps: string[] = []
  const signatures: string[][] = []
  const parts: Part[] = []
  const wrapFor = async (device: FixedDevice, place: WrapPlace): Promise<string> => {
    const wrap = await wrapAgain(kept?.wraps[wraps.length], key, device, place)
    wraps.push(wrap)
    return wrap
  }
  const keep = async (entry: SignedEntry): Promise<void> => {
    parts.push(await vectorOf(entry))
    signatures.push(entry.signatures.map(toHex))
  }

  const genesisBytes = writeGenesis(first.id, {
    agree: first.plain.agree.point,
    check: toHex(await checkOf(key, noPlace.spaceId)),
    member: '05'.repeat(16),
    role: 'coordinator',
    sign: first.plain.sign.point,
    wrap: await wrapFor(first, noPlace),
  })
  const genesis = await signed(genesisBytes, [first], kept?.signatures[0])
  let roster = await verifyGenesisEntry(genesis)
  await keep(genesis)
  const place = (): WrapPlace => ({
    spaceId: roster.spaceId,
    epoch: 0,
    headBefore: fromHex(presentHead(roster)),
  })
  const say = async (
    said: Pick<Entry, 'kind' | 'signer' | 'body'>,
    ...signers: readonly Signer[]
  ): Promise<void> => {
    const { spaceId, heads } = roster
    const bytes = writeEntry({ ...said, spaceId, index: heads.length, prevHead: place().headBefore })
    const entry = await signed(bytes, signers, kept?.signatures[signatures.length])
    const verified = await verifyEntry(roster, entry)
    if ('refusal' in verified) throw new Error(verified.refusal)
    roster = verified.roster
    await keep(entry)
  }

  const slipKeys = await slipKeysOf(secrets.slip)
  const box: Box = {
    notebook: 'Pécs – Musterstadt',
    inviter: 'Anna',
    guest: 'János',
    role: 'member',
    own: false,
    helper: '',
    phone: '',
    language: 'hu',
    sign: slip.plain.sign.secret,
    signPoint: slip.plain.sign.point,
    agree: slip.plain.agree.secret,
    agreePoint: slip.plain.agree.point,
    space: roster.spaceId,
    head: presentHead(roster),
  }
  const issue = {
    slip: slipKeys.id,
    agree: slip.plain.agree.point,
    box: toHex(await sealBox(slipKeys, box, always(0x0b))),
    expires: 1_764_000_000_000,
    member: '06'.repeat(16),
    role: 'member',
    sign: slip.plain.sign.point,
    wrap: await wrapFor(slip, place()),
  }
  await say({ kind: 'issue', signer: first.id, body: issue }, first)

  const epoch = await epochKeyOf(0, key)
  const name = { name: 'Kovács János 😀', device: 'tablet' } as const
  const sealedName = toHex(await sealName(epoch, roster.spaceId, second.id, name, always(0x0c)))
  const admit = {
    agree: second.plain.agree.point,
    device: second.id,
    member: '06'.repeat(16),
    name: sealedName,
    role: 'member',
    sign: second.plain.sign.point,
    slip: slipKeys.id,
    wrap: await wrapFor(second, place()),
  }
  await say({ kind: 'admit', signer: slipKeys.id, body: admit }, slip, second)
  await say({ kind: 'role', signer: first.id, body: { device: second.id, role: 'coordinator' } }, first)
  const unused = { ...issue, slip: '07'.repeat(16), box: '00', wrap: await wrapFor(slip, place()) }
  await say({ kind: 'issue', signer: second.id, body: unused }, second)
  await say({ kind: 'revoke', signer: second.id, body: { slip: unused.slip } }, second)
  const leave = { seq: 3, hash: '0f'.repeat(32) }
  await say({ kind: 'leave', signer: first.id, body: leave }, first)

  return {
    part: { spaceId: roster.spaceId, entries: parts },
    roster,
    kept: { wraps, signatures },
    box,
    names: { nonce: '0c'.repeat(12), ...name, sealed: sealedName },
  }
}
