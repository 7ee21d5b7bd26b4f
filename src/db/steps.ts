import { doneSteps, openSteps } from '../records/kinds/step.ts'
import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'

const end = '\uffff'

const between = ({ tables }: Notebook, from: string, to: string) =>
  tables.records.where('[list+sort]').between(['step', from], ['step', to], true, true)

/** The open steps, the most urgent first; with `until` only those that are meant for that day or an earlier one. */
export const listOpenSteps = (notebook: Notebook, until = ''): Promise<Row[]> =>
  between(notebook, openSteps, `${openSteps} ${until}${end}`).toArray()

/** The steps that were done on that day or later, the latest first. */
export const listDoneSteps = (notebook: Notebook, since: string): Promise<Row[]> =>
  between(notebook, `${doneSteps} ${since}`, `${doneSteps}${end}`).reverse().toArray()
