import { readEnds } from '../../db/anniversaries.ts'
import { listBin } from '../../db/bin.ts'
import { listOf, rowOf } from '../../db/find.ts'
import { occurrencesBetween } from '../../db/calendar/find.ts'
import type { Row } from '../../db/show.ts'
import type { Notebook } from '../../db/tables.ts'
import { textOf } from '../../records/fields.ts'
import { settingsRecord } from '../../records/kinds/settings.ts'
import { today } from '../../ui/dates.ts'
import type { Material } from './sections/material.ts'

/** Before and after every day that somebody plans. */
const [first, last] = ['1900-01-01', '9999-12-31']

/** Whoever is deleted agrees to nothing any more, and the name is still to be hidden. */
const deletedPeople = (binned: readonly Row[]): Row[] =>
  binned
    .filter(({ kind }) => kind === 'person')
    .map((row) => ({ ...row, fields: { ...row.fields, namedOn: '' } }))

/** Everything that a report is made from, as it is now. */
export async function readMaterial(notebook: Notebook, report: Row): Promise<Material> {
  const list = (kind: string): Promise<Row[]> => listOf(notebook, kind)
  const endsOf = await readEnds(notebook)
  const [
    own,
    settings,
    events,
    visits,
    projects,
    documents,
    partnerships,
    towns,
    people,
    binned,
    occurrences,
  ] = await Promise.all([
    rowOf(notebook, notebook.space),
    rowOf(notebook, settingsRecord),
    list('event'),
    list('visit'),
    list('project'),
    list('document'),
    list('partnership'),
    list('town'),
    list('person'),
    listBin(notebook),
    occurrencesBetween(notebook, first, last, ['event']),
  ])
  const now = notebook.now()
  return {
    report: report.fields,
    period: { from: textOf(report.fields, 'from'), to: textOf(report.fields, 'to') || last },
    name: own?.label ?? '',
    controller: textOf(settings?.fields ?? {}, 'controller'),
    events,
    visits,
    projects,
    documents,
    partnerships: partnerships.filter((row) => endsOf(row).isOurs),
    towns,
    people: [...people, ...deletedPeople(binned)],
    occurrences,
    today: today(new Date(now)),
    now,
  }
}
