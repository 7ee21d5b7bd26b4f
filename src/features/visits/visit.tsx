import type { JSX } from 'preact'
import { remove, restore } from '../../db/bin.ts'
import { rowOf, rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useOwnWords, type OwnWords } from '../../db/own-words.ts'
import type { Row as RecordRow } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { figuresOf } from '../../records/figures.ts'
import { kindOf } from '../../records/kinds.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { FiguresList } from '../../ui/figures.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ItemLine } from '../../ui/item-line.tsx'
import { OwnWordsLine } from '../../ui/own-words.tsx'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { back, href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { Sections } from '../../ui/sections.tsx'
import { Speak } from '../../ui/speak.tsx'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { dateWords } from './date-words.ts'
import { Gallery, LargePhoto } from './gallery.tsx'
import { People } from './people.tsx'
import { usePhotosOf } from './photos.ts'
import { nameOf, pictureOf, typeOf, typeWord } from './words.ts'

function Head({ words, photo }: { words: OwnWords; photo: RecordRow | undefined }): JSX.Element {
  const { t, language } = useText()
  const { fields } = words.row
  const [title, town] = [textOf(fields, 'title'), textOf(fields, 'town')]
  return (
    <div class="stack tight">
      {photo ? <LargePhoto photo={photo} /> : <Picture name={pictureOf(typeOf(fields))} look="hero r31" />}
      <h1 {...(title ? { lang: words.langOf('title') } : {})}>{title || typeWord(fields, t)}</h1>
      <ul class="facts">
        {title && (
          <li class="fact">
            <Icon name="users" />
            <span>{typeWord(fields, t)}</span>
          </li>
        )}
        <li class="fact">
          <Icon name="calendar-days" />
          <span>{dateWords(fields, language)}</span>
        </li>
        {town && (
          <li class="fact">
            <Icon name="map-pin" />
            <span>{town}</span>
          </li>
        )}
      </ul>
    </div>
  )
}

function Story({ words }: { words: OwnWords }): JSX.Element | null {
  const { t } = useText()
  const { id, fields } = words.row
  const story = textOf(fields, 'story').trim()
  const author = textOf(fields, 'author')
  const lang = words.langOf('story')
  if (!story && !author) return <OwnWordsLine id={id} words={words} />
  return (
    <div class="stack tight">
      {story && (
        <p class="written story" lang={lang}>
          {story}
        </p>
      )}
      {author && <p class="secondary">{t('visits.writtenBy', { name: author })}</p>}
      <OwnWordsLine id={id} words={words} />
      <Speak text={story} lang={lang} />
    </div>
  )
}

/** The project and the event that the visit belongs to. */
function Belongs({ visit }: { visit: RecordRow }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const ids = [textOf(visit.fields, 'project'), textOf(visit.fields, 'event')].filter(Boolean)
  const rows = useLive(() => rowsOf(notebook, ids), [notebook, ids.join()]) ?? []
  if (rows.length === 0) return null
  return (
    <Rows>
      {rows.map((row) => (
        <Row
          key={row.id}
          to={href(`/${kindOf(row.kind)?.path ?? ''}/${row.id}`)}
          detail={row.kind === 'project' ? t('visits.project') : t('visits.event')}
        >
          <strong>{row.label}</strong>
        </Row>
      ))}
    </Rows>
  )
}

function Deleted({ visit }: { visit: RecordRow }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  return (
    <div class="page stack">
      <h1>{nameOf(visit.fields, t)}</h1>
      <p>{t('visits.isDeleted')}</p>
      <Button writes primary icon="archive-restore" onPress={() => restore(notebook, [visit.id])}>
        {t('visits.restore')}
      </Button>
    </div>
  )
}

function Doings({ visit }: { visit: RecordRow }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const { id } = visit
  const toBin = async (): Promise<void> => {
    await remove(notebook, [id])
    offerUndo(t('visits.deleted'), () => restore(notebook, [id]))
    back('/visits')
  }
  return (
    <Buttons column>
      <LinkButton writes icon="pencil" to={href(`/visits/${id}/change`)}>
        {t('visits.change')}
      </LinkButton>
      <LinkButton icon="printer" to={href(`/visits/${id}/print`)}>
        {t('visits.print')}
      </LinkButton>
      <Button writes danger icon="trash-2" onPress={toBin}>
        {t('visits.delete')}
      </Button>
    </Buttons>
  )
}

/** One visit, to read: the photos large, the story, the people. */
export function VisitPage({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const id = params.id ?? ''
  const visit = useLive(() => rowOf(notebook, id), [notebook, id])
  const photos = usePhotosOf(id)
  const words = useOwnWords(visit, language)
  if (!visit || !photos || !words) return null
  const top = photos.find((photo) => photo.id === visit.photo) ?? photos[0]
  return (
    <Page title={t('visits.visit')} parent="/visits" heading="own">
      {visit.list === 'bin' ? (
        <Deleted visit={visit} />
      ) : (
        <article class="page stack visit">
          <Head words={words} photo={top} />
          <ItemLine id={id} />
          <Story words={words} />
          <People visit={visit.fields} />
          <Gallery visit={id} photos={photos.filter((photo) => photo.id !== top?.id)} />
          <FiguresList figures={figuresOf(visit.fields, 'once')} />
          <Belongs visit={visit} />
          <Sections id={id} without="photos" />
          <Doings visit={visit} />
        </article>
      )}
    </Page>
  )
}
