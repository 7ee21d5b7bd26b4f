import type { JSX } from 'preact'
import { restore } from '../../db/bin.ts'
import { rowOf, rowsOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useOwnWords, type OwnWords } from '../../db/own-words.ts'
import type { Row as IdeaRow } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { ideaStateOf } from '../../records/kinds/idea.ts'
import { Button } from '../../ui/button.tsx'
import { ItemLine } from '../../ui/item-line.tsx'
import { OwnWordsLine } from '../../ui/own-words.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows } from '../../ui/rows.tsx'
import { Sections } from '../../ui/sections.tsx'
import { useText } from '../../ui/text.ts'
import { TwiceMark } from '../../ui/twice-mark.tsx'
import { AgreedLine } from './agreed-line.tsx'
import { AnswerList } from './answer-list.tsx'
import { Chips, Whose } from './chips.tsx'
import { Doings } from './doings.tsx'
import { isAnswered, questions, questionWords } from './questions.ts'
import { useSheet } from './sheet.ts'

/** What was answered; below it what nobody has answered yet. */
function Answers({ words }: { words: OwnWords }): JSX.Element | null {
  const { t } = useText()
  const idea = words.row
  const sheet = useSheet(idea)
  if (!sheet) return null
  const open = questions.filter((question) => !isAnswered(question, idea.fields))
  return (
    <>
      <AnswerList sheet={sheet} langOf={words.langOf} />
      {open.length > 0 && (
        <p class="secondary">
          {t('ideas.stillOpen', {
            questions: open.map((question) => t(questionWords[question].name)).join(', '),
          })}
        </p>
      )}
    </>
  )
}

/** The project that it became, and the idea that it was taken from. */
function Beside({ idea }: { idea: IdeaRow }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const ids = ['project', 'from'].map((name) => textOf(idea.fields, name)).filter(Boolean)
  const rows = useLive(() => rowsOf(notebook, ids), [notebook, ids.join()]) ?? []
  if (rows.length === 0) return null
  return (
    <Rows>
      {rows.map((row) => (
        <Row
          key={row.id}
          to={href(row.kind === 'project' ? `/projects/${row.id}` : `/ideas/${row.id}`)}
          detail={row.kind === 'project' ? t('ideas.project.became') : t('ideas.takenFrom')}
        >
          <b>{row.label || t('ideas.unnamed')}</b>
        </Row>
      ))}
    </Rows>
  )
}

function Standing({ idea }: { idea: IdeaRow }): JSX.Element | null {
  const { t, language } = useText()
  const words = useOwnWords(idea, language)
  if (!words) return null
  return (
    <div class="stack">
      <div class="stack tight">
        <h1 lang={words.langOf('title')}>
          {words.row.label || t('ideas.unnamed')} <TwiceMark twice={idea.twice} />
        </h1>
        <Chips idea={idea} />
        <Whose idea={idea} />
        <OwnWordsLine id={idea.id} words={words} />
        {ideaStateOf(idea.fields) === 'draft' && <p>{t('ideas.draftIsSeen')}</p>}
      </div>
      <AgreedLine idea={idea} />
      <Beside idea={idea} />
      <Answers words={words} />
      <ItemLine id={idea.id} />
      <Sections id={idea.id} />
      <Doings idea={idea} words={words} />
    </div>
  )
}

function Deleted({ idea }: { idea: IdeaRow }): JSX.Element {
  const { t } = useText()
  const notebook = useNotebook()
  return (
    <div class="stack">
      <h1>{idea.label || t('ideas.unnamed')}</h1>
      <p>{t('ideas.isDeleted')}</p>
      <Button writes primary icon="archive-restore" onPress={() => restore(notebook, [idea.id])}>
        {t('ideas.restore')}
      </Button>
    </div>
  )
}

/** One idea sheet, to read, and what can be made of it. */
export function IdeaPage({ params }: { params: { id?: string } }): JSX.Element | null {
  const { t } = useText()
  const notebook = useNotebook()
  const id = params.id ?? ''
  const idea = useLive(() => rowOf(notebook, id), [notebook, id])
  if (!idea) return null
  return (
    <Page title={t('ideas.idea')} parent="/ideas" heading="own">
      <div class="page">{idea.list === 'bin' ? <Deleted idea={idea} /> : <Standing idea={idea} />}</div>
    </Page>
  )
}
