import type { Roster } from '../roster/roster.ts'
import type { Statement } from './statement.ts'

/** The chunks in whose range these records lie, by their places; whether a record is in one, only who can open it knows. */
export function chunksOf({ firsts }: Pick<Statement, 'firsts'>, records: readonly string[]): number[] {
  const places = records.map((id) => firsts.findLastIndex((first) => first <= id))
  return [...new Set(places)].filter((at) => at >= 0).sort((one, other) => one - other)
}

/**
 * The hashes of a checkpoint's sealed chunks as they are after what was erased since: each chunk in whose range something was erased
 * was sealed anew. Undefined if one of them was not: then it still says what is to be forgotten, and nobody goes by it.
 */
export function chunksNow(
  { erasures }: Pick<Roster, 'erasures'>,
  statement: Statement,
): readonly string[] | undefined {
  const chunks = [...statement.chunks]
  for (const { index, body } of erasures) {
    if (index <= statement.index) continue
    for (const at of chunksOf(statement, body.records)) {
      const next = body.chunks[chunks[at] ?? '']
      if (next === undefined) return undefined
      chunks[at] = next
    }
  }
  return chunks
}
