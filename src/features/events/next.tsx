import type { JSX } from 'preact'
import { nextOccurrences } from '../../db/calendar/find.ts'
import { rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useThumb } from '../../db/photo-url.ts'
import type { Row as EventRow } from '../../db/show.ts'
import { daysBetween } from '../../shared/day-count.ts'
import { ownZone, wallOf } from '../../shared/zone.ts'
import { today } from '../../ui/dates.ts'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { daysAway, whenWords } from '../../ui/when.ts'
import { countComing } from '../../records/answers.ts'
import { nameFor } from '../../records/translated-words.ts'
import { pictureOf } from './picture.ts'
import { shownOf, type Shown } from '../../db/calendar/shown.ts'
import { whenLines } from './when-lines.ts'

const most = 6

type Next = { readonly event: EventRow; readonly shown: Shown; readonly starts: number }

/** The next event that takes place, and one that was to come before it and is called off. */
function useNext(): { next: Next | undefined; off: Next | undefined; now: number } | undefined {
  const notebook = useNotebook()
  return useLive(async () => {
    const now = notebook.now()
    const found = await nextOccurrences(notebook, now, most)
    const rows = await rowsOf(notebook, [...new Set(found.map((one) => one.record))])
    const byId = new Map(rows.map((row) => [row.id, row]))
    const all = found.flatMap((one): Next[] => {
      const event = byId.get(one.record)
      return event ? [{ event, shown: shownOf(one, event.fields, now), starts: one.starts }] : []
    })
    const next = all.find((one) => one.shown.state !== 'cancelled')
    const [first] = all
    return { next, off: first?.shown.state === 'cancelled' ? first : undefined, now }
  }, [notebook])
}

function EventPicture({ event }: { event: EventRow }): JSX.Element {
  const url = useThumb(event.photo)
  if (!event.photo || !url) return <Picture name={pictureOf(event.fields)} look="event-pic" />
  return <img class="picture event-pic" src={url} alt="" />
}

function NoEvent(): JSX.Element {
  const { t } = useText()
  return (
    <div class="card event">
      <Picture name="coffee" look="event-pic" />
      <span class="event-text">
        <span class="eyebrow">{t('events.next')}</span>
        <span class="line">{t('events.noNext')}</span>
      </span>
    </div>
  )
}

/** The next event, on Start: nothing to tap before one sees it. */
export function NextEvent(): JSX.Element | null {
  const { t, language } = useText()
  const found = useNext()
  if (!found) return null
  const { next, off, now } = found
  const card = next ?? off
  if (!card) return <NoEvent />
  const { event, shown, starts } = card
  const { name, lang } = nameFor(event, language)
  const coming = countComing(event.fields, shown.original)
  const when = whenLines(whenWords(shown, language, t), shown, event.fields, language, t)
  const day = shown.time ? wallOf(starts, ownZone()).date : shown.date
  const days = Math.max(0, daysBetween(today(new Date(now)), day))
  const to = shown.original === 'once' ? `/events/${event.id}` : `/events/${event.id}/dates/${shown.original}`
  return (
    <a class="card event" href={href(to)}>
      <EventPicture event={event} />
      <span class="event-text">
        <span class="eyebrow">{t('events.next')}</span>
        <h2 class={next ? '' : 'off'} lang={lang}>
          {name || t('events.untitled')}
        </h2>
        <strong class="line">{when.place}</strong>
        {when.reader && <span class="line">{when.reader}</span>}
        <span class="secondary line">
          {next ? t('events.inDays', { when: daysAway(days, language) }) : t('events.cancelledSentence')}{' '}
          {next && coming > 0 && t('events.haveSaidYes', { count: coming })}
        </span>
        {next && off && (
          <span class="line">
            {t('events.offBefore', { name: nameFor(off.event, language).name || t('events.untitled') })}
          </span>
        )}
      </span>
    </a>
  )
}
