import type { Checked } from '../../../src/db/backup/check.ts'
import { readStamp, type Stamp } from '../../../src/db/stamp.ts'
import type { Value } from '../../../src/shared/value.ts'
import { placeIn, placesIn, valuesAt, type Place, type Side } from './places.ts'
import type { Tablet } from './tablet.ts'
import { mustHold } from './violation.ts'
import type { World } from './world.ts'

/** A backup that was read in, and the tablet before and after. */
export type Reading = {
  readonly backup: Checked
  /** Whether it was made on this very disk. */
  readonly isOwn: boolean
  readonly before: Side
  readonly after: Side
  /** What is erased here. */
  readonly gone: ReadonlySet<string>
}

const isUnsent = (stamp: Stamp): boolean => readStamp(stamp).seq <= 0

/** By value, the stamps that carry it. */
function byValue(place: Place): Map<string, Stamp[]> {
  const values = new Map<string, Stamp[]>()
  for (const [stamp, value] of place) values.set(value, [...(values.get(value) ?? []), stamp])
  return values
}

/** Whether the backup can't say anything that isn't here: its device had seen nothing more, and had sent all. */
function saysNothing({ backup, before }: Reading): boolean {
  const stamps = [...placesIn(backup).values()].flatMap((place) => [...place.keys()])
  const isAhead = ([device, seq]: [string, number]): boolean => seq > (before.seen.get(device) ?? 0)
  return !Object.entries(backup.origin.seen).some(isAhead) && !stamps.some(isUnsent)
}

/**
 * The rule of reading a backup, told by values: what stood on either side stands, or somebody replaced it who saw it; what was here and
 * was replaced or deleted since the backup was made does not come back; and one that says nothing new changes nothing.
 */
export function checkJoined({ ledger }: World, { name }: Tablet, reading: Reading): void {
  const { backup, isOwn, before, after, gone } = reading
  const file = placesIn(backup)
  const isMet = (stamp: Stamp): boolean => {
    const { device, seq } = readStamp(stamp)
    // What lay unsent on this disk when the backup was made, it went on with.
    return seq > 0 ? seq <= (before.seen.get(device) ?? 0) : isOwn
  }
  const isIdle = saysNothing(reading)
  for (const place of new Set([...file.keys(), ...before.places.keys()])) {
    const [record = '', field = ''] = place.split(' ')
    const [was, is] = [valuesAt(before.places, place), valuesAt(after.places, place)]
    if (gone.has(record)) {
      mustHold(is.size === 0, () => `${name} read a backup, and ${place} is there again, which was erased`)
      continue
    }
    for (const value of [...was, ...valuesAt(file, place)]) {
      if (!ledger.isKnown(record, field, value)) continue
      mustHold(
        ledger.isAccounted(record, field, JSON.parse(value) as Value, is),
        () => `${name} read a backup, and ${value} at ${place} is lost`,
      )
    }
    for (const [value, stamps] of byValue(placeIn(file, place)))
      if (stamps.every(isMet) && !was.has(value) && ledger.isOnce(record, field, value))
        mustHold(!is.has(value), () => `${name} read a backup, and ${value} at ${place} came back`)
    const isSame = was.size === is.size && [...was].every((value) => is.has(value))
    mustHold(!isIdle || isSame, () => `${name} read a backup that says nothing new, and ${place} is another`)
  }
}
