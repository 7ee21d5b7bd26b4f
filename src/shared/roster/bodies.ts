import { Malformed } from '../bytes.ts'
import { limits } from '../limits.ts'
import {
  exactly,
  hexOf,
  hexUpTo,
  isCount,
  isPointHex,
  isWrapHex,
  listOf,
  mapOf,
  oneOf,
  orNull,
  shaped,
  type Check,
} from '../shape.ts'
import type { Value } from '../value.ts'

/** What a device may do: everything; write; only read. */
export const roles = ['coordinator', 'member', 'reader'] as const
export type Role = (typeof roles)[number]

/** Whether the first role allows no more than the second. */
export const isAtMost = (role: Role, other: Role): boolean => roles.indexOf(role) >= roles.indexOf(other)

/**
 * An invitation: the slip's public keys, who it admits, until when (milliseconds since 1970), the epoch key wrapped to the
 * slip, and the box that only the slip's secret opens. One that admits a coordinator is a recovery sheet: `expires` is 0, and
 * it is good until it was used.
 */
export type IssueBody = {
  readonly slip: string
  readonly agree: string
  readonly box: string
  readonly expires: number
  readonly member: string
  readonly role: Role
  readonly sign: string
  readonly wrap: string
}

/** A new device, with its public keys, the epoch key wrapped to it, and its sealed name. `slip` is '' without one. */
export type AdmitBody = {
  readonly agree: string
  readonly device: string
  readonly member: string
  readonly name: string
  readonly role: Role
  readonly sign: string
  readonly slip: string
  readonly wrap: string
}

/** The slip that admits nobody any more. */
export type RevokeBody = { readonly slip: string }

/** Where a device's chain ends: nothing behind it is taken. `seq` 0 and a hash of zeros if it never wrote. */
export type CutOff = { readonly seq: number; readonly hash: string }

/** A device and what it may do from here on; where it may write no more, the end of what it wrote. */
export type RoleBody = { readonly device: string; readonly role: Role; readonly cut: CutOff | null }

/** The signer goes, after its last envelope. */
export type LeaveBody = CutOff

/**
 * Devices that are removed, with their cut-offs (none: the key turns and nobody goes), and the next epoch: its key's check,
 * the key before it sealed under it, and its key for exactly the devices and live slips that stay, by their ids.
 */
export type RemoveBody = {
  readonly back: string
  readonly check: string
  readonly devices: Cuts
  readonly wraps: { readonly [id: string]: string }
}

/** Cut-offs by the device whose chain they end. */
export type Cuts = { readonly [device: string]: CutOff }

/** A signed entry inside of another one, as hex. */
export type InnerEntry = { readonly bytes: string; readonly signatures: readonly string[] }

/**
 * The end of a fork: all entries of the branch that is given up, from the first one on that isn't in this one, and its head;
 * the ends of the chains of those in it who may write no more; and the next epoch as in a removal. `other` is the last key of
 * that branch, sealed under the new one, '' if no key turned there.
 */
export type HealBody = Pick<RemoveBody, 'back' | 'check' | 'wraps'> & {
  readonly cuts: Cuts
  readonly entries: readonly InnerEntry[]
  readonly head: string
  readonly other: string
}

/**
 * What is erased for good: records, their photos, and what removed devices had left that speaks of them. `chunks` are those of the
 * checkpoint in whose range these records lie, by the hashes that they had: each was sealed anew without them.
 */
export type EraseBody = {
  readonly chunks: { readonly [hash: string]: string }
  readonly leftovers: readonly string[]
  readonly photos: readonly string[]
  readonly records: readonly string[]
}

const id = hexOf(16)
const isRole = oneOf(...roles)

function readerOf<T extends object>(checks: {
  readonly [field in keyof T]: Check
}): (body: Value) => T {
  return (body) => {
    if (!exactly<T>(body, checks)) throw new Malformed('a roster entry with other fields')
    return body
  }
}

const zeros = '0'.repeat(64)
/** No hash of no envelope, and no envelope without one. */
const isCutOff: Check = (value) =>
  shaped({ seq: isCount, hash: hexOf(32) })(value) &&
  ((value as CutOff).seq === 0) === ((value as CutOff).hash === zeros)

/** Each throws Malformed for a body of another shape: what p1 doesn't name has no place in the roster. */
export const readIssue = readerOf<IssueBody>({
  slip: id,
  agree: isPointHex,
  box: hexUpTo(limits.box),
  expires: isCount,
  member: id,
  role: isRole,
  sign: isPointHex,
  wrap: isWrapHex,
})
export const readAdmit = readerOf<AdmitBody>({
  agree: isPointHex,
  device: id,
  member: id,
  name: hexUpTo(limits.name),
  role: isRole,
  sign: isPointHex,
  slip: (value) => value === '' || id(value),
  wrap: isWrapHex,
})
export const readRevoke = readerOf<RevokeBody>({ slip: id })
export const readRole = readerOf<RoleBody>({ device: id, role: isRole, cut: orNull(isCutOff) })
export const readRemove = readerOf<RemoveBody>({
  back: hexOf(48),
  check: hexOf(16),
  devices: mapOf(id, isCutOff, limits.devices),
  wraps: mapOf(id, isWrapHex, limits.devices + limits.slips),
})
const readLeaveShape = readerOf<LeaveBody>({ seq: isCount, hash: hexOf(32) })
export const readLeave = (body: Value): LeaveBody => {
  const leave = readLeaveShape(body)
  if (!isCutOff(leave)) throw new Malformed('a cut-off of no envelope with a hash, or the other way round')
  return leave
}

const isInner = shaped({ bytes: hexUpTo(limits.heal), signatures: listOf(hexOf(64), 2) })
export const readHeal = readerOf<HealBody>({
  back: hexOf(48),
  check: hexOf(16),
  cuts: mapOf(id, isCutOff, 2 * limits.devices),
  entries: listOf(isInner, limits.branch),
  head: hexOf(32),
  other: (value) => value === '' || hexOf(48)(value),
  wraps: mapOf(id, isWrapHex, limits.devices + limits.slips),
})

/** Ids in their order, each once: the same ones are always the same bytes. */
const isIds: Check = (value) =>
  listOf(id, limits.erased)(value) &&
  (value as string[]).every((one, at, all) => at === 0 || (all[at - 1] ?? '') < one)
export const readErase = readerOf<EraseBody>({
  chunks: mapOf(hexOf(32), hexOf(32), limits.erased),
  leftovers: isIds,
  photos: isIds,
  records: isIds,
})
