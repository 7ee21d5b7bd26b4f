import { limits } from '../../shared/limits.ts'
import { readAdmit, readIssue } from '../../shared/roster/bodies.ts'
import type { EntryRead } from '../../shared/roster/entry.ts'
import type { Roster } from '../../shared/roster/roster.ts'

/** Devices and slips that one member, and one space, may ever have had: whoever asks reads all of them. */
const mostOfMember = 200
const mostOfSpace = limits.spaceDevices

/** The member that a new slip is for, or a new device that needs none. A slip that was issued may be used. */
function newNameOf({ kind, body }: EntryRead): string | undefined {
  if (kind === 'issue') return readIssue(body).member
  if (kind !== 'admit') return undefined
  const { slip, member } = readAdmit(body)
  return slip ? undefined : member
}

/**
 * Whether an entry would make the roster longer than anybody should have to read. Members can only invite themselves, so none
 * of them closes the space for the others by coming and going.
 */
export function isCrowded({ devices, slips }: Roster, entry: EntryRead): boolean {
  const member = newNameOf(entry)
  if (member === undefined) return false
  const names = [...devices.values(), ...slips.values()]
  return names.length >= mostOfSpace || names.filter((name) => name.member === member).length >= mostOfMember
}
