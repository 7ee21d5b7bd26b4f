import type { JSX } from 'preact'
import type { DueAnniversary } from '../../db/anniversaries.ts'
import type { Shown } from '../../db/calendar/shown.ts'
import type { Row as EventRow } from '../../db/show.ts'
import type { Language } from '../../shared/language.ts'
import { useGrowing } from '../../ui/longlist.tsx'
import { Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { AnniversaryLine } from './anniversary-line.tsx'
import { EventLine } from './line.tsx'

/** A date of an event. */
export type Dated = { readonly event: EventRow; readonly shown: Shown; readonly due?: undefined }

/** What stands in the calendar: a date of an event, or an anniversary from the day on which it is shown. */
export type Entry = Dated | { readonly due: DueAnniversary; readonly day: string }

const dayOf = (entry: Entry): string => (entry.due ? entry.day : entry.shown.date)

/** The record that an entry is found by. */
export const rowOf = (entry: Entry): EventRow => (entry.due ? entry.due.partnership : entry.event)

/**
 * Events and our anniversaries in their order. An anniversary of a month or a year stands where that begins; once it has
 * begun, today.
 */
export function inOrder(dates: readonly Dated[], all: readonly DueAnniversary[], today: string): Entry[] {
  const anniversaries = all
    .filter(({ isOurs, celebration }) => isOurs && !celebration.celebratedOn)
    .map((due) => ({ due, day: due.first < today ? today : due.first }))
  // Of the same day the anniversary stands first: sorting keeps the order of equals.
  return [...anniversaries, ...dates].sort((a, b) => {
    const [one, other] = [dayOf(a), dayOf(b)]
    return one === other ? 0 : one < other ? -1 : 1
  })
}

const monthWords = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  )

function byMonth(entries: readonly Entry[]): [string, Entry[]][] {
  const months = new Map<string, Entry[]>()
  for (const one of entries) {
    const month = dayOf(one).slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), one])
  }
  return [...months]
}

type MonthsProps = { entries: readonly Entry[]; from: string; current: string | undefined; day: string }

/** What stands in the calendar under the names of the months, as much of it as somebody scrolls to. */
export function Months({ entries, from, current, day }: MonthsProps): JSX.Element {
  const { language } = useText()
  const { shown, more } = useGrowing(entries.length, from)
  const nearest = entries.find((one) => one.due === undefined && one.event.id === current)
  const isCurrent = (one: Dated): boolean =>
    one.event.id === current && (day ? one.shown.original === day : one === nearest)
  return (
    <>
      {byMonth(entries.slice(0, shown)).map(([month, inMonth]) => (
        <Section key={month} title={monthWords(month, language)}>
          <Rows>
            {inMonth.map((one) =>
              one.due ? (
                <AnniversaryLine key={`${one.due.partnership.id} ${one.due.anniversary.key}`} due={one.due} />
              ) : (
                <EventLine
                  key={`${one.event.id} ${one.shown.original}`}
                  event={one.event}
                  shown={one.shown}
                  current={isCurrent(one)}
                />
              ),
            )}
          </Rows>
        </Section>
      ))}
      {more}
    </>
  )
}
