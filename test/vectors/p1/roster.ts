import { Differs, hex, unhex } from './bytes.ts'
import type { Fields } from './canonical.ts'
import { entryMessage, headOf, readEntry, type Entry, type Kind } from './entry.ts'
import { deviceIdOf } from './keys.ts'
import { verifies } from './primitives.ts'

type Body = Readonly<Record<string, string>>
/** A device, or a slip: both sign, both have a role. */
type One = {
  readonly isSlip: boolean
  readonly member: string
  readonly role: string
  readonly sign: string
  readonly issuer: string
  readonly isLive: boolean
}
export type Roster = {
  readonly spaceId: string
  readonly heads: readonly string[]
  readonly ones: ReadonlyMap<string, One>
}

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
  const { member = '', role = '', sign = '' } = body
  return { isSlip, member, role, sign, issuer, isLive: true }
}

const mayInvite = (signer: One, body: Body): void => {
  must(signer.role === 'coordinator' || signer.member === body['member'], 'member')
  must(!isAbove(body['role'] ?? '', signer.role), 'role')
}

type Change = readonly (readonly [id: string, one: One])[]
type Rule = (roster: Roster, entry: Entry, body: Body) => Change

const ended = (one: One): One => ({ ...one, isLive: false })

/** What each kind changes among devices and slips, or the reason why it may not. */
const rules: Record<Kind, Rule> = {
  genesis: (roster, { signer }, body) => {
    must(roster.heads.length === 0 && body['role'] === 'coordinator', 'role')
    must(signer === deviceIdOf(unhex(body['sign'] ?? ''), unhex(body['agree'] ?? '')), 'device')
    return [[signer, made(body, false)]]
  },
  issue: (roster, { signer }, body) => {
    mayInvite(oneOf(roster, signer, false, 'signer'), body)
    must(body['role'] !== 'coordinator', 'role')
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
  role: (roster, { signer }, { device = '', role = '' }) => {
    must(oneOf(roster, signer, false, 'signer').role === 'coordinator', 'role')
    const raised = oneOf(roster, device, false, 'device')
    must(isAbove(role, raised.role), 'role')
    return [[device, { ...raised, role }]]
  },
  leave: (roster, { signer, body: { seq } }, { hash = '' }) => {
    must((seq === 0) === /^0+$/.test(hash), 'malformed')
    const gone = oneOf(roster, signer, false, 'signer')
    const rest = liveAmong(roster, false).filter((one) => one !== gone)
    must(rest.length === 0 || rest.some(({ role }) => role === 'coordinator'), 'last-coordinator')
    const slips = [...roster.ones].filter(([, one]) => one.isSlip && one.isLive && one.issuer === signer)
    return [[signer, ended(gone)], ...slips.map(([id, one]) => [id, ended(one)] as const)]
  },
}

export const noRoster: Roster = { spaceId: '0'.repeat(32), heads: [], ones: new Map() }

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
  return { entry, roster: { spaceId, heads: [...roster.heads, hex(head)], ones } }
}
