import type { Edit } from '../../db/save.ts'
import type { Row } from '../../db/show.ts'
import { elementsOf, textOf } from '../../records/fields.ts'
import type { Fields, Value } from '../../shared/value.ts'

/**
 * What the draft of a visit holds beside the visit's own fields: `at`, the screen that it was left on, and
 * `steps/<id>`, the next steps that come of it. They become records of their own with the visit.
 */
const isBeside = (field: string): boolean => field === 'at' || field.startsWith('steps/')

export type NextStep = { readonly text: string; readonly who: string; readonly until: string }

const stepIn = (value: Value): NextStep | undefined => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
  const fields = value as Fields
  return { text: textOf(fields, 'text'), who: textOf(fields, 'who'), until: textOf(fields, 'until') }
}

/** The next steps that were written down on the check page, each with its id. */
export const nextStepsOf = (answers: Fields): { readonly id: string; readonly value: NextStep }[] =>
  elementsOf(answers, 'steps', stepIn)

/** The records that the answers make: the visit, and each next step that says something. */
export function editsOf(visit: string, photo: string, answers: Fields): Edit[] {
  const own = Object.entries(answers).filter(([field]) => !isBeside(field))
  const project = textOf(answers, 'project')
  const writtenAt = textOf(answers, 'writtenAt')
  const steps = nextStepsOf(answers).filter((step) => step.value.text.trim())
  return [
    { record: visit, kind: 'visit', set: { ...Object.fromEntries(own), photo }, over: {} },
    ...steps.map(({ id, value }) => ({
      record: id,
      kind: 'step',
      set: { ...value, doneOn: '', about: visit, project, writtenAt },
      over: {},
    })),
  ]
}

/** What a visit that is recorded from another page takes from there. */
export function seedOf(about: Row | undefined, today: string): Fields {
  if (!about || about.list === 'bin') return {}
  const { id, kind, fields } = about
  const town = textOf(fields, 'town')
  if (kind === 'person') return { [`people/${id}`]: true }
  if (kind === 'project') return { project: id, town }
  if (kind !== 'event') return {}
  const date = textOf(fields, 'date')
  const isOver = date !== '' && date < today && textOf(fields, 'rule') === ''
  return { event: id, project: textOf(fields, 'project'), town, ...(isOver ? { date } : {}) }
}
