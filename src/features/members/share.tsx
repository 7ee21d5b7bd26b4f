import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { readSettings } from '../../db/device.ts'
import { rowOf } from '../../db/find.ts'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import { isPractice } from '../../db/tables.ts'
import { keepWish, readWish } from '../../db/wish.ts'
import { askExchange } from '../../sync/verbs.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useText, type TextKey } from '../../ui/text.ts'
import { ShareNow, Shared, type Asked, type Typed } from './share-now.tsx'

type Step = 'notebook' | 'name' | 'now' | 'done'

const titleKeys: { readonly [step in Step]: TextKey } = {
  notebook: 'members.share.step1',
  name: 'members.share.step2',
  now: 'members.share.step3',
  done: 'members.share.isDone',
}

type QuestionProps = {
  label: string
  hint: string
  missing: string
  value: string
  autocomplete?: string
  most?: number
  onInput: (value: string) => void
  onNext: () => void | Promise<void>
}

function Question({ label, hint, missing, value, onInput, onNext, ...rest }: QuestionProps): JSX.Element {
  const { t } = useText()
  const [looked, setLooked] = useState(false)
  const isEmpty = value.trim() === ''
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <TextField
        label={label}
        hint={hint}
        value={value}
        message={looked && isEmpty ? missing : undefined}
        onInput={onInput}
        {...rest}
      />
      <Button primary submit onPress={() => (isEmpty ? setLooked(true) : onNext())}>
        {t('members.next')}
      </Button>
    </form>
  )
}

/** What was typed here before, without internet, or what is known anyway. */
function useTyped(): [Typed | undefined, (part: Partial<Typed>) => void, () => Promise<void>] {
  const { notebook, device, onProblem } = useOpen()
  const [typed, setTyped] = useState<Typed>()
  useEffect(() => {
    const known = async (): Promise<Typed> => {
      const kept = await readWish<Typed>(notebook, 'share')
      const [row, settings] = [await rowOf(notebook, notebook.space), await readSettings(device)]
      return kept ?? { notebook: row?.label ?? '', name: settings.myName }
    }
    known().then(setTyped, (error: unknown) => onProblem(problemOf(error)))
  }, [])
  const keep = (): Promise<void> => (typed ? keepWish(notebook, 'share', typed) : Promise.resolve())
  return [typed, (part) => setTyped((before) => before && { ...before, ...part }), keep]
}

/** Asked while the first questions are answered, and again where there was no answer. */
function useAsked(): [Asked | undefined, () => void] {
  const [asked, setAsked] = useState<Asked>()
  const ask = (): void => {
    // Whoever presses the button hears why there is no answer.
    askExchange().then(setAsked, () => undefined)
  }
  useEffect(ask, [])
  return [asked, ask]
}

/** Sharing the notebook with the association: its name, mine, and done. */
export function Share(): JSX.Element | null {
  const { t } = useText()
  const { notebook } = useOpen()
  const [step, setStep] = useState<Step>('notebook')
  const [typed, set, keep] = useTyped()
  const [asked, ask] = useAsked()
  if (!typed || isPractice(notebook)) return null
  const next = (to: Step) => async (): Promise<void> => {
    await keep()
    setStep(to)
  }
  return (
    <Page
      key={step}
      title={t(titleKeys[step])}
      parent="/members"
      {...(step === 'name' ? { onBack: () => setStep('notebook') } : {})}
      {...(step === 'now' ? { onBack: () => setStep('name') } : {})}
    >
      {step === 'notebook' && (
        <Question
          label={t('members.share.notebook')}
          hint={t('members.share.notebookHint')}
          missing={t('members.share.notebookMissing')}
          value={typed.notebook}
          most={100}
          onInput={(value) => set({ notebook: value })}
          onNext={next('name')}
        />
      )}
      {step === 'name' && (
        <Question
          label={t('members.share.name')}
          hint={t('members.share.nameHint')}
          missing={t('members.share.nameMissing')}
          value={typed.name}
          most={40}
          autocomplete="name"
          onInput={(value) => set({ name: value })}
          onNext={next('now')}
        />
      )}
      {step === 'now' && <ShareNow typed={typed} asked={asked} onAsk={ask} onDone={() => setStep('done')} />}
      {step === 'done' && <Shared />}
    </Page>
  )
}
