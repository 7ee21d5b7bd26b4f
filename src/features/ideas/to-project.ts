import { openForm } from '../../db/draft.ts'
import { listOf, rowsOf } from '../../db/find.ts'
import { change, save, type Edit } from '../../db/save.ts'
import type { Row } from '../../db/show.ts'
import { savedTables, type Notebook } from '../../db/tables.ts'
import { remove } from '../../db/bin.ts'
import { textOf } from '../../records/fields.ts'
import { newId } from '../../shared/ids.ts'
import type { Fields } from '../../shared/value.ts'
import { peopleIdsOf } from './answers.ts'
import { stepsIn } from './next-steps.ts'

/** What the screen knows and the sheet does not. */
export type Beside = {
  readonly zone: string
  /** What an event says in its text about the other date; '' where there is none. */
  readonly otherDate: string
}

const added = (kind: string, record: string, set: Fields): Edit => ({ record, kind, set, over: {} })

const each = (ids: readonly string[], list: string, value: string | true): Fields =>
  Object.fromEntries(ids.map((id) => [`${list}/${id}`, value]))

/** What comes of an idea is written in its language. */
const languageOf = ({ language }: Fields): Fields => (language ? { language } : {})

function projectOf({ fields }: Row, people: readonly string[]): Fields {
  const cost = fields['cost']
  const date = textOf(fields, 'date')
  return {
    title: textOf(fields, 'title'),
    state: 'planned',
    goal: textOf(fields, 'goal'),
    audience: textOf(fields, 'audience'),
    town: textOf(fields, 'town'),
    ...(date ? { from: date, to: date } : {}),
    ...(typeof cost === 'number' ? { planned: cost } : {}),
    currency: textOf(fields, 'currency') || 'EUR',
    ...languageOf(fields),
    ...each(people, 'people', ''),
  }
}

const eventOf = ({ fields }: Row, project: string, people: readonly string[], beside: Beside): Fields => ({
  title: textOf(fields, 'title'),
  date: textOf(fields, 'date'),
  time: '',
  zone: beside.zone,
  place: textOf(fields, 'place'),
  town: textOf(fields, 'town'),
  text: [textOf(fields, 'goal').trim(), beside.otherDate].filter(Boolean).join('\n'),
  project,
  ...languageOf(fields),
  ...each(people, 'invited', true),
})

/**
 * Makes a project of an idea sheet, with its next steps and, where a date stands, with an event; the sheet then names the project.
 * All of it is saved at once or not at all. Returns the project's id and the way back, which is one change too.
 */
export async function makeProject(
  notebook: Notebook,
  idea: Row,
  beside: Beside,
): Promise<{ project: string; undo: () => Promise<void> }> {
  const project = newId()
  const own = peopleIdsOf(idea.fields)
  // Whoever lies in the bin takes part in nothing.
  const people = (await rowsOf(notebook, own)).map(({ id }) => id)
  const steps = stepsIn(textOf(idea.fields, 'steps'), await listOf(notebook, 'person'), people)
  const writtenAt = notebook.now()
  const { over } = await openForm(notebook, idea.id)
  const made = [
    added('project', project, projectOf(idea, people)),
    ...steps.map(({ text, who }, at) =>
      added('step', newId(), {
        text,
        who,
        until: '',
        doneOn: '',
        about: project,
        project,
        // In the order of the sheet: steps without a day are sorted by when they were written.
        writtenAt: new Date(writtenAt + at).toISOString(),
      }),
    ),
    ...(textOf(idea.fields, 'date') ? [added('event', newId(), eventOf(idea, project, people, beside))] : []),
  ]
  const set = { state: 'done', project }
  const replaced = Object.fromEntries(Object.keys(set).map((field) => [field, over[field] ?? []]))
  await save(notebook, [...made, { record: idea.id, kind: 'idea', set, over: replaced }])
  const before = { state: textOf(idea.fields, 'state'), project: textOf(idea.fields, 'project') }
  const { tables } = notebook
  const undo = (): Promise<void> =>
    tables.transaction('rw', savedTables(tables), async () => {
      await remove(
        notebook,
        made.map(({ record }) => record),
      )
      await change(notebook, [idea.id], before)
    })
  return { project, undo }
}
