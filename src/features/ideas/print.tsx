import type { JSX } from 'preact'
import { rowOf } from '../../db/find.ts'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { useOwnWords } from '../../db/own-words.ts'
import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { Paper } from '../../ui/paper.tsx'
import { useText } from '../../ui/text.ts'
import { useAgreement } from './agreed-line.tsx'
import { answerOf, type Sheet } from './answers.ts'
import { Whose } from './chips.tsx'
import { questions, questionWords, type Question } from './questions.ts'
import { useSheet } from './sheet.ts'

/** So many questions stand on the first of the two pages. */
const onFirstPage = 8

function Asked({ question, sheet }: { question: Question; sheet: Sheet }): JSX.Element {
  const { t } = useText()
  const answer = answerOf(question, sheet)
  const number = questions.indexOf(question) + 1
  return (
    <section class="idea-asked">
      <h2>{t('ideas.numbered', { number, question: t(questionWords[question].ask) })}</h2>
      {answer ? (
        <p class="written" lang={textOf(sheet.fields, 'language')}>
          {answer}
        </p>
      ) : (
        <span class="to-write" />
      )}
    </section>
  )
}

function Sheets({ idea, sheet }: { idea: Row; sheet: Sheet }): JSX.Element {
  const { t } = useText()
  const agreement = useAgreement(idea)
  const pages = [questions.slice(0, onFirstPage), questions.slice(onFirstPage)]
  return (
    <Paper title={idea.label || t('ideas.unnamed')} parent={`/ideas/${idea.id}`}>
      <Whose idea={idea} />
      {pages.map((asked, page) => (
        <div class="idea-page" key={page}>
          {asked.map((question) => (
            <Asked key={question} question={question} sheet={sheet} />
          ))}
        </div>
      ))}
      {agreement.length > 0 && <p class="written">{agreement.join('\n')}</p>}
    </Paper>
  )
}

/** The sheet in the reader's words, on two pages of paper; what is open has a line to write on. */
export function IdeaOnPaper({ params }: { params: { id?: string } }): JSX.Element | null {
  const notebook = useNotebook()
  const { language } = useText()
  const id = params.id ?? ''
  const found = useLive(() => rowOf(notebook, id), [notebook, id])
  const idea = useOwnWords(found, language)?.row
  const sheet = useSheet(idea)
  return idea && sheet ? <Sheets idea={idea} sheet={sheet} /> : null
}
