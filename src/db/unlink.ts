import type { Value } from '../shared/value.ts'
import type { Register, Registers } from './merge.ts'
import { saveInside, type Edit } from './save.ts'
import { valuesOf } from './show.ts'
import { savedTables, type DraftRow, type Notebook } from './tables.ts'

// A record names another one in two ways: a field holds its id (`about`, `who`), or the name of a list's element does
// (`people/<id>`, `answers/<day>/<id>`).

type Ids = ReadonlySet<string>

const isElementOf = (field: string, ids: Ids): boolean =>
  field
    .split('/')
    .slice(1)
    .some((part) => ids.has(part))

const holds = (value: Value, ids: Ids): boolean => {
  if (typeof value === 'string') return ids.has(value)
  return typeof value === 'object' && value !== null && Object.values(value).some((one) => holds(one, ids))
}

/** What a field becomes that names one of these, and over which versions; undefined where none does. */
function without(field: string, register: Register, ids: Ids): { value: Value; over: string[] } | undefined {
  const values = valuesOf(register)
  if (isElementOf(field, ids)) {
    const isOut = values.every(({ value }) => value === null || value === false)
    return isOut ? undefined : { value: null, over: values.flatMap(({ stamps }) => stamps) }
  }
  const naming = values.filter(({ value }) => holds(value, ids))
  if (naming.length === 0) return undefined
  // Of two versions the one that names nobody of these stands.
  const [other] = values.filter((one) => !naming.includes(one))
  const replaced = [...naming, ...(other ? [other] : [])]
  return { value: other?.value ?? '', over: replaced.flatMap(({ stamps }) => stamps) }
}

/** By field, what takes these out of a record; none where it names none of them. */
function changesOf(registers: Registers, ids: Ids): Pick<Edit, 'set' | 'over'> {
  const [set, over]: [Record<string, Value>, Record<string, string[]>] = [{}, {}]
  for (const [field, register] of Object.entries(registers)) {
    const change = without(field, register, ids)
    if (!change) continue
    set[field] = change.value
    over[field] = change.over
  }
  return { set, over }
}

/** Whether a record names one of these. */
export const isLinked = (registers: Registers, ids: Ids): boolean =>
  Object.keys(changesOf(registers, ids).set).length > 0

/** What somebody has begun to write, without those of its fields that name one of these. */
function draftWithout(draft: DraftRow, ids: Ids): DraftRow {
  const stays = ([field, value]: readonly [string, Value]): boolean =>
    !isElementOf(field, ids) && !holds(value, ids)
  const set = Object.fromEntries(Object.entries(draft.set).filter(stays))
  const left = <T>(map: { readonly [field: string]: T }): { [field: string]: T } =>
    Object.fromEntries(Object.entries(map).filter(([field]) => field in set))
  return { ...draft, set, over: left(draft.over), shown: left(draft.shown) }
}

/**
 * Takes these out of all records that name them, also of those in the bin and of what was begun, in one transaction. What stands in a text
 * stays.
 */
export async function unlink(notebook: Notebook, given: readonly string[]): Promise<void> {
  const { tables, me } = notebook
  const ids: Ids = new Set(given)
  await tables.transaction('rw', [...savedTables(tables), tables.drafts], async () => {
    const edits: Edit[] = []
    await tables.versions.each(({ record, kind, registers }) => {
      const changes = changesOf(registers, ids)
      if (!ids.has(record) && Object.keys(changes.set).length > 0) edits.push({ record, kind, ...changes })
    })
    if (edits.length > 0) await saveInside(notebook, me, edits)
    const drafts = await tables.drafts.filter(({ record }) => !ids.has(record)).toArray()
    const begun = drafts.filter((draft) => given.some((id) => JSON.stringify(draft).includes(id)))
    await tables.drafts.bulkPut(begun.map((draft) => draftWithout(draft, ids)))
  })
}
