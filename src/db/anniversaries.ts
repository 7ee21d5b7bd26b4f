import { anniversaryCalled, type Anniversary } from '../records/anniversaries.ts'
import { celebrationOf, type Celebration } from '../records/celebration.ts'
import { textOf } from '../records/fields.ts'
import { occurrencesBetween } from './calendar/find.ts'
import { listOf, rowsOf } from './find.ts'
import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'

/** An anniversary with all that a line of it needs. */
export type DueAnniversary = {
  readonly partnership: Row
  readonly anniversary: Anniversary
  readonly celebration: Celebration
  /** The first and the last day on which it can be, 'YYYY-MM-DD': the same where its day is known. */
  readonly first: string
  readonly last: string
  /** The other town; undefined between two other towns, which are told by both their names. */
  readonly with: Row | undefined
  /** Whether it is our association's: not one between two other towns. */
  readonly isOurs: boolean
}

const isOwn = ({ fields }: Row): boolean => fields['isOurs'] === true

/** The two towns of a partnership, as far as they are known, and whether one of them is ours. */
export type Ends = {
  readonly here: Row | undefined
  readonly there: Row | undefined
  readonly isOurs: boolean
}

/** The way to a partnership's towns. Where nobody has said which town is ours, every partnership counts as ours. */
export async function readEnds(notebook: Notebook): Promise<(partnership: Row) => Ends> {
  const towns = await listOf(notebook, 'town')
  const byId = new Map(towns.map((town) => [town.id, town]))
  const isAnyOwn = towns.some(isOwn)
  return ({ fields }) => {
    const [here, there] = [byId.get(textOf(fields, 'here')), byId.get(textOf(fields, 'there'))]
    const isOurs = !isAnyOwn || !here || !there || isOwn(here) || isOwn(there)
    return { here, there, isOurs }
  }
}

/**
 * The anniversaries that have a day between these two, in the order in which they begin, as the calendar has worked them
 * out: up to 24 months ahead.
 * @param from and `to`: 'YYYY-MM-DD'
 */
export async function anniversariesBetween(
  notebook: Notebook,
  from: string,
  to: string,
): Promise<DueAnniversary[]> {
  const days = await occurrencesBetween(notebook, from, to, ['anniversary'])
  if (days.length === 0) return []
  const partnerships = await rowsOf(notebook, [...new Set(days.map(({ record }) => record))])
  const endsOf = await readEnds(notebook)
  const byId = new Map(partnerships.map((row) => [row.id, row]))
  return days.flatMap(({ record, original, date: first, endDate: last }) => {
    const partnership = byId.get(record)
    const anniversary = partnership && anniversaryCalled(partnership.fields, original)
    if (!partnership || !anniversary) return []
    const { there, isOurs } = endsOf(partnership)
    const celebration = celebrationOf(partnership.fields, original)
    return { partnership, anniversary, celebration, first, last, with: isOurs ? there : undefined, isOurs }
  })
}
