import { toHex, type Bytes } from '../../../src/shared/bytes.ts'
import type { Role } from '../../../src/shared/roster/bodies.ts'
import { writeGenesis } from '../../../src/shared/roster/genesis.ts'
import { presentEpoch, type Roster } from '../../../src/shared/roster/roster.ts'
import { openBack, sealBack } from '../../../src/crypto/back.ts'
import { checkOf } from '../../../src/crypto/check.ts'
import { epochKeyOf } from '../../../src/crypto/epoch.ts'
import { sealName, type DeviceName } from '../../../src/crypto/name.ts'
import { cast, members, secrets } from './cast.ts'
import { always, filled, type FixedDevice, type Part } from './parts.ts'
import { tellRun, written } from './run.ts'
import { emptyBox, greetings, pointsOf, tellSlip } from './slips.ts'
import { Teller, type Kept } from './teller.ts'

export type { Kept } from './teller.ts'

export type Told = {
  readonly part: Part
  readonly roster: Roster
  readonly wraps: readonly string[]
  readonly slip: Part
  readonly sheet: Part
  readonly names: readonly Part[]
  readonly runs: readonly Part[]
  readonly back: string
}

const never = { seq: 0, hash: '0'.repeat(64) }
const erased = ['0d'.repeat(16), '3d'.repeat(16)]
const expires = 1_764_000_000_000

/** A device that comes in the present epoch, with its name sealed and its wrap. */
async function admit(
  teller: Teller,
  device: FixedDevice,
  key: Bytes,
  said: { readonly member: string; readonly role: Role; readonly slip: string; readonly name: DeviceName },
) {
  const { spaceId } = teller.roster
  const epoch = presentEpoch(teller.roster)
  const { name, member, role, slip } = said
  const sealed = toHex(await sealName(await epochKeyOf(epoch, key), spaceId, device.id, name, always(0x0c)))
  const wrap = await teller.wrapFor(device, key)
  const body = { ...pointsOf(device), device: device.id, member, name: sealed, role, slip, wrap }
  return { body, name: { of: device.id, epoch, nonce: '0c'.repeat(12), ...name, sealed } }
}

/** An invitation that nobody uses: its keys are those of the other slip. */
const invite = async (teller: Teller, by: FixedDevice, slip: string, member: string): Promise<void> =>
  teller.say(
    {
      kind: 'issue',
      signer: by.id,
      body: {
        ...pointsOf(cast.slip),
        slip,
        box: emptyBox,
        expires,
        member,
        role: 'member',
        wrap: await teller.wrapFor(cast.slip, secrets.key),
      },
    },
    by,
  )

/** Takes the third device out: the key turns, and the second device and the sheet have the next one. */
async function removeThird(teller: Teller, sheetId: string): Promise<string> {
  const { second, third, sheet } = cast
  const next = await epochKeyOf(1, secrets.nextKey)
  const { spaceId } = teller.roster
  const back = await sealBack(next, spaceId, secrets.key)
  if (toHex(await openBack(next, spaceId, back)) !== toHex(secrets.key))
    throw new Error('a way to another key')
  const wraps: [string, string][] = []
  const staying = [
    { id: second.id, to: second },
    { id: sheetId, to: sheet },
  ].sort((one, other) => (one.id < other.id ? -1 : 1))
  for (const { id, to } of staying) wraps.push([id, await teller.wrapFor(to, secrets.nextKey, 1)])
  const body = {
    back: toHex(back),
    check: toHex(await checkOf(secrets.nextKey, spaceId)),
    devices: { [third.id]: never },
    wraps: Object.fromEntries(wraps),
  }
  await teller.say({ kind: 'remove', signer: second.id, body }, second)
  return body.back
}

