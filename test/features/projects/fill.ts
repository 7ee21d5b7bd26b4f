import { fireEvent, screen } from '@testing-library/preact'
import { rowOf } from '../../../src/db/find.ts'
import { save } from '../../../src/db/save.ts'
import type { Row } from '../../../src/db/show.ts'
import type { Notebook } from '../../../src/db/tables.ts'
import { newId } from '../../../src/shared/ids.ts'
import type { Fields } from '../../../src/shared/value.ts'

/** A record as somebody left it. */
export async function add(notebook: Notebook, kind: string, set: Fields): Promise<Row> {
  const record = newId()
  await save(notebook, [{ record, kind, set, over: {} }])
  return (await rowOf(notebook, record)) as Row
}

const optional = ' (freiwillig)'

/** Types into the field with this label, whether it is optional or not. */
export async function type(label: string, text: string): Promise<void> {
  const isIt = (words: string): boolean => words === label || words === `${label}${optional}`
  fireEvent.input(await screen.findByLabelText(isIt), { target: { value: text } })
}

/** Types a date into the three fields under this legend. */
export function typeDate(legend: string, date: readonly [string, string, string]): void {
  const boxes = screen.getByText(legend).closest('fieldset')?.querySelectorAll('input')
  date.forEach((part, at) => fireEvent.input(boxes?.[at] as HTMLInputElement, { target: { value: part } }))
}

/** Taps a button, or the line of a choice. */
export async function tap(role: 'button' | 'choice', name: string): Promise<void> {
  // By their words: asking a long form for all roles in it takes seconds.
  const found =
    role === 'button'
      ? await screen.findByText(name, { selector: 'button span' })
      : await screen.findByLabelText(name)
  fireEvent.click(found)
}

/** The same a moment later: a second tap at once counts as a trembling hand. */
export async function tapAgain(name: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 600))
  await tap('button', name)
}
