import { Differs, hex, unhex } from './bytes.ts'
import type { Fields } from './canonical.ts'
import { entryMessage, headOf, readEntry, type CutOff, type Entry, type Kind } from './entry.ts'
import { deviceIdOf } from './keys.ts'
import { verifies } from './primitives.ts'

type Body = Readonly<Record<string, string>>
/** A device, or a slip: both sign, both have a role. */
type One = {
  readonly isSlip: boolean
  readonly member: string
  readonly role: string
  readonly sign: string
  readonly agree: string
  readonly issuer: string
  readonly isLive: boolean
}
export type Roster = {
  readonly spaceId: string
  readonly heads: readonly string[]
  /** Which entry begins each epoch, by index. */
  readonly epochs: readonly number[]
  /** Where chains end, by what the entry of an index says. */
  readonly cuts: readonly Cut[]
  readonly ones: ReadonlyMap<string, One>
}
type Cut = CutOff & { readonly device: string; readonly index: number }

const ranks = ['reader', 'member', 'coordinator']
const isAbove = (one: string, other: string): boolean => ranks.indexOf(one) > ranks.indexOf(other)
const liveAmong = ({ ones }: Roster, isSlip: boolean): One[] =>
  [...ones.values()].filter((one) => one.isLive && one.isSlip === isSlip)

/** Throws the reason unless it holds. */
function must(holds: boolean, reason: string): void {
  if (!holds) throw new Differs(`refused: ${reason}`)
}

function oneOf({ ones }: Roster, id: string, isSlip: boolean, reason: string): One {
  const one = ones.get(id)
  if (!one?.isLive || one.isSlip !== isSlip) throw new Differs(`refused: ${reason}`)
  return one
}

const made = (body: Body, isSlip: boolean, issuer = ''): One => {
  const { agree = '', member = '', role = '', sign = '' } = body
  return { isSlip, member, role, sign, agree, issuer, isLive: true }
}

const mayInvite = (signer: One, body: Body): void => {
  must(signer.role === 'coordinator' || signer.member === body['member'], 'member')
  must(!isAbove(body['role'] ?? '', signer.role), 'role')
}

type Change = readonly (readonly [id: string, one: One])[]
type Rule = (roster: Roster, entry: Entry, body: Body) => Change

const ended = (one: One): One => ({ ...one, isLive: false })

/** The live slips that these devices issued. */
const slipsOf = ({ ones }: Roster, issuers: readonly string[]) =>
  [...ones].filter(([, one]) => one.isSlip && one.isLive && issuers.includes(one.issuer))
const slipsEnded = (roster: Roster, issuers: readonly string[]): Change =>
  slipsOf(roster, issuers).map(([id, one]) => [id, ended(one)] as const)

/** Whether somebody coordinates, or may by a sheet, when this device doesn't. */
const isLedWithout = ({ ones }: Roster, gone: string): boolean =>
  [...ones].some(
    ([id, { isLive, role, issuer }]) => isLive && role === 'coordinator' && id !== gone && issuer !== gone,
  )

