import type { Register, Seen } from '../merge.ts'
import { isNewer, readStamp, type Stamp } from '../stamp.ts'
import { sameValue } from '../show.ts'
import type { VersionsRow } from '../tables.ts'
import { versionsIn, type ToWrite, type Written } from './entry.ts'
import type { Entry, Origin } from './format.ts'
import { markOf, type Before } from './mark.ts'

/** What is known on both sides: here, and where the backup was made. */
export type Sides = Pick<Before, 'base' | 'known'> & {
  readonly origin: Origin
  /** How far each device's changes were merged here. */
  readonly seen: Seen
  /** What this device is and was called here. */
  readonly mine: ReadonlySet<string>
}

/** Whether one side ever had a version that isn't there now; of one that was never sent, nobody can tell by its name. */
const hasSeen = (seen: Seen, stamp: Stamp): boolean => {
  const { device, seq } = readStamp(stamp)
  return seq > 0 && seq <= (seen[device] ?? 0)
}

type Live = readonly { readonly stamp: Stamp; readonly value: Written['value']; readonly time: number }[]

const emptyRegister: Register = { live: {}, ahead: [] }

/** Whether a version of the file was here: what became of it here is newer than the file. */
function wasHere({ stamps }: Written, mark: string, register: Register, sides: Sides): boolean {
  const { seen, mine, known } = sides
  const isMet = (stamp: Stamp): boolean =>
    stamp in register.live ||
    register.ahead.includes(stamp) ||
    hasSeen(seen, stamp) ||
    // What this very device had written and not sent, it has gone on with.
    mine.has(readStamp(stamp).device)
  return known.has(mark) || (stamps.length > 0 && stamps.every(isMet))
}

/** Whether a version that stands here was replaced where the file was made. */
function isReplacedThere(
  { stamp, value }: Live[number],
  entry: Entry,
  field: string,
  { origin, base }: Sides,
): boolean {
  if (hasSeen(origin.seen, stamp) || entry.ahead?.[field]?.includes(stamp)) return true
  return base.size > 0 && base.has(markOf(entry.id, field, value))
}

/** One field: the join of both sides (design.md 2), as what is to be written here for it. */
function compareField(
  entry: Entry,
  field: string,
  marks: readonly string[],
  register: Register,
  sides: Sides,
): ToWrite[] {
  const versions = versionsIn(entry, field)
  const there = new Set(versions.flatMap(({ stamps }) => stamps))
  const live: Live = Object.entries(register.live).map(([stamp, version]) => ({ stamp, ...version }))
  const isIn = (list: readonly Pick<Written, 'value'>[], value: Written['value']): boolean =>
    list.some((one) => sameValue(one.value, value))
  const gone = live.filter(
    (one) => !there.has(one.stamp) && !isIn(versions, one.value) && isReplacedThere(one, entry, field, sides),
  )
  const fresh = versions.filter(
    (one, index) => !isIn(live, one.value) && !wasHere(one, marks[index] ?? '', register, sides),
  )
  const over = gone.map(({ stamp }) => stamp)
  if (fresh.length > 0)
    return fresh.map(({ value, time }, index) => ({ field, value, time, over: index === 0 ? over : [] }))
  const kept = live.filter((one) => !gone.includes(one))
  const [newest, ...others] = [...kept].sort((a, b) => (isNewer(a, b) ? -1 : 1))
  if (gone.length === 0 || !newest) return []
  // What replaced it stands here already: said once more, over both.
  const twins = [newest, ...others.filter(({ value }) => sameValue(value, newest.value))]
  return [
    { field, value: newest.value, time: newest.time, over: [...over, ...twins.map(({ stamp }) => stamp)] },
  ]
}

/** The marks of an entry's versions, by field. */
export type Marks = { readonly [field: string]: readonly string[] }

export const marksOf = (entry: Entry): Marks =>
  Object.fromEntries(
    Object.keys(entry.fields).map((field) => [
      field,
      versionsIn(entry, field).map(({ value }) => markOf(entry.id, field, value)),
    ]),
  )

/** What of an entry is to be written over what stands here. */
export const compare = (
  entry: Entry,
  marks: Marks,
  row: Pick<VersionsRow, 'registers'> | undefined,
  sides: Sides,
): ToWrite[] =>
  Object.keys(entry.fields).flatMap((field) =>
    compareField(entry, field, marks[field] ?? [], row?.registers[field] ?? emptyRegister, sides),
  )
