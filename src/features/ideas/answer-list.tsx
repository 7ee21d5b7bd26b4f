import type { JSX } from 'preact'
import { answersOf, type Sheet } from './answers.ts'
import { questionWords } from './questions.ts'

type AnswerListProps = {
  sheet: Sheet
  /** The language of what stands in a field. */ langOf: (field: string) => string
}

/** What was answered, each under its question. */
export function AnswerList({ sheet, langOf }: AnswerListProps): JSX.Element | null {
  const answers = answersOf(sheet)
  if (answers.length === 0) return null
  return (
    <div class="card stack">
      {answers.map(({ question, answer }) => (
        <section key={question}>
          <h2 class="eyebrow" lang={sheet.language}>
            {sheet.t(questionWords[question].name)}
          </h2>
          <p class="written" lang={langOf(question === 'where' ? 'place' : question)}>
            {answer}
          </p>
        </section>
      ))}
    </div>
  )
}
