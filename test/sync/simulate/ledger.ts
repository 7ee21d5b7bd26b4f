import type { Fields, Value } from '../../../src/shared/value.ts'
import type { Shown } from '../../../src/db/merge.ts'
import { textOf } from './violation.ts'

/** Something that a person wrote over what was shown. `isKept` once it was promised to be safe on the tablet. */
export type Edit = { readonly record: string; readonly set: Fields; readonly shown: Shown; isKept: boolean }

type Write = { readonly value: string; readonly shown: readonly string[]; readonly edit: Edit }

const placeOf = (record: string, field: string): string => `${record} ${field}`

/** All that anybody wrote, kept outside of every tablet. */
export class Ledger {
  readonly #places = new Map<string, Write[]>()
  count = 0

  note(record: string, set: Fields, shown: Shown): Edit {
    const edit = { record, set, shown, isKept: false }
    for (const [field, value] of Object.entries(set)) {
      const place = placeOf(record, field)
      const write = { value: textOf(value), shown: (shown[field] ?? []).map(textOf), edit }
      this.#places.set(place, [...(this.#places.get(place) ?? []), write])
    }
    this.count += 1
    return edit
  }

  /**
   * Whether the value stands among these, or was replaced by somebody who saw it and whose own value is accounted for: a value
   * that is gone without such a one is lost.
   */
  isAccounted(record: string, field: string, value: Value, living: ReadonlySet<string>): boolean {
    const writes = this.#places.get(placeOf(record, field)) ?? []
    const met = new Set<string>()
    const next = [textOf(value)]
    for (let one = next.pop(); one !== undefined; one = next.pop()) {
      if (living.has(one)) return true
      if (met.has(one)) continue
      met.add(one)
      for (const write of writes) if (write.shown.includes(one)) next.push(write.value)
    }
    return false
  }

  /**
   * The values of a field that were written once only, and that somebody replaced who was promised so. What was never taken
   * replaced nothing: it lies on a tablet that was lost.
   */
  replaced(record: string, field: string, wasTaken: ReadonlySet<string>): string[] {
    const writes = this.#places.get(placeOf(record, field)) ?? []
    const kept = writes.filter(({ edit, value }) => edit.isKept && wasTaken.has(value))
    const shown = kept.flatMap((write) => write.shown)
    return [...new Set(shown)].filter((value) => this.isOnce(record, field, value))
  }

  /** Whether anybody wrote the value. */
  isKnown(record: string, field: string, value: string): boolean {
    return (this.#places.get(placeOf(record, field)) ?? []).some((write) => write.value === value)
  }

  /** Whether the value was written once only. Who settles for it writes it a second time, also where it was the app that wrote it first. */
  isOnce(record: string, field: string, value: string): boolean {
    const writes = (this.#places.get(placeOf(record, field)) ?? []).filter((write) => write.value === value)
    return writes.length === 1 && !writes[0]?.shown.includes(value)
  }
}
