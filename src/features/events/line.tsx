import type { JSX } from 'preact'
import type { Row as EventRow } from '../../db/show.ts'
import { nameFor } from '../../records/translated-words.ts'
import { Icon } from '../../ui/icon.tsx'
import { href } from '../../ui/route.ts'
import { Row } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { TwiceMark } from '../../ui/twice-mark.tsx'
import { whenInMonth, whenWords } from '../../ui/when.ts'
import { isJubilee } from './picture.ts'
import type { Shown } from '../../db/calendar/shown.ts'
import { whenLines } from './when-lines.ts'

/** The leaf of a calendar with the day; the words beside it say the date in full. */
export function Leaf({ shown, isFestive }: { shown: Shown; isFestive: boolean }): JSX.Element {
  const isPale = shown.isOver || shown.state === 'cancelled'
  const look = isPale ? 'leaf past' : isFestive ? 'leaf festive' : 'leaf'
  return (
    <span class={look} aria-hidden="true">
      <span class="band" />
      <span class="number">{Number(shown.date.slice(8))}</span>
    </span>
  )
}

/** That a date is called off or moved, as a mark beside it. */
export function StateChip({ state }: { state: Shown['state'] }): JSX.Element | null {
  const { t } = useText()
  if (state === 'stands') return null
  const isOff = state === 'cancelled'
  return (
    <span class={isOff ? 'chip problem' : 'chip waiting'}>
      <Icon name={isOff ? 'calendar-x' : 'clock'} />
      {isOff ? t('events.cancelled') : t('events.moved')}
    </span>
  )
}

type EventLineProps = {
  event: EventRow
  shown: Shown
  current?: boolean
  /** In a list without the names of months. */
  withYear?: boolean
}

/** One date of an event in a list: its leaf, its title, and when in words. */
export function EventLine({ event, shown, current, withYear }: EventLineProps): JSX.Element {
  const { t, language } = useText()
  const words = withYear ? whenWords(shown, language, t) : whenInMonth(shown, language, t)
  const when = whenLines(words, shown, event.fields, language, t)
  const { name, lang } = nameFor(event, language)
  const path =
    shown.original === 'once' ? `/events/${event.id}` : `/events/${event.id}/dates/${shown.original}`
  return (
    <Row
      to={href(path)}
      current={current ?? false}
      picture={<Leaf shown={shown} isFestive={isJubilee(event.fields)} />}
    >
      <strong class={shown.state === 'cancelled' ? 'line off' : 'line'} lang={lang}>
        {name || t('events.untitled')}
      </strong>
      <span class="line secondary">{when.place}</span>
      {when.reader && <span class="line secondary">{when.reader}</span>}
      <StateChip state={shown.state} />
      <TwiceMark twice={event.twice} />
    </Row>
  )
}
