import { textOf } from '../../records/fields.ts'
import { isDay } from '../../shared/day-count.ts'
import type { Fields } from '../../shared/value.ts'
import type { TextKey } from '../../ui/text.ts'
import { readRule } from './rule.ts'

/** The fields of the form that can be wrong. */
export type Checked = 'title' | 'date' | 'time' | 'endTime' | 'endDate' | 'until'
export type Problems = { readonly [field in Checked]?: TextKey }

/** What the fields alone do not say. */
export type Typed = {
  readonly isAllDay: boolean
  /** Fields in which something stands that is no time of day. */
  readonly unread: ReadonlySet<string>
}

function timeProblems(fields: Fields, { unread }: Typed): Problems {
  const [time, endTime] = [textOf(fields, 'time'), textOf(fields, 'endTime')]
  const lasts = textOf(fields, 'endDate') > textOf(fields, 'date')
  const problems: { [field in Checked]?: TextKey } = {}
  if (unread.has('time')) problems.time = 'events.timeUnread'
  else if (!time) problems.time = 'events.timeMissing'
  if (unread.has('endTime')) problems.endTime = 'events.timeUnread'
  else if (endTime && time && endTime <= time && !lasts) problems.endTime = 'events.endsBefore'
  return problems
}

/** What has to be put right before an event is done, each with the sentence that stands at its field. */
export function problemsOf(fields: Fields, typed: Typed): Problems {
  const [date, endDate] = [textOf(fields, 'date'), textOf(fields, 'endDate')]
  const { until } = readRule(textOf(fields, 'rule'))
  return {
    ...(textOf(fields, 'title').trim() ? {} : { title: 'events.titleMissing' as const }),
    ...(isDay(date) ? {} : { date: 'events.dateMissing' as const }),
    ...(typed.isAllDay ? {} : timeProblems(fields, typed)),
    ...(endDate && endDate < date ? { endDate: 'events.endsBefore' as const } : {}),
    ...(until && until < date ? { until: 'events.untilBefore' as const } : {}),
  }
}
