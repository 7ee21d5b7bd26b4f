import { between, pick, type Chance } from '../../bench/random.ts'
import type { Device } from '../../src/crypto/device.ts'
import { signEntry, verifyEntry } from '../../src/crypto/entry.ts'
import { openPlainPair } from '../../src/crypto/pair.ts'
import { toHex } from '../../src/shared/bytes.ts'
import { isAtMost, roles, type Role } from '../../src/shared/roster/bodies.ts'
import type { Entry } from '../../src/shared/roster/entry.ts'
import { endedBy, stayingAfter } from '../../src/shared/roster/healing.ts'
import { staying } from '../../src/shared/roster/removing.ts'
import {
  liveSlips,
  presentDevices,
  presentHead,
  roleNow,
  type Roster,
  type RosterDevice,
} from '../../src/shared/roster/roster.ts'
import type { Book } from './book.ts'
import { anyWrap, deviceFor, idFor, plainPairFor } from './keys.ts'

/** What an entry says, who signs it, and what its keys are if it brings a new device or slip. */
export type Said = Pick<Entry, 'kind' | 'signer' | 'body'> & {
  readonly keys: readonly CryptoKey[]
  readonly device?: Device
  readonly slip?: { readonly id: string; readonly keys: CryptoKeyPair }
}

type Say = (book: Book, chance: Chance) => Promise<Said | undefined>

/** When everything here happens. */
export const today = Date.UTC(2026, 10, 25, 10)
const day = 24 * 60 * 60 * 1000

/** A new name for each entry: the same entry at the same place brings the same keys. */
const nameAt = ({ roster }: Book): string => `${roster.spaceId} ${roster.heads.length}`

function some<T>(chance: Chance, list: readonly T[]): T | undefined {
  return list.length === 0 ? undefined : pick(chance, list)
}

const withRole = (roster: Roster, ...wanted: readonly Role[]): RosterDevice[] =>
  presentDevices(roster).filter(({ id }) => wanted.includes(roleNow(roster, id) ?? 'reader'))

const keyOf = ({ devices }: Book, id: string): CryptoKey[] => {
  const key = devices.get(id)?.sign.privateKey
  return key ? [key] : []
}

async function issue(book: Book, chance: Chance): Promise<Said | undefined> {
  const signer = some(chance, withRole(book.roster, 'coordinator'))
  if (!signer) return undefined
  const [signing, agreeing] = [
    plainPairFor(`slip sign ${nameAt(book)}`),
    plainPairFor(`slip agree ${nameAt(book)}`),
  ]
  const id = idFor(`slip ${nameAt(book)}`)
  const body = {
    slip: id,
    agree: agreeing.point,
    box: '0b'.repeat(100),
    expires: today + 14 * day,
    member: chance() < 0.3 ? signer.member : idFor(`member ${nameAt(book)}`),
    role: pick(chance, ['member', 'reader'] as const),
    sign: signing.point,
    wrap: anyWrap,
  }
  const slip = { id, keys: await openPlainPair('sign', signing) }
  return { kind: 'issue', signer: signer.id, body, keys: keyOf(book, signer.id), slip }
}

async function admit(book: Book, chance: Chance): Promise<Said | undefined> {
  const device = await deviceFor(nameAt(book))
  const slip = chance() < 0.6 ? some(chance, liveSlips(book.roster)) : undefined
  const pair = slip && book.slips.get(slip.slip)
  const signer = some(chance, withRole(book.roster, 'coordinator'))
  if (!signer) return undefined
  const body = {
    agree: toHex(device.agreePublic),
    device: device.id,
    member: slip?.member ?? idFor(`member ${nameAt(book)}`),
    name: '0a'.repeat(256),
    role: slip?.role ?? pick(chance, roles),
    sign: toHex(device.signPublic),
    slip: slip?.slip ?? '',
    wrap: anyWrap,
  }
  const by = pair ? [pair.privateKey] : keyOf(book, signer.id)
  return {
    kind: 'admit',
    signer: slip?.slip ?? signer.id,
    body,
    keys: [...by, device.sign.privateKey],
    device,
  }
}

async function revoke(book: Book, chance: Chance): Promise<Said | undefined> {
  const slip = some(chance, liveSlips(book.roster))
  const signer = some(chance, withRole(book.roster, 'coordinator'))
  return (
    slip &&
    signer && { kind: 'revoke', signer: signer.id, body: { slip: slip.slip }, keys: keyOf(book, signer.id) }
  )
}

