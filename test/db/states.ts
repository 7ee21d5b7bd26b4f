import type { State } from '../../src/db/merge.ts'

/** A state whose parts that have no order stand in one, so that equal states look equal. */
export function inOneOrder({ seen, records }: State): State {
  const sorted = Object.entries(records).map(([id, { kind, registers }]) => {
    const fields = Object.entries(registers).map(([field, { live, ahead }]) => [
      field,
      { live, ahead: [...ahead].sort() },
    ])
    return [id, { kind, registers: Object.fromEntries(fields) as typeof registers }]
  })
  return { seen, records: Object.fromEntries(sorted) as State['records'] }
}
