import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import { anniversariesBetween } from '../../db/anniversaries.ts'
import { occurrencesBetween } from '../../db/calendar/find.ts'
import { listOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { matcherOf } from '../../db/match.ts'
import { useNotebook } from '../../db/notebook.ts'
import type { Row as EventRow } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { nameFor } from '../../records/translated-words.ts'
import { isDay } from '../../shared/day-count.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { today } from '../../ui/dates.ts'
import { Empty } from '../../ui/empty.tsx'
import { SearchField } from '../../ui/field.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { inOrder, Months, rowOf, type Dated, type Entry } from './months.tsx'
import { shownOf } from '../../db/calendar/shown.ts'

/** Before and after every day that somebody plans. */
const [first, last] = ['1900-01-01', '9999-12-31']

type Calendar = { events: EventRow[]; ahead: Entry[]; earlier: Entry[] }

/**
 * All dates of all events, those from today on and those before, each the nearest first; among those ahead the
 * anniversaries of our partnerships in the coming 24 months.
 */
function useCalendar(): Calendar | undefined {
  const notebook = useNotebook()
  const [from] = useState(() => today(new Date(notebook.now())))
  const anniversaries = useLive(
    () => anniversariesBetween(notebook, from, `${Number(from.slice(0, 4)) + 2}${from.slice(4)}`),
    [notebook, from],
  )
  const events = useLive(() => listOf(notebook, 'event'), [notebook])
  const occurrences = useLive(() => occurrencesBetween(notebook, first, last, ['event']), [notebook])
  return useMemo(() => {
    if (!events || !occurrences || !anniversaries) return undefined
    const now = notebook.now()
    const day = today(new Date(now))
    const byId = new Map(events.map((event) => [event.id, event]))
    const all = occurrences.flatMap((one): Dated[] => {
      const event = byId.get(one.record)
      return event ? [{ event, shown: shownOf(one, event.fields, now) }] : []
    })
    const isAhead = ({ shown }: Dated): boolean => (shown.endDate || shown.date) >= day
    return {
      events,
      ahead: inOrder(all.filter(isAhead), anniversaries, day),
      earlier: all.filter((one) => !isAhead(one)).reverse(),
    }
  }, [events, occurrences, anniversaries])
}

/** Events whose day is not known yet: they stand in no month, and must not be forgotten. */
function Undated({ events }: { events: readonly EventRow[] }): JSX.Element | null {
  const { t, language } = useText()
  const undated = events.filter((event) => !isDay(textOf(event.fields, 'date')))
  if (undated.length === 0) return null
  return (
    <Section title={t('events.undated')}>
      <Rows>
        {undated.map((event) => {
          const { name, lang } = nameFor(event, language)
          return (
            <Row key={event.id} to={href(`/events/${event.id}`)} detail={event.detail}>
              <strong lang={lang}>{name || t('events.untitled')}</strong>
            </Row>
          )
        })}
      </Rows>
    </Section>
  )
}

type ListProps = { current: string | undefined; day: string }

/** The events by month, from today on; the earlier ones on demand. */
export function EventList({ current, day }: ListProps): JSX.Element | null {
  const { t } = useText()
  const [query, setQuery] = useState('')
  const [isBack, setBack] = useState(false)
  const calendar = useCalendar()
  const matches = useMemo(() => matcherOf(query), [query])
  if (!calendar) return null
  const matching = (entries: readonly Entry[]): readonly Entry[] =>
    matches ? entries.filter((one) => matches(rowOf(one))) : entries
  const add = (
    <LinkButton writes primary icon="plus" to={href('/events/new')}>
      {t('events.add')}
    </LinkButton>
  )
  if (calendar.events.length + calendar.ahead.length === 0)
    return (
      <Empty picture="festival" words={t('events.none')}>
        {add}
      </Empty>
    )
  const [ahead, earlier] = [matching(calendar.ahead), matching(calendar.earlier)]
  // Who searches finds what is over as well.
  const showsEarlier = isBack || matches !== undefined
  return (
    <div class="stack">
      <SearchField label={t('events.search')} value={query} onInput={setQuery} />
      {!matches && <Undated events={calendar.events} />}
      {ahead.length > 0 && <Months entries={ahead} from={query} current={current} day={day} />}
      {ahead.length + earlier.length === 0 && matches && <p role="status">{t('events.noneFound')}</p>}
      {ahead.length === 0 && !matches && <p>{t('events.noneAhead')}</p>}
      {showsEarlier && earlier.length > 0 && (
        <div class="stack earlier">
          <h2 class="h1">{t('events.earlier')}</h2>
          <Months entries={earlier} from={query} current={current} day={day} />
        </div>
      )}
      <Buttons column>
        {!showsEarlier && earlier.length > 0 && (
          <Button icon="clock" onPress={() => setBack(true)}>
            {t('events.showEarlier')}
          </Button>
        )}
        {calendar.ahead.some(({ due }) => due) && (
          <LinkButton icon="gift" to={href('/anniversaries')}>
            {t('events.anniversary.all')}
          </LinkButton>
        )}
        <LinkButton icon="printer" to={href('/events/print')}>
          {t('events.print')}
        </LinkButton>
      </Buttons>
      <div class="dock">{add}</div>
    </div>
  )
}
