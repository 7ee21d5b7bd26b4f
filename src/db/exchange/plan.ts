import { limits } from '../../shared/limits.ts'
import type { Over } from '../merge.ts'
import { readStamp, stampOf, type Stamp } from '../stamp.ts'
import type { OutboxRow, Tables } from '../tables.ts'

/** An open change with the number it is to be sealed under; `over` names only what others can know. */
export type Planned = {
  readonly row: OutboxRow
  readonly seq: number
  readonly time: number
  readonly over: Over
}

/**
 * Open changes, at least `most` if there are so many: all of a record or none, since the ones of a record name each other
 * (ADR 0001). In the order in which they are to be numbered.
 */
export async function openRows({ outbox }: Tables, most: number): Promise<OutboxRow[]> {
  const rows = await outbox.orderBy('[record+open]').limit(most).toArray()
  const last = rows.at(-1)
  if (!last || rows.length < most) return rows
  const rest = await outbox
    .where('[record+open]')
    .between([last.record, last.open + 1], [last.record, Infinity], true, true)
    .toArray()
  return [...rows, ...rest]
}

/** The name that a stamp will have: of an unsent version by its number, whatever the device was called when it was made. */
export function renamer(me: string, seqs: ReadonlyMap<number, number>): (stamp: Stamp) => Stamp | undefined {
  return (stamp) => {
    const { seq } = readStamp(stamp)
    if (seq > 0) return stamp
    const sealed = seqs.get(0 - seq)
    return sealed === undefined ? undefined : stampOf(me, sealed)
  }
}

/** The numbers that the open changes of each record get, by record and open number. */
export function numbersOf(
  rows: readonly OutboxRow[],
  firstSeq: number,
): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const numbers = new Map<string, Map<number, number>>()
  for (const [index, { record, open }] of rows.entries()) {
    const ofRecord = numbers.get(record) ?? new Map<number, number>()
    numbers.set(record, ofRecord.set(open, firstSeq + index))
  }
  return numbers
}

/** What is to be sealed, with the stamps as others will see them. */
export function plan(rows: readonly OutboxRow[], me: string, firstSeq: number): Planned[] {
  const numbers = numbersOf(rows, firstSeq)
  return rows.map((row, index) => {
    const seq = firstSeq + index
    const rename = renamer(me, numbers.get(row.record) ?? new Map())
    const over = Object.entries(row.over).flatMap(([field, stamps]): [string, Stamp[]][] => {
      if (!Object.hasOwn(row.set, field)) return []
      const renamed = stamps.map(rename).filter((stamp): stamp is Stamp => stamp !== undefined)
      // Itself it cannot replace; of more twins than one change may name, the rest stay, equal to each other.
      const named = [...new Set(renamed)].filter((stamp) => stamp !== stampOf(me, seq)).slice(0, limits.over)
      return named.length > 0 ? [[field, named]] : []
    })
    const time = Math.max(0, Math.round(row.time))
    return { row, seq, time, over: Object.fromEntries(over) }
  })
}
