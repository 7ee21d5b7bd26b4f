import type { JSX } from 'preact'
import type { OpenInvitation } from '../../sync/status.ts'
import { href } from '../../ui/route.ts'
import { Row, Rows, Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { dayOf, roleKeys } from './words.ts'

type InvitationsProps = { open: readonly OpenInvitation[]; mayRevoke: boolean }

/** Who is invited and has not come yet: to be shown again, or withdrawn. */
export function Invitations({ open, mayRevoke }: InvitationsProps): JSX.Element | null {
  const text = useText()
  const { t } = text
  const mine = open.filter(({ isMine }) => isMine || mayRevoke)
  if (mine.length === 0) return null
  return (
    <Section title={t('members.open.title')}>
      <Rows>
        {mine.map(({ slip, guest, role, expires }) => (
          <Row
            key={slip}
            to={href(`/members/invite/${slip}`)}
            detail={t('members.open.until', { role: t(roleKeys[role]), date: dayOf(expires, text) })}
          >
            <strong>{guest || t('members.open.somebody')}</strong>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