async function raise(book: Book, chance: Chance): Promise<Said | undefined> {
  const device = some(chance, withRole(book.roster, 'reader', 'member'))
  const signer = some(chance, withRole(book.roster, 'coordinator'))
  if (!device || !signer) return undefined
  const before = roleNow(book.roster, device.id) ?? 'reader'
  const role = pick(
    chance,
    roles.filter((one) => one !== before && isAtMost(before, one)),
  )
  return {
    kind: 'role',
    signer: signer.id,
    body: { device: device.id, role, cut: null },
    keys: keyOf(book, signer.id),
  }
}

/** Only one that never wrote goes, so that the cut-off is known here. */
async function leave(book: Book, chance: Chance): Promise<Said | undefined> {
  const [first] = book.roster.devices.keys()
  const device = some(
    chance,
    withRole(book.roster, 'reader', 'member', 'coordinator').filter(({ id }) => id !== first),
  )
  const body = { seq: 0, hash: '0'.repeat(64) }
  return device && { kind: 'leave', signer: device.id, body, keys: keyOf(book, device.id) }
}

/** Of those who never wrote, one is taken out, or nobody: then only the key turns. What is in the wraps nobody here opens. */
async function remove(book: Book, chance: Chance): Promise<Said | undefined> {
  const signer = some(chance, withRole(book.roster, 'coordinator'))
  const other = some(chance, withRole(book.roster, 'member', 'reader'))
  if (!signer) return undefined
  const gone = other && chance() < 0.7 ? [other.id] : []
  const body = {
    back: '0c'.repeat(48),
    check: '0d'.repeat(16),
    devices: Object.fromEntries(gone.map((id) => [id, { seq: 0, hash: '0'.repeat(64) }])),
    wraps: Object.fromEntries(staying(book.roster, new Set(gone)).map(({ id }) => [id, anyWrap])),
  }
  return { kind: 'remove', signer: signer.id, body, keys: keyOf(book, signer.id) }
}

/** Records of which something may have been written, and their photos; with chunks that nobody has, too. */
async function erase(book: Book, chance: Chance): Promise<Said | undefined> {
  const signer = some(chance, withRole(book.roster, 'coordinator'))
  if (!signer) return undefined
  const names = ['record', 'record 0', 'record 1', nameAt(book)].slice(0, between(chance, 1, 4))
  const records = names.map(idFor).sort()
  const body = {
    chunks: chance() < 0.3 ? { ['0e'.repeat(32)]: '0f'.repeat(32) } : {},
    leftovers: chance() < 0.3 ? [signer.id] : [],
    photos: chance() < 0.5 ? records : [],
    records,
  }
  return { kind: 'erase', signer: signer.id, body, keys: keyOf(book, signer.id) }
}

/** Whoever still coordinates gives up a branch that somebody else began at an earlier entry: one more guest, or an invitation ended. */
async function heal(book: Book, chance: Chance): Promise<Said | undefined> {
  const { rosters, entries, roster } = book
  if (rosters.length < 3) return undefined
  const fork = between(chance, 0, rosters.length - 2)
  const before = rosters[fork]
  const signer =
    before &&
    some(
      chance,
      withRole(before, 'coordinator').filter(({ id }) => roleNow(roster, id) === 'coordinator'),
    )
  if (!before || !signer) return undefined
  const there = {
    ...book,
    roster: before,
    rosters: rosters.slice(0, fork + 1),
    entries: entries.slice(0, fork + 1),
  }
  const said = chance() < 0.7 ? await admit(there, chance) : await revoke(there, chance)
  if (!said) return undefined
  const other = await signEntry(before, said, said.keys)
  const verified = await verifyEntry(before, other)
  if ('refusal' in verified || verified.roster.heads.at(-1) === rosters[fork + 1]?.heads.at(-1))
    return undefined
  const branch = { roster: verified.roster, fork }
  const none = { seq: 0, hash: '0'.repeat(64) }
  const body = {
    back: '0c'.repeat(48),
    check: '0d'.repeat(16),
    cuts: Object.fromEntries(endedBy(roster, branch).map(({ id }) => [id, none])),
    entries: [{ bytes: toHex(other.bytes), signatures: other.signatures.map(toHex) }],
    head: presentHead(branch.roster),
    other: '',
    wraps: Object.fromEntries(stayingAfter(roster, branch.roster).map(({ id }) => [id, anyWrap])),
  }
  const { device } = said
  return {
    kind: 'heal',
    signer: signer.id,
    body,
    keys: keyOf(book, signer.id),
    ...(device ? { device } : {}),
  }
}

/** How a valid entry of each kind is made, upon any roster. A new kind is added here, and in `fillBook`'s plan. */
export const sayings = { issue, admit, revoke, role: raise, leave, remove, erase, heal } as const satisfies {
  readonly [kind in Entry['kind']]?: Say
}
export type SayableKind = keyof typeof sayings
export const sayableKinds = Object.keys(sayings) as readonly SayableKind[]