/** The space begins; the second device comes by an invitation, is raised, and has two invitations of which it takes one back. */
async function tellBeginning(teller: Teller) {
  const { first, second, slip } = cast
  const { key } = secrets
  const genesis = writeGenesis(first.id, {
    ...pointsOf(first),
    check: toHex(await checkOf(key, '0'.repeat(32))),
    member: members.first,
    role: 'coordinator',
    wrap: await teller.wrapFor(first, key),
  })
  await teller.begin(genesis, first)
  const { id, sealed, part } = await tellSlip(teller.roster, secrets.slip, slip, greetings.slip)
  const who = { member: members.second, role: 'member' } as const
  const issue = { ...pointsOf(slip), slip: id, box: sealed, expires, ...who }
  await teller.say(
    { kind: 'issue', signer: first.id, body: { ...issue, wrap: await teller.wrapFor(slip, key) } },
    first,
  )
  const name = { name: 'Kovács János 😀', device: 'tablet' } as const
  const came = await admit(teller, second, key, { ...who, slip: id, name })
  await teller.say({ kind: 'admit', signer: id, body: came.body }, slip, second)
  const raise = { device: second.id, role: 'coordinator', cut: null }
  await teller.say({ kind: 'role', signer: first.id, body: raise }, first)
  const raised = teller.roster
  await invite(teller, second, '07'.repeat(16), members.second)
  await teller.say({ kind: 'revoke', signer: second.id, body: { slip: '07'.repeat(16) } }, second)
  await invite(teller, second, '17'.repeat(16), members.second)
  return { part, name: came.name, raise, raised }
}

/**
 * The beginning; the second device is lowered where its first run ends, which ends its invitation, and raised again; it makes a
 * sheet and admits the third, which invites. The first leaves, the third is removed, the fourth comes by the sheet and erases.
 */
export async function tellRoster(kept: Kept | undefined, runs: readonly string[] | undefined): Promise<Told> {
  const { first, second, third, fourth, sheet } = cast
  const { key, nextKey } = secrets
  const teller = new Teller(kept)
  const { part: slipPart, name, raise, raised } = await tellBeginning(teller)
  const run = await tellRun(raised, key, { bodies: written.first, hasVoid: true }, never, runs?.[0])
  const lower = { device: second.id, role: 'reader', cut: run.end }
  await teller.say({ kind: 'role', signer: first.id, body: lower }, first)
  await teller.say({ kind: 'role', signer: first.id, body: raise }, first)

  const told = await tellSlip(teller.roster, secrets.sheet, sheet, greetings.sheet)
  const who = { member: members.fourth, role: 'coordinator' } as const
  const issue = { ...pointsOf(sheet), slip: told.id, box: told.sealed, expires: 0, ...who }
  const wrap = await teller.wrapFor(sheet, key)
  await teller.say({ kind: 'issue', signer: second.id, body: { ...issue, wrap } }, second)

  const inPerson = { member: members.third, role: 'member', slip: '' } as const
  const thirdName = { name: 'Zoë', device: 'phone' } as const
  const came = await admit(teller, third, key, { ...inPerson, name: thirdName })
  await teller.say({ kind: 'admit', signer: second.id, body: came.body }, second, third)
  await invite(teller, third, '27'.repeat(16), members.third)
  await teller.say({ kind: 'leave', signer: first.id, body: { seq: 3, hash: '0f'.repeat(32) } }, first)

  const back = await removeThird(teller, told.id)
  const nextRun = await tellRun(
    teller.roster,
    nextKey,
    { bodies: written.next, hasVoid: false },
    run.end,
    runs?.[1],
  )
  const fourthName = { name: 'Łucja', device: 'computer' } as const
  const last = await admit(teller, fourth, nextKey, { ...who, slip: told.id, name: fourthName })
  await teller.say({ kind: 'admit', signer: told.id, body: last.body }, sheet, fourth)
  const chunks = { [toHex(filled(32, 0x6f))]: toHex(filled(32, 0x7f)) }
  const body = { chunks, leftovers: [third.id], photos: erased.slice(1), records: erased }
  await teller.say({ kind: 'erase', signer: fourth.id, body }, fourth)
  const { roster, parts, wraps } = teller
  return {
    part: { spaceId: roster.spaceId, entries: parts },
    roster,
    wraps,
    slip: slipPart,
    sheet: told.part,
    names: [name, came.name, last.name],
    runs: [run.part, nextRun.part],
    back,
  }
}
