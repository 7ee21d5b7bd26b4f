import type { Edit } from '../../db/save.ts'
import { usualCurrency } from '../../shared/amount.ts'
import { addDays, isDay } from '../../shared/day-count.ts'
import { newId } from '../../shared/ids.ts'
import type { Language } from '../../shared/language.ts'
import type { Fields } from '../../shared/value.ts'
import type { Format } from './formats.ts'
import type { FormatText } from './handbook.ts'
import type { Make } from './plans.ts'

/** What making needs to know beside the format. */
export type Making = {
  readonly make: Make
  /** The day on which it is to be, 'YYYY-MM-DD'. */
  readonly day: string
  readonly today: string
  /** Milliseconds since 1970. */
  readonly now: number
  readonly zone: string
  readonly language: Language
  /** What a project has beside what its format says, or instead of it. */
  readonly beside?: Fields
}

export type Made = {
  readonly id: string
  readonly kind: 'project' | 'event'
  /** The record and its next steps, to be saved together. */
  readonly edits: readonly Edit[]
}

/** Between the years nobody meets. */
const isQuiet = (day: string): boolean => day.slice(5) >= '12-20' || day.slice(5) <= '01-06'

/** The day that is proposed: as many weeks ahead as the format needs, and not between the years. */
export function proposedDay({ lead }: Format, today: string): string {
  const day = addDays(today, lead * 7)
  if (!isQuiet(day)) return day
  const weeks = [1, 2, 3].map((more) => addDays(day, more * 7))
  return weeks.find((later) => !isQuiet(later)) ?? day
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

export type DayProblem = 'formats.dayMissing' | 'formats.dayPast'

/** Why nothing can be made for that day, as the words for it; undefined where it can. */
export function dayProblemOf(day: string, today: string): DayProblem | undefined {
  if (!isDay(day)) return 'formats.dayMissing'
  return day < today ? 'formats.dayPast' : undefined
}

/** How a series comes again from its first day on. A fifth weekday is in few months only: then the last one is meant. */
export function ruleOf(make: Make, day: string): string {
  if (make === 'weekly') return 'FREQ=WEEKLY'
  if (make !== 'monthly') return ''
  const week = Math.ceil(Number(day.slice(8)) / 7)
  return `FREQ=MONTHLY;BYDAY=${week > 4 ? -1 : week}${weekdays[new Date(day).getUTCDay()] ?? 'SU'}`
}

/** When it ends, 'HH:MM'; '' where it takes the whole day. */
export function endOf({ time, minutes }: Format): string {
  if (!time) return ''
  const [hours = 0, past = 0] = time.split(':').map(Number)
  const end = hours * 60 + past + minutes
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`
}

/** A text as somebody would have written it: where a screen may break long words is no part of it. */
const written = (text: string): string => text.replaceAll('\u00AD', '')

function projectFields(format: Format, text: FormatText, { day, language, beside }: Making): Fields {
  const { title, purpose, who } = text
  const currency = usualCurrency[language]
  return {
    title: written(title),
    goal: written(purpose),
    audience: written(who),
    currency,
    language,
    state: 'planned',
    from: day,
    format: format.id,
    ...beside,
  }
}

function eventFields(format: Format, text: FormatText, { make, day, zone, language }: Making): Fields {
  const { id, time, type } = format
  const rule = ruleOf(make, day)
  return {
    title: written(text.title),
    date: day,
    time,
    endTime: endOf(format),
    zone,
    text: written(text.invitation),
    language,
    format: id,
    ...(rule ? { rule } : {}),
    ...(type === undefined ? {} : { type }),
  }
}

/** A format made into a project, an event or a series, with its checklist as next steps that count back from the day. */
export function madeOf(format: Format, text: FormatText, making: Making): Made {
  const { make, day, today, now } = making
  const id = newId()
  const kind = make === 'project' ? 'project' : 'event'
  const set = kind === 'project' ? projectFields(format, text, making) : eventFields(format, text, making)
  const steps = text.checklist.map((step, at): Edit => {
    const until = addDays(day, -(format.days[at] ?? 0))
    return {
      record: newId(),
      kind: 'step',
      set: {
        text: written(step),
        about: id,
        project: '',
        who: '',
        doneOn: '',
        // What should have been done long ago is to be done now: nothing begins overdue.
        until: until < today ? today : until,
        // Steps of the same day keep the order of the checklist.
        writtenAt: new Date(now + at).toISOString(),
      },
      over: {},
    }
  })
  return { id, kind, edits: [{ record: id, kind, set, over: {} }, ...steps] }
}
