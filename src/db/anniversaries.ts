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
  readonly there: Row | undefined
  /** Whether it is our association's: not one between two other towns. */
  readonly isOurs: boolean
}

type Towns = ReadonlyMap<string, Row>

const isOwn = ({ fields }: Row): boolean => fields['isOurs'] === true

/** Where nobody has said which town is ours, every partnership counts as ours. */
function oursAmong(towns: Towns, ours: boolean): (partnership: Row) => boolean {
  return ({ fields }) => {
    const ends = ['here', 'there'].flatMap((end) => towns.get(textOf(fields, end)) ?? [])
    return !ours || ends.length < 2 || ends.some(isOwn)
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
  const towns = await listOf(notebook, 'town')
  const townsById: Towns = new Map(towns.map((town) => [town.id, town]))
  const isOurs = oursAmong(townsById, towns.some(isOwn))
  const byId = new Map(partnerships.map((row) => [row.id, row]))
  return days.flatMap(({ record, original, date: first, endDate: last }) => {
    const partnership = byId.get(record)
    const anniversary = partnership && anniversaryCalled(partnership.fields, original)
    if (!partnership || !anniversary) return []
    return {
      partnership,
      anniversary,
      celebration: celebrationOf(partnership.fields, original),
      first,
      last,
      there: townsById.get(textOf(partnership.fields, 'there')),
      isOurs: isOurs(partnership),
    }
  })
}
