import type { JSX } from 'preact'
import { remove, restore } from '../../db/bin.ts'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useOwnWords } from '../../db/own-words.ts'
import { textOf } from '../../records/fields.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { longDate } from '../../ui/dates.ts'
import { ItemLine } from '../../ui/item-line.tsx'
import { OwnWordsLine } from '../../ui/own-words.tsx'
import { Page } from '../../ui/page.tsx'
import { back, href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { Sections } from '../../ui/sections.tsx'
import { Speak } from '../../ui/speak.tsx'
import { AboutLink } from './about-link.tsx'
import { useAbout } from './find-about.ts'

/** Minutes hold what was decided until it becomes next steps. */
const isDecision = ([field, value]: [string, unknown]): boolean =>
  field.startsWith('decisions/') && value !== null

/** One note, to read. */
export function NotePage({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t, language } = useText()
  const notebook = useNotebook()
  const id = params.id ?? ''
  const note = useLive(() => rowOf(notebook, id), [notebook, id])
  const about = useAbout(note ? textOf(note.fields, 'about') : '')
  const words = useOwnWords(note, language)
  if (!note || !words) return null
  const parent = about?.path ?? '/notes/general'
  const text = textOf(words.row.fields, 'text')
  const lang = words.langOf('text')
  const toBin = async (): Promise<void> => {
    await remove(notebook, [id])
    offerUndo(t('notes.deleted'), () => restore(notebook, [id]))
    back(parent)
  }
  return (
    <Page title={t('notes.note')} parent={parent} heading="own">
      <div class="page">
        <article class="stack">
          <div class="card stack tight note">
            <h1 class="h2">{longDate(textOf(note.fields, 'date'), language)}</h1>
            <p class="secondary">{textOf(note.fields, 'author')}</p>
            <p class="written" lang={lang}>
              {text}
            </p>
            <OwnWordsLine id={id} words={words} />
            {Object.entries(note.fields).some(isDecision) && (
              <LinkButton
                writes
                icon="notebook-pen"
                to={href(
                  `/events/${textOf(note.fields, 'about')}/minutes/${textOf(note.fields, 'occasion')}`,
                )}
              >
                {t('notes.decisionsWait')}
              </LinkButton>
            )}
            <ItemLine id={id} />
          </div>
          {about && <AboutLink about={about} />}
          <Sections id={id} without="notes" />
          <Buttons column>
            <Speak text={text} lang={lang} />
            <LinkButton writes icon="pencil" to={href(`/notes/${id}/change`)}>
              {t('notes.change')}
            </LinkButton>
            <Button writes danger icon="trash-2" onPress={toBin}>
              {t('notes.delete')}
            </Button>
          </Buttons>
        </article>
      </div>
    </Page>
  )
}
