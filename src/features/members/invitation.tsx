import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { codeOf, invitation, revoke, type Invitation } from '../../sync/verbs.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import type { Params } from '../../ui/feature.ts'
import { Page } from '../../ui/page.tsx'
import { back, href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { Letter } from './letter.tsx'
import { Problem, type Code } from './problem.tsx'
import { useTogether } from './use-circle.ts'
import { dayOf, roleKeys } from './words.ts'

/** An invitation that this device made, null for one that it cannot show; undefined while it is looked for. */
export function useInvitation(slip: string): {
  shown: Invitation | null | undefined
  problem: Code | undefined
} {
  const [shown, setShown] = useState<Invitation | null>()
  const [problem, setProblem] = useState<Code>()
  useEffect(() => {
    invitation(slip).then(
      (found) => setShown(found ?? null),
      (reason: unknown) => setProblem(codeOf(reason)),
    )
  }, [slip])
  return { shown, problem }
}

function Withdraw({ slip }: { slip: string }): JSX.Element {
  const { t } = useText()
  const [problem, setProblem] = useState<Code>()
  const press = (): Promise<void> =>
    revoke(slip).then(
      () => back('/members'),
      (reason: unknown) => setProblem(codeOf(reason)),
    )
  return (
    <div class="stack tight withdraw">
      {problem && <Problem code={problem} />}
      <Buttons column>
        <Button danger icon="x" onPress={press}>
          {t('members.open.withdraw')}
        </Button>
      </Buttons>
    </div>
  )
}

/** One that this device cannot show: of another device, then here it can only be withdrawn, or over. */
export function NotHere({ slip }: { slip: string }): JSX.Element | null {
  const text = useText()
  const { t } = text
  const together = useTogether()
  const open = together?.circle.invitations.find((one) => one.slip === slip)
  if (!together) return null
  return (
    <div class="page stack">
      {open ? (
        <>
          <h2>{open.guest || t('members.open.somebody')}</h2>
          <p>{t('members.open.until', { role: t(roleKeys[open.role]), date: dayOf(open.expires, text) })}</p>
          <p>{t('members.open.elsewhere')}</p>
          <Withdraw slip={slip} />
        </>
      ) : (
        <>
          <p>{t('members.open.over')}</p>
          <LinkButton primary to={href('/members')}>
            {t('members.title')}
          </LinkButton>
        </>
      )}
    </div>
  )
}

/** Says so as soon as the others' list has the guest and the invitation no more. */
function useIsOver(slip: string): boolean {
  const open = useTogether()?.circle.invitations.some((one) => one.slip === slip)
  const [wasOpen, setWasOpen] = useState(false)
  useEffect(() => {
    if (open) setWasOpen(true)
  }, [open])
  return wasOpen && open === false
}

/** The whole screen is the invitation: to be scanned, sent, printed or read out. */
export function InvitationShown({ params }: { params: Params }): JSX.Element | null {
  const { t } = useText()
  const slip = params['slip'] ?? ''
  const { shown, problem } = useInvitation(slip)
  const isOver = useIsOver(slip)
  if (shown === undefined && !problem) return null
  return (
    <Page title={t('members.open.one')} parent="/members">
      {problem && (
        <div class="page">
          <Problem code={problem} />
        </div>
      )}
      {shown === null && <NotHere slip={slip} />}
      {shown && (
        <div class="page stack">
          {isOver && (
            <div role="status">
              <Status look="shared" icon="check" to={href('/members')}>
                {t('members.open.over')}
              </Status>
            </div>
          )}
          <Letter shown={shown} />
          <Withdraw slip={slip} />
        </div>
      )}
    </Page>
  )
}
