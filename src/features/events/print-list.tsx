import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { occurrencesBetween } from '../../db/calendar/find.ts'
import { listOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { nameFor } from '../../records/translated-words.ts'
import { addDays } from '../../shared/day-count.ts'
import { today } from '../../ui/dates.ts'
import { Paper } from '../../ui/paper.tsx'
import { useText } from '../../ui/text.ts'
import { whenWords } from '../../ui/when.ts'
import { placeWords } from './facts.tsx'
import { shownOf } from '../../db/calendar/shown.ts'
import { whenLines } from './when-lines.ts'

/** As far ahead as somebody hangs it up at home. */
const days = 366

/** The coming events on paper, for beside the telephone. */
export function PrintEvents(): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const now = notebook.now()
  const from = useMemo(() => today(new Date(now)), [])
  const events = useLive(() => listOf(notebook, 'event'), [notebook])
  const occurrences = useLive(
    () => occurrencesBetween(notebook, from, addDays(from, days), ['event']),
    [notebook, from],
  )
  if (!events || !occurrences) return null
  const byId = new Map(events.map((event) => [event.id, event]))
  const lines = occurrences.flatMap((one) => {
    const event = byId.get(one.record)
    return event ? [{ event, shown: shownOf(one, event.fields, now) }] : []
  })
  return (
    <Paper title={t('events.title')} parent="/events" type="large">
      <table class="programme">
        <thead class="unseen">
          <tr>
            <th scope="col">{t('events.printWhen')}</th>
            <th scope="col">{t('events.event')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ event, shown }) => (
            <tr key={`${event.id} ${shown.original}`}>
              <th scope="row">
                {whenLines(whenWords(shown, language, t), shown, event.fields, language, t).place}
              </th>
              <td>
                <strong
                  class={shown.state === 'cancelled' ? 'line off' : 'line'}
                  lang={nameFor(event, language).lang}
                >
                  {nameFor(event, language).name || t('events.untitled')}
                </strong>
                {shown.state === 'cancelled' && <span class="line">{t('events.cancelled')}</span>}
                {placeWords(event, t) && <span class="line">{placeWords(event, t)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length === 0 && <p>{t('events.noneAhead')}</p>}
    </Paper>
  )
}
