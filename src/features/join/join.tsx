import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { readSettings } from '../../db/device.ts'
import { useLive } from '../../db/live.ts'
import { useOpen, type Open } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import { begunJoining } from '../../db/spaces.ts'
import { codeOf, lookUp, type Greeting } from '../../sync/verbs.ts'
import type { Params } from '../../ui/feature.ts'
import { keepInvitation, takeInvitation } from '../../ui/invitation.ts'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { readPreference } from '../../ui/preferences.ts'
import { State } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { pickLanguage } from '../../shared/language.ts'
import { Accepted } from './accepted.tsx'
import { Find } from './find.tsx'
import { Greeted } from './greeted.tsx'
import { isSheet, Refused, type Code } from './refused.tsx'

type Heard = { readonly greeting?: Greeting; readonly problem?: Code }

/** Of an acceptance that was cut off the name alone is known; the invitation itself says nothing any more. */
async function hear(open: Open, digits: string): Promise<Greeting> {
  try {
    return await lookUp(digits)
  } catch (reason) {
    const begun = codeOf(reason) === 'used' ? await begunJoining(open) : undefined
    if (begun?.digits !== digits) throw reason
    const { notebook } = begun
    return {
      notebook,
      inviter: '',
      guest: '',
      role: isSheet(digits) ? 'coordinator' : 'member',
      own: false,
      helper: '',
      phone: '',
      language: '',
    }
  }
}

/** What the invitation says, asked anew with every `turn`; nothing while the answer is on its way. */
function useHeard(digits: string, turn: number): Heard | undefined {
  const { choose } = useText()
  const open = useOpen()
  const [heard, setHeard] = useState<Heard>()
  useEffect(() => {
    setHeard(undefined)
    if (!digits) return undefined
    let gone = false
    hear(open, digits).then(
      (greeting) => {
        if (gone) return
        setHeard({ greeting })
        // Whoever has chosen a language here keeps it.
        if (greeting.language && !readPreference('language')) choose(pickLanguage([greeting.language]))
      },
      (reason: unknown) => gone || setHeard({ problem: codeOf(reason) }),
    )
    return () => {
      gone = true
    }
  }, [digits, turn])
  return heard
}

function LookingUp(): JSX.Element {
  const { t } = useText()
  return (
    <div class="page stack ask-form">
      <h1>{t('join.title')}</h1>
      <State look="moving" icon="refresh-cw">
        {t('join.lookingUp')}
      </State>
    </div>
  )
}

/** Accepting an invitation, from its digits to the notebook; also for a device that was never asked anything yet. */
export function Join({ params }: { params: Params }): JSX.Element {
  const { t } = useText()
  const open = useOpen()
  const [digits, setDigits] = useState(takeInvitation)
  const [turn, setTurn] = useState(0)
  const [accepted, setAccepted] = useState(false)
  const heard = useHeard(digits, turn)
  const takeUp = (found: string): void => {
    keepInvitation(found)
    setAccepted(false)
    setDigits(found)
  }
  useEffect(() => {
    if (params['digits']) takeUp(takeInvitation())
  }, [params['digits']])
  useEffect(() => {
    if (digits) return
    begunJoining(open).then(
      (begun) => begun && takeUp(begun.digits),
      (error: unknown) => open.onProblem(problemOf(error)),
    )
  }, [])
  const settings = useLive(() => readSettings(open.device), [open])
  const parent = settings?.welcomed ? '/' : '/welcome'
  const { greeting, problem } = heard ?? {}
  const again = { onAgain: () => setTurn(turn + 1), onOther: () => takeUp('') }
  return (
    <Page title={t('join.title')} heading="own" look="ask" parent={parent}>
      <div class="ask-in">
        <div class="ask-side">
          <Picture name="welcome" />
        </div>
        {!digits && <Find parent={parent} onFound={takeUp} />}
        {digits && !heard && <LookingUp />}
        {problem && <Refused code={problem} isSheet={isSheet(digits)} {...again} />}
        {greeting && !accepted && <Greeted greeting={greeting} onAccept={() => setAccepted(true)} />}
        {greeting && accepted && <Accepted digits={digits} greeting={greeting} onOther={again.onOther} />}
      </div>
    </Page>
  )
}
