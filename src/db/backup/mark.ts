import { toHex } from '../../shared/bytes.ts'
import { writeCanonical } from '../../shared/canonical.ts'
import { digestOf } from '../../shared/digest.ts'
import type { Value } from '../../shared/value.ts'
import type { Tables } from '../tables.ts'
import type { Lineage, Origin } from './format.ts'
import { noLineage, orderOf } from './lineage.ts'

/** Characters of a mark: two versions of one notebook never share one by chance. */
const markLength = 16

/**
 * What a version is known by on every device: what stands where. Not when it was written: an unsent change that is amended
 * takes all its fields along to its new time.
 */
export const markOf = (record: string, field: string, value: Value): string =>
  toHex(digestOf(writeCanonical([record, field, value])).subarray(0, markLength / 2))

/** What was read in last of one device's backups: which it was, when it was made, and the marks of all that stood in it. */
export type Base = Lineage & { readonly made: string; readonly marks: ReadonlySet<string> }

type Kept = Partial<Lineage> & { readonly made: string; readonly marks: string }

const keyStart = 'backupOf '

const read = (value: string): Base => {
  // Version 0.4.0 kept no lineage.
  const { made, marks, ...lineage } = JSON.parse(value) as Kept
  const count = marks.length / markLength
  const all = Array.from({ length: count }, (_, at) => marks.slice(at * markLength, (at + 1) * markLength))
  return { ...noLineage, ...lineage, made, marks: new Set(all) }
}

/** By device, what was read in of its backups here. */
export async function readBases({ meta }: Pick<Tables, 'meta'>): Promise<ReadonlyMap<string, Base>> {
  const rows = await meta.where('key').startsWith(keyStart).toArray()
  return new Map(rows.map(({ key, value }) => [key.slice(keyStart.length), read(value)]))
}

/** What a backup is judged by: marks of one that came before it, and of what was read in here already. */
export type Before = {
  /** Marks of what stood in the backup that was read in last of that device, if this one came after it. */
  readonly base: ReadonlySet<string>
  /** The same; and where there is none such, of what stood in all others. */
  readonly known: ReadonlySet<string>
  /** Whether it is an earlier one than that: all of it is known here, or was given up there. */
  readonly isOld: boolean
}

/** What a backup is judged by here. One that stands apart from the last of its device never gave up what stood in that. */
export function beforeOf(bases: ReadonlyMap<string, Base>, origin: Origin): Before {
  const last = bases.get(origin.device)
  const order = last && orderOf(origin, last)
  const base = order === 'apart' ? undefined : last?.marks
  const all = (): ReadonlySet<string> => new Set([...bases.values()].flatMap(({ marks }) => [...marks]))
  return { base: base ?? new Set(), known: base ?? all(), isOld: order === 'older' }
}

/** Remembers what stood in a backup that was read in. */
export function keepBase(
  { meta }: Pick<Tables, 'meta'>,
  device: string,
  { made, id, after, marks }: Base,
): Promise<string> {
  const kept: Kept = { made, id, after, marks: [...marks].join('') }
  return meta.put({ key: `${keyStart}${device}`, value: JSON.stringify(kept) })
}
