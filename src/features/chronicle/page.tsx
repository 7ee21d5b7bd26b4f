import type { JSX } from 'preact'
import { remove, restore } from '../../db/bin.ts'
import { rowOf, rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useOwnWords, type OwnWords } from '../../db/own-words.ts'
import { pagesOf } from '../../db/pages.ts'
import { useThumb } from '../../db/photo.ts'
import type { Row as RecordRow } from '../../db/show.ts'
import { textOf, tickedIn } from '../../records/fields.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { usePathOf } from '../../ui/feature.ts'
import { Icon } from '../../ui/icon.tsx'
import { ItemLine } from '../../ui/item-line.tsx'
import { OwnWordsLine } from '../../ui/own-words.tsx'
import { Page } from '../../ui/page.tsx'
import { initialsOf, Portrait } from '../../ui/picture.tsx'
import { roughDate } from '../../ui/rough-dates.ts'
import { back, href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { Sections } from '../../ui/sections.tsx'
import { Speak } from '../../ui/speak.tsx'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { Sheets } from './sheets.tsx'
import { useNames } from './types.ts'

type PartProps = { document: RecordRow }
type WordsProps = PartProps & { words: OwnWords }

function Head({ document, words }: WordsProps): JSX.Element {
  const { t, language } = useText()
  const { icon, type } = useNames()(document)
  const { id, label } = words.row
  const date = roughDate(textOf(document.fields, 'date'), language) || t('chronicle.undated')
  const town = textOf(document.fields, 'town')
  return (
    <div class="stack tight">
      <h1 class="h1" {...(label ? { lang: words.langOf('title') } : {})}>
        {label || type}
      </h1>
      <ul class="chips">
        {[
          { mark: icon, words: type },
          { mark: 'calendar-days' as const, words: date },
          ...(town ? [{ mark: 'map-pin' as const, words: town }] : []),
        ].map(({ mark, words }) => (
          <li class="chip" key={mark}>
            <Icon name={mark} />
            {words}
          </li>
        ))}
      </ul>
      <OwnWordsLine id={id} words={words} />
    </div>
  )
}

function Words({ words }: { words: OwnWords }): JSX.Element | null {
  const text = textOf(words.row.fields, 'text')
  const lang = words.langOf('text')
  if (!text) return null
  return (
    <div class="card stack tight">
      <p class="written" lang={lang}>
        {text}
      </p>
      <Speak text={text} lang={lang} />
    </div>
  )
}

function PersonRow({ person }: { person: RecordRow }): JSX.Element {
  const { t } = useText()
  const url = useThumb(person.photo)
  return (
    <Row
      to={href(`/people/${person.id}`)}
      picture={<Portrait initials={initialsOf(person.label)} url={url} />}
      detail={person.detail}
    >
      {person.label || t('chronicle.unnamed')}
    </Row>
  )
}

/** Who is on it, the partnership and the project it belongs to. */
function Belongs({ document }: PartProps): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const pathOf = usePathOf()
  const { fields } = document
  const people = useLive(() => rowsOf(notebook, tickedIn(fields, 'people')), [notebook, document]) ?? []
  const owners =
    useLive(
      () => rowsOf(notebook, [textOf(fields, 'partnership'), textOf(fields, 'project')]),
      [notebook, document],
    ) ?? []
  return (
    <>
      {people.length > 0 && (
        <Section title={t('chronicle.people')}>
          <Rows>
            {people.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
          </Rows>
        </Section>
      )}
      {owners.length > 0 && (
        <Rows>
          {owners.map((owner) => {
            const word = owner.kind === 'project' ? t('chronicle.itsProject') : t('chronicle.itsPartnership')
            return (
              <Row key={owner.id} to={href(pathOf(owner.kind, owner.id))} detail={word}>
                {owner.label || word}
              </Row>
            )
          })}
        </Rows>
      )}
    </>
  )
}

function Deleted({ document }: PartProps): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  const { name } = useNames()(document)
  return (
    <div class="page stack">
      <h1>{name}</h1>
      <p>{t('chronicle.isDeleted')}</p>
      <Button writes primary icon="archive-restore" onPress={() => restore(notebook, [document.id])}>
        {t('chronicle.restore')}
      </Button>
    </div>
  )
}

function Standing({ document }: PartProps): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const { id, fields } = document
  const { name } = useNames()(document)
  const pages = useLive(() => pagesOf(notebook, id), [notebook, id]) ?? []
  const words = useOwnWords(document, language)
  if (!words) return null
  const author = textOf(fields, 'author')
  const toBin = async (): Promise<void> => {
    await remove(notebook, [id])
    offerUndo(t('chronicle.deleted', { name }), () => restore(notebook, [id]))
    back('/chronicle')
  }
  return (
    <article class="page stack">
      <Head document={document} words={words} />
      <div class={pages.length > 0 ? 'columns' : 'stack'}>
        {pages.length > 0 && <Sheets pages={pages} />}
        <div class="stack">
          <Words words={words} />
          <Belongs document={document} />
          {author && <p class="secondary">{t('chronicle.putInBy', { name: author })}</p>}
          <Sections id={id} without="photos" />
          <Buttons column>
            <LinkButton writes icon="pencil" to={href(`/chronicle/${id}/change`)}>
              {t('chronicle.change')}
            </LinkButton>
            <Button writes danger icon="trash-2" onPress={toBin}>
              {t('chronicle.delete')}
            </Button>
          </Buttons>
          <ItemLine id={id} />
        </div>
      </div>
    </article>
  )
}

/** One paper of the chronicle: its pages large, what it says, who is on it. */
export function DocumentPage({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const id = params.id ?? ''
  const document = useLive(() => rowOf(notebook, id), [notebook, id])
  if (!document) return null
  return (
    <Page title={t('chronicle.document')} parent="/chronicle" heading="own">
      {document.list === 'bin' ? <Deleted document={document} /> : <Standing document={document} />}
    </Page>
  )
}
