import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { exchangeNow } from '../../sync/verbs.ts'
import { LinkButton } from '../../ui/button.tsx'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { Came } from './came.tsx'
import { takeDone } from './done.ts'
import { Invitations } from './invitations.tsx'
import { People } from './people.tsx'
import { Sheets } from './sheets.tsx'
import { UnsentCards } from './unsent-cards.tsx'
import { hangsOnOne, type Together } from './use-circle.ts'
import { deviceKeys } from './words.ts'

/** What somebody should know or do before inviting others. */
function Advice({ role, circle, safety, wish }: Together): JSX.Element | null {
  const { t } = useText()
  if (safety.stopped === 'left')
    return (
      <Status look="problem" icon="circle-alert" to={href('/members/notebooks')}>
        <strong class="line">{t('members.hasLeft')}</strong>
        {t('members.hasLeftAdvice')}
      </Status>
    )
  if (wish)
    return (
      <Status look="waiting" icon="clock" to={href('/members/invite')}>
        <strong class="line">{t('members.wish.title')}</strong>
        {wish.guest || t('members.wish.continue')}
      </Status>
    )
  if (role === 'coordinator' && hangsOnOne(circle))
    return (
      <Status look="neutral" icon="info" to={href('/members/sheet')}>
        <strong class="line">{t('members.onlyOne')}</strong>
        {t('members.onlyOneAdvice')}
      </Status>
    )
  return null
}

function Other({ role }: Together): JSX.Element {
  const { t } = useText()
  return (
    <Section title={t('members.other')}>
      <Rows>
        <Row to={href('/members/notebooks')}>{t('members.notebooks.title')}</Row>
        {role !== 'reader' && <Row to={href('/members/name')}>{t('members.rename.title')}</Row>}
        <Row to={href('/members/leave')}>{t('members.leave.title')}</Row>
      </Rows>
    </Section>
  )
}

/** Who is no longer here; of those who still are, which device isn't. */
function WereHere({ circle: { left, members } }: Together): JSX.Element | null {
  const { t } = useText()
  if (left.length === 0) return null
  const present = new Set(members.map(({ name }) => name))
  const names = left.map(({ name, kind }) => (present.has(name) ? `${name} (${t(deviceKeys[kind])})` : name))
  return <p class="secondary">{t('members.wereHere', { names: [...new Set(names)].join(', ') })}</p>
}

/** What was just done on another page. */
function Done(): JSX.Element {
  const [done] = useState(takeDone)
  return (
    <div role="status">
      {done && (
        <Status look="shared" icon="check">
          {done}
        </Status>
      )}
    </div>
  )
}

/** Everybody who sees the notebook, who is invited, and what can be done about it. */
export function Everybody(together: Together): JSX.Element {
  const { t } = useText()
  const { name, role, circle, safety } = together
  useEffect(() => {
    // Without a network the page shows what was known last.
    exchangeNow().catch(() => undefined)
  }, [])
  const count = circle.members.length
  const coordinates = role === 'coordinator' && safety.stopped !== 'left'
  return (
    <div class="page">
      <div class="stack">
        <div class="stack tight">
          {name && <h2>{name}</h2>}
          {count > 0 && <p>{t('members.count', { count })}</p>}
        </div>
        <Done />
        <Came circle={circle} role={role} />
        {coordinates && <UnsentCards />}
        <Advice {...together} />
        <People circle={circle} mayChange={coordinates} />
        <Invitations open={circle.invitations} mayRevoke={coordinates} />
        <WereHere {...together} />
        {coordinates && <Sheets sheets={circle.sheets} />}
        <Other {...together} />
        {safety.stopped !== 'left' && (
          <div class="dock">
            <LinkButton primary icon="plus" to={href('/members/invite')}>
              {t(role === 'coordinator' ? 'members.invite.title' : 'members.invite.ownTitle')}
            </LinkButton>
          </div>
        )}
      </div>
    </div>
  )
}