/** What each kind changes among devices and slips, or the reason why it may not. */
const rules: Record<Kind, Rule> = {
  genesis: (roster, { signer }, body) => {
    must(roster.heads.length === 0 && body['role'] === 'coordinator', 'role')
    must(signer === deviceIdOf(unhex(body['sign'] ?? ''), unhex(body['agree'] ?? '')), 'device')
    return [[signer, made(body, false)]]
  },
  issue: (roster, { signer, body: { expires } }, body) => {
    mayInvite(oneOf(roster, signer, false, 'signer'), body)
    must((body['role'] === 'coordinator') === (expires === 0), 'role')
    must(!roster.ones.has(body['slip'] ?? ''), 'slip')
    must(liveAmong(roster, true).length < 50, 'too-many')
    return [[body['slip'] ?? '', made(body, true, signer)]]
  },
  admit: (roster, { signer }, body) => {
    const { device = '', slip = '', member, role } = body
    const by = oneOf(roster, signer, slip !== '', slip === '' ? 'signer' : 'slip')
    if (slip === '') mayInvite(by, body)
    else must(slip === signer && by.member === member && by.role === role, 'slip')
    must(device === deviceIdOf(unhex(body['sign'] ?? ''), unhex(body['agree'] ?? '')), 'device')
    must(!roster.ones.has(device), 'device')
    must(liveAmong(roster, false).length < 200, 'too-many')
    const used: Change = slip === '' ? [] : [[slip, ended(by)]]
    return [...used, [device, made(body, false)]]
  },
  revoke: (roster, { signer }, { slip = '' }) => {
    const by = oneOf(roster, signer, false, 'signer')
    const revoked = oneOf(roster, slip, true, 'slip')
    must(by.role === 'coordinator' || revoked.issuer === signer, 'role')
    return [[slip, ended(revoked)]]
  },
  role: (roster, { signer, body: { cut } }, { device = '', role = '' }) => {
    must(oneOf(roster, signer, false, 'signer').role === 'coordinator', 'role')
    const before = oneOf(roster, device, false, 'device')
    must(role !== before.role, 'role')
    must((before.role !== 'reader' && role === 'reader') === (cut !== null), 'role')
    must(before.role !== 'coordinator' || isLedWithout(roster, device), 'last-coordinator')
    const lost = isAbove(before.role, role) ? slipsEnded(roster, [device]) : []
    return [...lost, [device, { ...before, role }]]
  },
  remove: (roster, { signer, body: { devices, wraps } }) => {
    must(oneOf(roster, signer, false, 'signer').role === 'coordinator', 'role')
    const gone = Object.keys(devices as object)
    must(!gone.includes(signer), 'device')
    const changes = gone.map((id) => [id, ended(oneOf(roster, id, false, 'device'))] as const)
    const change = [...slipsEnded(roster, gone), ...changes]
    const going = new Set(change.map(([id]) => id))
    const staying = [...roster.ones].filter(([id, one]) => one.isLive && !going.has(id)).map(([id]) => id)
    must(
      staying.sort().join() ===
        Object.keys(wraps as object)
          .sort()
          .join(),
      'wraps',
    )
    return change
  },
  erase: (roster, { signer, body: { records } }) => {
    must(oneOf(roster, signer, false, 'signer').role === 'coordinator', 'role')
    must(!(records as string[]).includes(roster.spaceId), 'malformed')
    return []
  },
  leave: (roster, { signer, body: { seq } }, { hash = '' }) => {
    must((seq === 0) === /^0+$/.test(hash), 'malformed')
    const gone = oneOf(roster, signer, false, 'signer')
    const isAlone = liveAmong(roster, false).length === 1
    must(gone.role !== 'coordinator' || isAlone || isLedWithout(roster, signer), 'last-coordinator')
    return [[signer, ended(gone)], ...slipsEnded(roster, [signer])]
  },
}

/** What an entry says of where chains end. */
function cutsIn({ kind, signer, index, body }: Entry): Cut[] {
  const cut = (device: string, { seq, hash }: CutOff): Cut => ({ device, index, seq, hash })
  if (kind === 'leave') return [cut(signer, body as unknown as CutOff)]
  if (kind === 'remove')
    return Object.entries(body['devices'] as Record<string, CutOff>).map(([id, one]) => cut(id, one))
  const isCut = kind === 'role' && body['cut'] !== null
  return isCut ? [cut(body['device'] as string, body['cut'] as CutOff)] : []
}

export const noRoster: Roster = {
  spaceId: '0'.repeat(32),
  heads: [],
  epochs: [],
  cuts: [],
  ones: new Map(),
}

/** The epoch after the entry of an index. */
export const epochAt = ({ epochs }: Roster, index: number): number =>
  epochs.filter((begin) => begin <= index).length - 1

/** The roster after one more entry, if it is the next one, its signatures hold and the rules allow it. */
export function follow(roster: Roster, bytes: Uint8Array, signatures: readonly Uint8Array[]) {
  const entry = readEntry(bytes)
  const before = roster.heads.at(-1) ?? '0'.repeat(64)
  must(entry.index === roster.heads.length && entry.spaceId === roster.spaceId, 'head')
  must(hex(entry.headBefore) === before && (entry.kind === 'genesis') === (entry.index === 0), 'head')
  const change = rules[entry.kind](roster, entry, entry.body as Fields & Body)
  const ones = new Map([...roster.ones, ...change])
  const head = headOf(bytes)
  const signers = [roster.ones.get(entry.signer) ?? ones.get(entry.signer)]
  if (entry.kind === 'admit') signers.push(ones.get(entry.body['device'] as string))
  must(signatures.length === signers.length, 'signature')
  for (const [at, signature] of signatures.entries())
    must(verifies(unhex(signers[at]?.sign ?? '', 65), signature, entryMessage(head)), 'signature')
  const spaceId = entry.index === 0 ? hex(head.slice(0, 16)) : roster.spaceId
  const begins = entry.kind === 'genesis' || entry.kind === 'remove'
  const epochs = begins ? [...roster.epochs, entry.index] : roster.epochs
  const cuts = [...roster.cuts, ...cutsIn(entry)]
  return { entry, roster: { spaceId, heads: [...roster.heads, hex(head)], epochs, cuts, ones } }
}
