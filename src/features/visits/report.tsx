import type { JSX } from 'preact'
import { listAbout, rowOf, rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useOwnWords } from '../../db/own-words.ts'
import { usePhoto } from '../../db/photo.ts'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { figuresOf } from '../../records/figures.ts'
import { mediumDate } from '../../ui/dates.ts'
import { FiguresList } from '../../ui/figures.tsx'
import { ownWordsBriefly } from '../../ui/own-words.tsx'
import { Paper } from '../../ui/paper.tsx'
import { useText } from '../../ui/text.ts'
import { dateWords } from './date-words.ts'
import { usePeopleOf } from './people.tsx'
import { usePhotosOf } from './photos.ts'
import { nameOf, typeWord } from './words.ts'

/** As many photos as two sheets hold beside the words. */
const mostPhotos = 6

function Photo({ photo }: { photo: Row }): JSX.Element {
  const { t } = useText()
  const url = usePhoto(photo.id)
  return (
    <li>
      {url && <img class="picture" src={url} alt={photo.label || t('visits.photo')} />}
      {photo.label && <p class="small">{photo.label}</p>}
    </li>
  )
}

function Facts({ visit }: { visit: Row }): JSX.Element {
  const { t, language } = useText()
  const people = usePeopleOf(visit.fields)
  const facts = [
    { name: t('visits.kindName'), text: typeWord(visit.fields, t) },
    { name: t('visits.whenName'), text: dateWords(visit.fields, language) },
    { name: t('visits.townName'), text: textOf(visit.fields, 'town') },
    { name: t('visits.askWho'), text: people.map((person) => person.label).join(', ') },
    { name: t('visits.author'), text: textOf(visit.fields, 'author') },
  ]
  return (
    <dl class="report-facts">
      {facts
        .filter((fact) => fact.text)
        .map((fact) => (
          <div key={fact.name}>
            <dt>{fact.name}</dt>
            <dd>{fact.text}</dd>
          </div>
        ))}
    </dl>
  )
}

/** What is still to be done, with who and until when. */
function OpenSteps({ visit }: { visit: string }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const steps = useLive(async () => {
    const rows = (await listAbout(notebook, visit)).filter((row) => row.kind === 'step')
    const people = await rowsOf(
      notebook,
      rows.map((row) => textOf(row.fields, 'who')),
    )
    return rows
      .filter((row) => !textOf(row.fields, 'doneOn'))
      .sort((a, b) => (a.sort < b.sort ? -1 : 1))
      .map((row) => ({
        id: row.id,
        text: textOf(row.fields, 'text'),
        who: people.find((person) => person.id === row.fields['who'])?.label ?? '',
        until: textOf(row.fields, 'until'),
      }))
  }, [notebook, visit])
  if (!steps?.length) return null
  return (
    <section class="section">
      <h2>{t('visits.askSteps')}</h2>
      <ul class="stack tight">
        {steps.map((step) => (
          <li key={step.id}>
            <span class="line">{step.text}</span>
            <span class="line small">
              {[step.who, step.until && t('visits.dueOn', { date: mediumDate(step.until, language) })]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A visit as a report on paper. */
export function VisitReport({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const id = params.id ?? ''
  const visit = useLive(() => rowOf(notebook, id), [notebook, id])
  const photos = usePhotosOf(id)
  const words = useOwnWords(visit, language)
  if (!visit || !photos || !words) return null
  const story = textOf(words.row.fields, 'story').trim()
  const briefly = ownWordsBriefly(words, t)
  return (
    <Paper title={nameOf(words.row.fields, t)} parent={`/visits/${id}`}>
      <div class="stack report">
        <Facts visit={visit} />
        {story && (
          <p class="written" lang={words.langOf('story')}>
            {story}
          </p>
        )}
        {briefly && <p class="small">{briefly}</p>}
        {photos.length > 0 && (
          <ul class="report-photos">
            {photos.slice(0, mostPhotos).map((photo) => (
              <Photo key={photo.id} photo={photo} />
            ))}
          </ul>
        )}
        <FiguresList figures={figuresOf(visit.fields, 'once')} />
        <OpenSteps visit={id} />
      </div>
    </Paper>
  )
}
