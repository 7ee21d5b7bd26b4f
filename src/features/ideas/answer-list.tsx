import type { JSX } from 'preact'
import { textOf } from '../../records/fields.ts'
import { answersOf, type Sheet } from './answers.ts'
import { questionWords } from './questions.ts'

/** What was answered, each under its question, in the language in which it was written. */
export function AnswerList({ sheet }: { sheet: Sheet }): JSX.Element | null {
  const answers = answersOf(sheet)
  if (answers.length === 0) return null
  return (
    <div class="card stack">
      {answers.map(({ question, answer }) => (
        <section key={question}>
          <h2 class="eyebrow" lang={sheet.language}>
            {sheet.t(questionWords[question].name)}
          </h2>
          <p class="written" lang={textOf(sheet.fields, 'language')}>
            {answer}
          </p>
        </section>
      ))}
    </div>
  )
}
