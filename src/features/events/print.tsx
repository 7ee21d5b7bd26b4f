import type { JSX } from 'preact'
import { occurrencesOf } from '../../db/calendar/find.ts'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useOwnWords } from '../../db/own-words.ts'
import type { Row as EventRow } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { Paper } from '../../ui/paper.tsx'
import { useText } from '../../ui/text.ts'
import { whenWords } from '../../ui/when.ts'
import { Agenda, placeWords, Programme } from './facts.tsx'
import { useInvited } from './invited.ts'
import { dateOf } from '../../db/calendar/shown.ts'
import { whenLines } from './when-lines.ts'

function Invited({ event, original }: { event: EventRow; original: string }): JSX.Element | null {
  const { t, language } = useText()
  const invited = useInvited(event, original)
  if (!invited || invited.people.length === 0) return null
  return (
    <section class="section">
      <h2>{t('events.invited')}</h2>
      <p>{new Intl.ListFormat(language).format(invited.people.map((person) => person.label))}</p>
    </section>
  )
}

/** An event on paper: for the notice board, or to be handed to guests. */
export function PrintEvent({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const id = params.id ?? ''
  const event = useLive(() => rowOf(notebook, id), [notebook, id])
  const occurrences = useLive(() => occurrencesOf(notebook, id), [notebook, id])
  const words = useOwnWords(event, language)
  if (event?.kind !== 'event' || !occurrences || !words) return null
  const { label, fields: own } = words.row
  const shown = dateOf(event.fields, occurrences, '', notebook.now())
  const when = shown && whenLines(whenWords(shown, language, t), shown, event.fields, language, t)
  const [text, programme, agenda] = [textOf(own, 'text'), textOf(own, 'programme'), textOf(own, 'agenda')]
  const [link, dialIn] = [textOf(event.fields, 'link'), textOf(event.fields, 'dialIn')]
  return (
    <Paper title={label || t('events.untitled')} parent={`/events/${id}`} type="large">
      <div class="stack tight">
        <p>
          <strong class="line">{when ? when.place : t('events.noDate')}</strong>
          {when?.reader && <span class="line">{when.reader}</span>}
          {shown?.state === 'cancelled' && <strong class="line">{t('events.cancelled')}</strong>}
          {placeWords(event, t) && <span class="line written">{placeWords(event, t)}</span>}
          {link && <span class="line">{link}</span>}
          {dialIn && (
            <span class="line">
              {t('events.dialIn')}: {dialIn}
            </span>
          )}
        </p>
        {text && <p class="written">{text}</p>}
        {agenda.trim() && (
          <section class="section">
            <h2>{t('events.agenda')}</h2>
            <Agenda text={agenda} />
          </section>
        )}
        {programme && (
          <section class="section">
            <h2>{t('events.programme')}</h2>
            <Programme text={programme} />
          </section>
        )}
        {shown && <Invited event={event} original={shown.original} />}
      </div>
    </Paper>
  )
}
