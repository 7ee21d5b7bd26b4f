import type { Edit } from '../../db/save.ts'
import type { Row } from '../../db/show.ts'
import { fold } from '../../shared/fold.ts'
import { newId } from '../../shared/ids.ts'
import type { Candidate } from './candidates.ts'

/** More groups than this are no groups of people, and would bury those of the notebook. */
export const mostGroups = 100

const keyOf = (name: string): string => fold(name).trim()

/** The names of the groups that the people belong to, each once. */
export function groupNames(people: readonly Candidate[]): string[] {
  const names = new Map<string, string>()
  for (const { person } of people)
    for (const name of person.groups) if (!names.has(keyOf(name))) names.set(keyOf(name), name)
  return [...names.values()]
}

export type Groups = {
  /** What makes the groups that aren't there yet. */
  readonly edits: readonly Edit[]
  /** The ids of the groups of these names. */
  idsOf(names: readonly string[]): string[]
}

/** The groups of these people: those of the same name that stand already, and new ones for the rest. */
export function planGroups(
  people: readonly Candidate[],
  standing: readonly Pick<Row, 'id' | 'label'>[],
): Groups {
  const ids = new Map(standing.map((row) => [keyOf(row.label), row.id]))
  const edits: Edit[] = []
  for (const name of groupNames(people)) {
    if (ids.has(keyOf(name))) continue
    const record = newId()
    ids.set(keyOf(name), record)
    edits.push({ record, kind: 'group', set: { name, type: 'other' }, over: {} })
  }
  return { edits, idsOf: (names) => [...new Set(names.flatMap((name) => ids.get(keyOf(name)) ?? []))] }
}
