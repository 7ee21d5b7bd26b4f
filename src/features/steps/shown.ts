import { rowsOf } from '../../db/find.ts'
import type { Open } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { idsOfMe } from '../../db/who.ts'
import { textOf } from '../../records/fields.ts'
import { someDay } from '../../records/kinds/step.ts'

type Named = Pick<Open, 'notebook' | 'device'>

/** A step with the names that it speaks of. */
export type ShownStep = {
  readonly row: Row
  /** Whose task it is; '' where it is nobody's yet. */
  readonly who: string
  /** Whether it is the task of the person at this device. */
  readonly isMine: boolean
  /** What it belongs to, '' for nothing or where that is plain to see. */
  readonly of: string
}

export const isDone = ({ fields }: Row): boolean => textOf(fields, 'doneOn') !== ''

/** Orders steps by the day that they are meant for, open or done: ticking one moves none. */
export function byUrgency(a: Row, b: Row): number {
  const [first = '', second = ''] = [a, b].map(
    ({ fields }) => `${textOf(fields, 'until') || someDay} ${textOf(fields, 'writtenAt')}`,
  )
  return first < second ? -1 : 1
}

/** Looks up the names for steps. On the page of the record `besides` nobody needs to be told its name again. */
export async function withNames(open: Named, rows: readonly Row[], besides = ''): Promise<ShownStep[]> {
  const told = (row: Row): string[] =>
    ['about', 'project'].map((name) => textOf(row.fields, name)).filter((id) => id && id !== besides)
  const ids = new Set(rows.flatMap((row) => [textOf(row.fields, 'who'), ...told(row)]).filter(Boolean))
  const labels = new Map((await rowsOf(open.notebook, [...ids])).map((row) => [row.id, row.label]))
  const mine = rows.length > 0 ? await idsOfMe(open) : new Set()
  return rows.map((row) => {
    const who = textOf(row.fields, 'who')
    const of = told(row).flatMap((id) => labels.get(id) ?? [])[0] ?? ''
    const isPlain = who === besides
    return { row, who: isPlain ? '' : (labels.get(who) ?? ''), isMine: !isPlain && mine.has(who), of }
  })
}
