import { chanceFrom, pick, type Chance } from './random.ts'
import { fieldsOf, makeWords, write, type Plain, type Volume } from './workload.ts'

/** What is written of one record in one go. */
export type Written = {
  readonly id: string
  readonly kind: Plain['kind']
  readonly set: { readonly [field: string]: string }
}

/** As many records of all kinds as the comparison of joins has, in its proportions. */
export const volumeOf = (records: number): Volume => {
  const [person, event] = [Math.round(records * 0.4), Math.round(records * 0.2)]
  return { person, note: records - person - event, event, edits: 0 }
}

function shuffled(chance: Chance, length: number): number[] {
  const order = Array.from({ length }, (_, at) => at)
  for (let at = length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1))
    ;[order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0]
  }
  return order
}

/**
 * The same records, however often each was edited on the way: first all of them come, then one field of each is edited, in
 * another order every time, over and over. The last edit of a field brings the text that stays.
 */
export function* editsOf(seed: number, records: readonly Plain[], edits: number): Generator<Written[]> {
  const chance = chanceFrom(seed + 2)
  const words = makeWords(chance)
  const other = (text: string): string => write(chance, words, Math.max(10, text.length))
  const picked = records.map(({ kind }) =>
    Array.from({ length: edits }, () => pick<string>(chance, fieldsOf[kind])),
  )
  yield records.map(({ id, kind, fields }, at) => {
    const set = Object.entries(fields).map(([field, text]) => [
      field,
      picked[at]?.includes(field) ? other(text) : text,
    ])
    return { id, kind, set: Object.fromEntries(set) as Written['set'] }
  })
  for (let round = 0; round < edits; round += 1)
    yield shuffled(chance, records.length).flatMap((at): Written[] => {
      const [record, list] = [records[at], picked[at]]
      const field = list?.[round]
      if (!record || !list || field === undefined) return []
      const text = record.fields[field] ?? ''
      const isLast = list.lastIndexOf(field) === round
      return [{ id: record.id, kind: record.kind, set: { [field]: isLast ? text : other(text) } }]
    })
}
