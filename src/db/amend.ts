import { limits } from '../shared/limits.ts'
import type { Fields, Value } from '../shared/value.ts'
import type { Over, Registers, Shown } from './merge.ts'
import { sameValue } from './show.ts'
import { readStamp } from './stamp.ts'
import type { OutboxRow } from './tables.ts'

/** What a form hands over, as far as it decides what is replaced. */
type Written = { readonly set: Fields; readonly over: Over; readonly shown?: Shown }

/** The open row may be amended if nothing in it would be overwritten unseen. */
export function mayAmend(row: OutboxRow, edit: Written, stamp: string): boolean {
  return Object.keys(edit.set).every(
    (field) => !(field in row.set) || (edit.over[field] ?? []).includes(stamp),
  )
}

/** The open row with what the edit says besides. */
export function amend(row: OutboxRow, edit: Written, stamp: string, time: number): OutboxRow {
  const over: Record<string, readonly string[]> = { ...row.over }
  for (const field of Object.keys(edit.set)) {
    const stamps = new Set([...(over[field] ?? []), ...(edit.over[field] ?? [])])
    stamps.delete(stamp)
    over[field] = [...stamps]
  }
  return { ...row, time, set: { ...row.set, ...edit.set }, over }
}

/**
 * What the edit replaces, by the stamps of now. The stamp of a version of mine doesn't tell: since the form was opened
 * another one may have amended it, or it was sent and has a number, or a copy of this device sent another one by that name.
 * The value that was shown tells.
 */
export function overNow(me: string, { set, over, shown }: Written, registers: Registers): Over {
  const entries = Object.keys(set).map((field): [string, readonly string[]] => {
    const named = over[field] ?? []
    if (!shown) return [field, named.slice(0, limits.over)]
    const live = Object.entries(registers[field]?.live ?? {})
    const isSeen = (value: Value): boolean => (shown[field] ?? []).some((one) => sameValue(one, value))
    const isMine = (stamp: string): boolean => readStamp(stamp).device === me
    const mine = live.filter(([stamp, { value }]) => isMine(stamp) && isSeen(value))
    const others = named.filter((stamp) => !isMine(stamp))
    // Of more twins than a change may name the rest stays, as second versions: here as with the others.
    return [field, [...new Set([...others, ...mine.map(([stamp]) => stamp)])].slice(0, limits.over)]
  })
  return Object.fromEntries(entries)
}

/** What is named and still lives. All of it was shown here: what is gone since came before and needs no remembering. */
export function liveOf(over: Over, registers: Registers): Over {
  const entries = Object.entries(over).map(([field, stamps]) => [
    field,
    stamps.filter((stamp) => stamp in (registers[field]?.live ?? {})),
  ])
  return Object.fromEntries(entries) as Over
}
