import type { JSX } from 'preact'
import { restore } from '../../db/bin.ts'
import { occurrencesOf } from '../../db/calendar/find.ts'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useOwnWords, type OwnWords } from '../../db/own-words.ts'
import { usePhoto } from '../../db/photo.ts'
import type { Row as EventRow } from '../../db/show.ts'
import { eventTypeOf } from '../../records/event-types.ts'
import { textOf } from '../../records/fields.ts'
import { figuresOf } from '../../records/figures.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { FiguresList } from '../../ui/figures.tsx'
import { ItemLine } from '../../ui/item-line.tsx'
import { OwnWordsLine } from '../../ui/own-words.tsx'
import { Picture } from '../../ui/picture.tsx'
import { href } from '../../ui/route.ts'
import { Section } from '../../ui/rows.tsx'
import { Sections } from '../../ui/sections.tsx'
import { useText } from '../../ui/text.ts'
import { whenWords } from '../../ui/when.ts'
import { Answers } from './answers.tsx'
import { Beside, Doings } from './doings.tsx'
import { Agenda, Belongs, Facts, placeWords, Programme } from './facts.tsx'
import { StateChip } from './line.tsx'
import { pictureOf } from './picture.ts'
import { Reach } from './reach.tsx'
import { DateDoings, NextDates } from './series.tsx'
import { Slots } from './slots.tsx'
import { typeKeys } from './types.ts'
import { dateOf, type Shown } from '../../db/calendar/shown.ts'
import { whenLines } from './when-lines.ts'

function Top({ event }: { event: EventRow }): JSX.Element {
  const { t } = useText()
  const url = usePhoto(event.photo)
  if (!event.photo) return <Picture name={pictureOf(event.fields)} look="hero r21" />
  return url ? (
    <img class="picture hero whole" src={url} alt={t('events.photoOf', { name: event.label })} />
  ) : (
    <div class="picture hero r21" />
  )
}

function Head({ words, shown }: { words: OwnWords; shown: Shown | undefined }): JSX.Element {
  const { t, language } = useText()
  const event = words.row
  const off = shown?.state === 'cancelled'
  const when = shown && whenLines(whenWords(shown, language, t), shown, event.fields, language, t)
  const why = textOf(event.fields, 'cancelledWhy')
  const type = eventTypeOf(event.fields)
  return (
    <div class="stack tight">
      {type && <p class="eyebrow">{t(typeKeys[type])}</p>}
      <h1 class={off ? 'h1 off' : 'h1'} {...(event.label ? { lang: words.langOf('title') } : {})}>
        {event.label || t('events.untitled')}
      </h1>
      {shown && <StateChip state={shown.state} />}
      {event.fields['isCancelled'] === true && why && <p class="written">{why}</p>}
      <p>
        <strong class="line">{when ? when.place : t('events.noDate')}</strong>
        {when?.reader && <span class="line">{when.reader}</span>}
      </p>
      <OwnWordsLine id={event.id} words={words} />
    </div>
  )
}

function Afterwards({ event, shown }: { event: EventRow; shown: Shown }): JSX.Element | null {
  const { t } = useText()
  if (!shown.isOver || shown.state === 'cancelled') return null
  return (
    <Section title={t('events.figures')}>
      <div class="stack tight">
        <FiguresList figures={figuresOf(event.fields, shown.original)} />
        <LinkButton writes icon="users" to={href(`/events/${event.id}/figures/${shown.original}`)}>
          {t('events.enterFigures')}
        </LinkButton>
      </div>
    </Section>
  )
}

function Deleted({ event }: { event: EventRow }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  return (
    <div class="stack">
      <h1>{event.label || t('events.untitled')}</h1>
      <p>{t('events.isDeleted')}</p>
      <Button writes primary icon="archive-restore" onPress={() => restore(notebook, [event.id])}>
        {t('events.restore')}
      </Button>
    </div>
  )
}

/** An event: when and where, who comes, what one can do about it. Of a series one date at a time. */
export function EventPage({ id, day }: { id: string; day: string }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const event = useLive(() => rowOf(notebook, id), [notebook, id])
  const occurrences = useLive(() => occurrencesOf(notebook, id), [notebook, id])
  const words = useOwnWords(event, language)
  if (event?.kind !== 'event' || !occurrences || !words) return null
  if (event.list === 'bin') return <Deleted event={event} />
  const shown = dateOf(event.fields, occurrences, day, notebook.now())
  const own = words.row.fields
  const [text, programme, agenda] = [textOf(own, 'text'), textOf(own, 'programme'), textOf(own, 'agenda')]
  const isSeries = shown !== undefined && shown.original !== 'once'
  const lang = words.langOf(text ? 'text' : 'title')
  // A voice speaks one language: what the app says itself is left out where the texts are in another one.
  const said = lang === language ? [shown && whenWords(shown, language, t), placeWords(event, t)] : []
  const spoken = [words.row.label, ...said, text, agenda, programme]
  return (
    <div class="stack">
      <Top event={event} />
      <Head words={words} shown={shown} />
      <Reach event={event} shown={shown} />
      <Facts event={event} />
      <Slots event={event} />
      {text && (
        <p class="written" lang={words.langOf('text')}>
          {text}
        </p>
      )}
      {agenda.trim() && (
        <Section title={t('events.agenda')}>
          <div class="card" lang={words.langOf('agenda')}>
            <Agenda text={agenda} />
          </div>
        </Section>
      )}
      {programme && (
        <Section title={t('events.programme')}>
          <div class="card" lang={words.langOf('programme')}>
            <Programme text={programme} />
          </div>
        </Section>
      )}
      {shown && shown.state !== 'cancelled' && <Answers event={event} original={shown.original} />}
      <Beside event={event} shown={shown} />
      {shown && <Afterwards event={event} shown={shown} />}
      {isSeries && event.fields['isCancelled'] !== true && <DateDoings event={event} shown={shown} />}
      {isSeries && <NextDates event={event} occurrences={occurrences} shown={shown} />}
      <Belongs event={event} />
      <Sections id={id} without="events" />
      <Doings event={event} spoken={spoken.filter(Boolean).join('.\n')} lang={lang} />
      <ItemLine id={id} />
    </div>
  )
}
