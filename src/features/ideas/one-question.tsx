import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Button, Buttons } from '../../ui/button.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page, PlacesContext } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { useText } from '../../ui/text.ts'
import { AnswerFields, QuestionHelp, type Around } from './question.tsx'
import { questions, questionWords, type Question } from './questions.ts'

type Props = {
  around: Around
  parent: string
  question: Question
  onBack: () => void
  onNext: () => Promise<void>
  onDone: () => Promise<void>
  onAll: () => void
}

/** The heading of a question; whoever reads by ear is led to it when the next one comes. */
function Asked({ question }: { question: Question }): JSX.Element {
  const { t } = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const isFirst = useRef(true)
  useEffect(() => {
    if (!isFirst.current) {
      window.scrollTo(0, 0)
      heading.current?.focus({ preventScroll: true })
    }
    isFirst.current = false
  }, [question])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {t(questionWords[question].ask)}
    </h1>
  )
}

/** One question of the sheet on a screen of its own, with nothing else to decide. */
export function OneQuestion(props: Props): JSX.Element {
  const { around, parent, question, onBack, onNext, onDone, onAll } = props
  const { t } = useText()
  const number = questions.indexOf(question) + 1
  const isLast = number === questions.length
  return (
    <PlacesContext.Provider value={null}>
      <Page
        title={t('ideas.progress', { number, all: questions.length })}
        look="ask flow"
        parent={parent}
        heading="below"
        onBack={onBack}
      >
        <div class="ask-in">
          <div class="ask-side">
            <Picture name="door-ideas" />
          </div>
          <form class="page stack ask-form" onSubmit={(event) => event.preventDefault()}>
            <div class="stack tight">
              <Asked question={question} />
              <QuestionHelp question={question} />
            </div>
            <div class="stack" key={question}>
              <AnswerFields question={question} around={around} />
            </div>
            <Buttons column>
              {!isLast && (
                <Button icon="check" onPress={onDone}>
                  {t('ideas.forToday')}
                </Button>
              )}
              <Button icon="list" onPress={onAll}>
                {t('ideas.layout.all')}
              </Button>
            </Buttons>
            <FormEnd
              state={around.form.state}
              done={isLast ? t('ideas.done') : t('ideas.next')}
              onDone={isLast ? onDone : onNext}
            />
          </form>
        </div>
      </Page>
    </PlacesContext.Provider>
  )
}
