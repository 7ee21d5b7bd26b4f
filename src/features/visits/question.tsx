import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { HeldForm } from '../../db/held-form.ts'
import { Button } from '../../ui/button.tsx'
import { FormState } from '../../ui/form-state.tsx'
import { Page, PlacesContext } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import type { PictureName } from '../../ui/pictures.ts'
import { useText } from '../../ui/text.ts'
import { Progress } from './progress.tsx'
import { questions, type AskStep } from './questions.ts'

/** A second tap within this many milliseconds was meant for the screen before. */
const secondTap = 500

type FrameProps = {
  step: AskStep
  picture: PictureName
  onBack: () => void
  children: ComponentChildren
}

/** The frame of the questions: where one is, a picture, the bridge; no places, nothing else to decide. */
export function AskFrame({ step, picture, onBack, children }: FrameProps): JSX.Element {
  const { t } = useText()
  const shownAt = useRef(0)
  useLayoutEffect(() => {
    shownAt.current = performance.now()
  }, [step])
  const ignoreSecondTap = (event: MouseEvent): void => {
    // Keys have no count of clicks: only a finger slips.
    if (event.detail === 0 || event.timeStamp - shownAt.current > secondTap) return
    event.preventDefault()
    event.stopPropagation()
  }
  const number = questions.findIndex((one) => one === step) + 1
  return (
    <PlacesContext.Provider value={null}>
      <Page
        title={number > 0 ? t('visits.progress', { number, all: questions.length }) : t('visits.check')}
        look="ask flow"
        parent="/visits"
        heading="below"
        onBack={onBack}
      >
        <div class="ask-in">
          <div class="ask-side">
            <Picture name={picture} />
          </div>
          <form
            class="page stack ask-form"
            onSubmit={(event) => event.preventDefault()}
            onClickCapture={ignoreSecondTap}
          >
            <Progress step={step} />
            {children}
          </form>
        </div>
      </Page>
    </PlacesContext.Provider>
  )
}

/** The end of a question: on to the next one. */
export function Onward({ form, onNext }: { form: HeldForm; onNext: () => Promise<void> }): JSX.Element {
  const { t } = useText()
  return (
    <div class="form-end stack tight">
      <Button primary submit iconBehind="arrow-right" onPress={onNext}>
        {t('visits.next')}
      </Button>
      <FormState state={form.state} />
    </div>
  )
}
