import type { JSX } from 'preact'
import { textOf } from '../../records/fields.ts'
import { languageNames, languages } from '../../shared/language.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { TextField } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { useText } from '../../ui/text.ts'
import type { Tries } from '../../ui/tries.ts'
import { AnswerFields, QuestionHelp, type Around } from './question.tsx'
import { questions, questionWords } from './questions.ts'

type Props = {
  around: Around
  title: string
  parent: string
  box: Tries['form']
  onDone: () => Promise<void>
  onOne: () => void
}

/** What no question asks for: in which language the answers are, and whose they are. */
function Beside({ around }: { around: Around }): JSX.Element {
  const { t } = useText()
  const { values, set } = around.form
  return (
    <>
      <Choices
        legend={t('ideas.language')}
        beside="narrow"
        value={languages.find((one) => one === values['language'])}
        onChoose={(one) => set('language', one)}
        choices={languages.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
      />
      <TextField
        label={t('ideas.author')}
        optional
        value={textOf(values, 'author')}
        autocomplete="name"
        onInput={(author) => set('author', author)}
      />
    </>
  )
}

/** All questions of the sheet under each other. */
export function AllQuestions({ around, title, parent, box, onDone, onOne }: Props): JSX.Element {
  const { t } = useText()
  return (
    <Page title={title} parent={parent}>
      <form class="page stack" ref={box} onSubmit={(event) => event.preventDefault()}>
        <p>{t('ideas.allSee')}</p>
        <Button icon="arrow-right" onPress={onOne}>
          {t('ideas.layout.one')}
        </Button>
        {questions.map((question) => (
          <section class="section stack" key={question}>
            <div class="stack tight">
              <h2>{t(questionWords[question].ask)}</h2>
              <QuestionHelp question={question} />
            </div>
            <AnswerFields question={question} around={around} />
          </section>
        ))}
        <section class="section stack">
          <h2>{t('ideas.aboutSheet')}</h2>
          <Beside around={around} />
        </section>
        <FormEnd state={around.form.state} done={t('ideas.done')} onDone={onDone} />
      </form>
    </Page>
  )
}
