import { toHex } from '../../shared/bytes.ts'
import { writeCanonical } from '../../shared/canonical.ts'
import { digestOf } from '../../shared/digest.ts'
import type { Value } from '../../shared/value.ts'
import type { Tables } from '../tables.ts'

/** Characters of a mark: two versions of one notebook never share one by chance. */
const markLength = 16

/**
 * What a version is known by on every device: what stands where. Not when it was written: an unsent change that is amended
 * takes all its fields along to its new time.
 */
export const markOf = (record: string, field: string, value: Value): string =>
  toHex(digestOf(writeCanonical([record, field, value])).subarray(0, markLength / 2))

/** What was read in of one device's backups: when the latest was made, and the marks of all that stood in it. */
export type Base = { readonly made: string; readonly marks: ReadonlySet<string> }

const keyStart = 'backupOf '

const read = (value: string): Base => {
  const { made, marks } = JSON.parse(value) as { made: string; marks: string }
  const count = marks.length / markLength
  const all = Array.from({ length: count }, (_, at) => marks.slice(at * markLength, (at + 1) * markLength))
  return { made, marks: new Set(all) }
}

/** By device, what was read in of its backups here. */
export async function readBases({ meta }: Pick<Tables, 'meta'>): Promise<ReadonlyMap<string, Base>> {
  const rows = await meta.where('key').startsWith(keyStart).toArray()
  return new Map(rows.map(({ key, value }) => [key.slice(keyStart.length), read(value)]))
}

/** Remembers what stood in a backup that was read in. */
export const keepBase = (
  { meta }: Pick<Tables, 'meta'>,
  device: string,
  { made, marks }: Base,
): Promise<string> =>
  meta.put({ key: `${keyStart}${device}`, value: JSON.stringify({ made, marks: [...marks].join('') }) })
