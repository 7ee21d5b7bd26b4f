import type { Edit } from '../../db/save.ts'
import { saveInside } from '../../db/save.ts'
import { shownStamps, type Row } from '../../db/show.ts'
import { savedTables, type Notebook } from '../../db/tables.ts'
import { textOf } from '../../records/fields.ts'
import type { Fields } from '../../shared/value.ts'

/** What was decided: what is to be done, by whom, until when. */
export type Decision = {
  readonly id: string
  readonly text: string
  readonly who: string
  readonly until: string
}

/** The fields of the minutes that hold one. */
export const decisionField = (id: string, part: keyof Omit<Decision, 'id'>): string =>
  `decisions/${id}/${part}`

/** What the minutes hold that is no next step yet, in the order in which it was written down. */
export function decisionsOf(fields: Fields): Decision[] {
  const ids = Object.entries(fields).flatMap(([field, value]) => {
    const id = value === null ? undefined : /^decisions\/([^/]+)\/text$/.exec(field)?.[1]
    return id === undefined ? [] : [id]
  })
  const part = (id: string, name: keyof Omit<Decision, 'id'>): string =>
    textOf(fields, decisionField(id, name))
  return ids.map((id) => ({ id, text: part(id, 'text'), who: part(id, 'who'), until: part(id, 'until') }))
}

type Meeting = { readonly event: string; readonly project: string }

/**
 * The next steps that the decisions of the minutes become, each under the decision's own id and with nothing in it that two
 * devices would write differently: made twice it is one.
 */
const stepsOf = (minutes: string, fields: Fields, { event, project }: Meeting): Edit[] =>
  decisionsOf(fields)
    .filter(({ text }) => text.trim())
    .map(({ id, text, who, until }) => {
      const writtenAt = textOf(fields, 'writtenAt')
      const set = { text: text.trim(), who, until, about: event, project, from: minutes, writtenAt }
      return { record: id, kind: 'step', set, over: {} }
    })

const worded = ['text', 'who', 'until']

/** A step that another device made of the same decision is there already: what was said otherwise here stands beside it, over nothing. */
function beside(step: Edit, known: Row | undefined): Edit[] {
  if (!known) return [step]
  const differs = Object.entries(step.set).filter(
    ([name, value]) => worded.includes(name) && value !== '' && value !== (known.fields[name] ?? ''),
  )
  return differs.length > 0 ? [{ ...step, set: Object.fromEntries(differs) }] : []
}

/**
 * Closes minutes, in one transaction: what was decided becomes next steps that name the event, its project and the minutes,
 * and stands in the minutes no more. Minutes that nobody has typed into yet are kept as they began.
 * @param begun the fields that they began with
 */
export async function closeMinutes(
  notebook: Notebook,
  minutes: string,
  begun: Fields,
  meeting: Meeting,
): Promise<void> {
  const { tables, me } = notebook
  await tables.transaction('rw', savedTables(tables), async () => {
    const kept = await tables.versions.get(minutes)
    if (!kept) return saveInside(notebook, me, [{ record: minutes, kind: 'note', set: begun, over: {} }])
    const row = await tables.records.get(minutes)
    const fields = row?.fields ?? {}
    const left = Object.keys(fields).filter(
      (field) => field.startsWith('decisions/') && fields[field] !== null,
    )
    if (left.length === 0) return undefined
    const out = {
      record: minutes,
      kind: 'note',
      set: Object.fromEntries(left.map((field) => [field, null])),
      over: Object.fromEntries(left.map((field) => [field, shownStamps(kept.registers, field)])),
    }
    const steps = stepsOf(minutes, fields, meeting)
    const known = await tables.records.bulkGet(steps.map(({ record }) => record))
    return saveInside(notebook, me, [...steps.flatMap((step, at) => beside(step, known[at])), out])
  })
}
