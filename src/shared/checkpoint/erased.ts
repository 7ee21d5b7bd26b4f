import type { Roster } from '../roster/roster.ts'
import type { Statement } from './statement.ts'

/** The chunks in whose range these records lie, by their places; whether a record is in one, only who can open it knows. */
export function chunksOf({ firsts }: Pick<Statement, 'firsts'>, records: readonly string[]): number[] {
  const places = records.map((id) => firsts.findLastIndex((first) => first <= id))
  return [...new Set(places)].filter((at) => at >= 0).sort((one, other) => one - other)
}

type Places = ReadonlyMap<number, ReadonlySet<string>>

/**
 * How a checkpoint stands after what was erased since: the hashes of its sealed chunks; by the places of chunks, the records in their range
 * that were erased, and those of them that the present chunk may still say.
 */
type Standing = { readonly hashes: readonly string[]; readonly erased: Places; readonly open: Places }

/**
 * Goes through the erasures since a checkpoint. An entry that names a chunk lets another one take its place, which says nothing of what
 * this entry erases; one that doesn't leaves it open, until a later entry names the chunk and these records once more.
 */
export function standingOf({ erasures }: Pick<Roster, 'erasures'>, statement: Statement): Standing {
  const hashes = [...statement.chunks]
  const [erased, open] = [new Map<number, Set<string>>(), new Map<number, Set<string>>()]
  for (const { index, body } of erasures) {
    if (index <= statement.index) continue
    for (const at of chunksOf(statement, body.records)) {
      const [gone, left] = [erased.get(at) ?? new Set<string>(), open.get(at) ?? new Set<string>()]
      const next = body.chunks[hashes[at] ?? '']
      for (const id of body.records) {
        if (chunksOf(statement, [id])[0] !== at) continue
        if (next !== undefined) left.delete(id)
        else if (!gone.has(id)) left.add(id)
        gone.add(id)
      }
      hashes[at] = next ?? hashes[at] ?? ''
      erased.set(at, gone)
      open.set(at, left)
    }
  }
  return { hashes, erased, open: new Map([...open].filter(([, ids]) => ids.size > 0)) }
}

/**
 * The hashes of a checkpoint's sealed chunks as they are after what was erased since: each chunk in whose range something was erased
 * was sealed anew. Undefined if one of them was not: then it still says what is to be forgotten, and nobody goes by it.
 */
export function chunksNow(
  roster: Pick<Roster, 'erasures'>,
  statement: Statement,
): readonly string[] | undefined {
  const { hashes, open } = standingOf(roster, statement)
  return open.size === 0 ? hashes : undefined
}
