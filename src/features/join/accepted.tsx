import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { keepSettings, readSettings } from '../../db/device.ts'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import { openNext } from '../../db/spaces.ts'
import { codeOf, join, type Greeting } from '../../sync/verbs.ts'
import { loadAnew } from '../../ui/anew.ts'
import { Button } from '../../ui/button.tsx'
import { SizeChoice } from '../../ui/display-choices.tsx'
import { keepInvitation } from '../../ui/invitation.ts'
import { rememberPractising } from '../../ui/practising.ts'
import { useText } from '../../ui/text.ts'
import { thisDevice } from '../../ui/this-device.ts'
import { Arriving } from './arriving.tsx'
import { AskWho, type Who } from './ask-who.tsx'
import { isSheet, Refused, type Code } from './refused.tsx'

type Step = 'who' | 'size' | 'arriving'

function AskSize({ onNext }: { onNext: () => void }): JSX.Element {
  const { t } = useText()
  return (
    <form class="page stack ask-form" onSubmit={(event) => event.preventDefault()}>
      <h1>{t('join.size')}</h1>
      <SizeChoice />
      <p class="card">{t('join.sample')}</p>
      <Button primary submit onPress={onNext}>
        {t('join.next')}
      </Button>
    </form>
  )
}

type AcceptedProps = { digits: string; greeting: Greeting; onOther: () => void }

/** From the name to the first look: the notebook comes while the size of the letters is chosen. */
export function Accepted({ digits, greeting, onOther }: AcceptedProps): JSX.Element | null {
  const open = useOpen()
  const [who, setWho] = useState<Who>()
  const [step, setStep] = useState<Step>('who')
  const [space, setSpace] = useState<string>()
  const [problem, setProblem] = useState<Code>()
  const [began, setBegan] = useState(0)
  useEffect(() => {
    const known = greeting.own ? greeting.inviter : greeting.guest
    readSettings(open.device).then(
      ({ myName }) => setWho({ name: known || myName, take: false }),
      (error: unknown) => open.onProblem(problemOf(error)),
    )
  }, [])
  const begin = async ({ name, take }: Who): Promise<void> => {
    setProblem(undefined)
    setBegan(open.notebook.now())
    const device = thisDevice(window.screen, navigator.maxTouchPoints)
    await join(digits, { name, device }, take).then(
      async (joined) => {
        // Whatever happens to this tab now: the next start is in the new notebook, and knows whose it is.
        await keepSettings(open.device, { myName: name, welcomed: 'yes' })
        await openNext(open, joined.space)
        keepInvitation('')
        setSpace(joined.space)
      },
      (reason: unknown) => setProblem(codeOf(reason)),
    )
  }
  const start = (): Promise<void> => loadAnew('/', () => rememberPractising(false))
  if (!who) return null
  if (problem)
    return (
      <Refused
        code={problem}
        isSheet={isSheet(digits)}
        greeting={greeting}
        onOther={onOther}
        onAgain={() => void begin(who)}
      />
    )
  if (step === 'size') return <AskSize onNext={() => setStep('arriving')} />
  if (step === 'arriving')
    return <Arriving greeting={greeting} began={began} isHere={Boolean(space)} onStart={start} />
  return (
    <AskWho
      greeting={greeting}
      who={who}
      onNext={(answered) => {
        setWho(answered)
        setStep('size')
        void begin(answered)
      }}
    />
  )
}
