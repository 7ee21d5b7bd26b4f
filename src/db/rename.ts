import type { Over, Register, Registers } from './merge.ts'
import { readStamp, stampOf, type Stamp } from './stamp.ts'

/** The new name of a version, if it has one. */
export type Rename = (stamp: Stamp) => Stamp | undefined

/** Each stamp under its new name, none twice. */
const renameAll = (stamps: readonly Stamp[], rename: Rename): Stamp[] => [
  ...new Set(stamps.map((stamp) => rename(stamp) ?? stamp)),
]

/** The registers of a record under the names that its versions have now. */
export function renameVersions(registers: Registers, rename: Rename): Registers {
  const entries = Object.entries(registers).map(([field, { live, ahead }]): [string, Register] => [
    field,
    {
      live: Object.fromEntries(
        Object.entries(live).map(([stamp, version]) => [rename(stamp) ?? stamp, version]),
      ),
      ahead: renameAll(ahead, rename),
    },
  ])
  return Object.fromEntries(entries)
}

/** What a change replaces, under the names of now. */
export const renameOver = (over: Over, rename: Rename): Over =>
  Object.fromEntries(Object.entries(over).map(([field, stamps]) => [field, renameAll(stamps, rename)]))

/**
 * Unsent versions are mine, whatever this device was called when they were written: a tab that doesn't know yet that it has
 * another name goes on by the old one. Each belongs to one open change, so it must have one name.
 */
export const asMine =
  (me: string): Rename =>
  (stamp) => {
    const { seq } = readStamp(stamp)
    return seq > 0 ? undefined : stampOf(me, seq)
  }
