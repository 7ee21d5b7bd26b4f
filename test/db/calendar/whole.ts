import { daysByRule } from '../../../src/db/calendar/days-by-rule.ts'
import { expand as expandBy } from '../../../src/db/calendar/expand.ts'
import { workOut as workOutBy, type Calendar } from '../../../src/db/calendar/work-out.ts'
import type { Occurrence } from '../../../src/db/tables.ts'
import type { Occasion } from '../../../src/records/occasion.ts'

/** The calendar with its library, as the worker has it. */
export const expand = (record: string, occasion: Occasion, now: number): Occurrence[] =>
  expandBy(record, occasion, now, daysByRule)

export const workOut = (calendar: Calendar): Promise<void> =>
  workOutBy({ tables: calendar.tables, now: calendar.now, byRule: daysByRule })
