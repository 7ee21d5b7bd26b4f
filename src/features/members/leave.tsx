import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useNotebook } from '../../db/notebook.ts'
import { codeOf, leave } from '../../sync/verbs.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { href } from '../../ui/route.ts'
import { State, Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { Problem, type Code } from './problem.tsx'
import { coordinators, useTogether, type Together } from './use-circle.ts'

/** The circle would have nobody left who can invite. */
function isLastCoordinator({ role, circle }: Together): boolean {
  const others = circle.members.flatMap(({ devices }) => devices).filter(({ isThis }) => !isThis)
  return role === 'coordinator' && others.length > 0 && !others.some((one) => one.role === 'coordinator')
}

function HandOver(): JSX.Element {
  const { t } = useText()
  return (
    <div class="page stack">
      <Status look="neutral" icon="info">
        {t('members.problem.lastCoordinator')}
      </Status>
      <LinkButton primary to={href('/members')}>
        {t('members.title')}
      </LinkButton>
    </div>
  )
}

function Left(): JSX.Element {
  const { t } = useText()
  const { space } = useNotebook()
  return (
    <div class="page stack">
      <div role="status">
        <Status look="neutral" icon="check">
          <strong class="line">{t('members.hasLeft')}</strong>
          {t('members.leave.stillHere')}
        </Status>
      </div>
      <Buttons column>
        <LinkButton to={href('/')}>{t('members.leave.keep')}</LinkButton>
        <LinkButton danger icon="trash-2" to={href(`/members/remove/${space}`)}>
          {t('members.remove.title')}
        </LinkButton>
      </Buttons>
    </div>
  )
}

function Sure({ together, onLeft }: { together: Together; onLeft: () => void }): JSX.Element {
  const { t } = useText()
  const [problem, setProblem] = useState<Code>()
  const [isBusy, setBusy] = useState(false)
  const me = together.circle.members.find(({ isMe }) => isMe)
  const press = async (): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setProblem(undefined)
    await leave().then(onLeft, (reason: unknown) => setProblem(codeOf(reason)))
    setBusy(false)
  }
  return (
    <div class="page stack">
      {together.name && <h2>{together.name}</h2>}
      <p>{t('members.leave.what')}</p>
      {(me?.devices.length ?? 1) > 1 && <p>{t('members.leave.otherDevices')}</p>}
      {coordinators(together.circle).length > 0 && <p>{t('members.leave.back')}</p>}
      {problem && <Problem code={problem} />}
      {isBusy && (
        <State look="moving" icon="refresh-cw">
          {t('members.leave.busy')}
        </State>
      )}
      <Buttons column>
        <LinkButton to={href('/members')}>{t('members.leave.stay')}</LinkButton>
        <Button danger onPress={press}>
          {t('members.leave.title')}
        </Button>
      </Buttons>
    </div>
  )
}

/** Leaving the notebook with this device: one of the few things that are asked about first. */
export function Leave(): JSX.Element | null {
  const { t } = useText()
  const together = useTogether()
  const [hasLeft, setLeft] = useState(false)
  if (!together) return null
  const isOut = hasLeft || together.safety.stopped === 'left'
  return (
    <Page title={t('members.leave.title')} parent="/members">
      {isOut && <Left />}
      {!isOut && isLastCoordinator(together) && <HandOver />}
      {!isOut && !isLastCoordinator(together) && <Sure together={together} onLeft={() => setLeft(true)} />}
    </Page>
  )
}
