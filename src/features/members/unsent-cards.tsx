import type { JSX } from 'preact'
import { href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { useUnsent } from './use-unsent.ts'

/** For those who coordinate: what removed devices had not sent, each with the way to look at it. */
export function UnsentCards(): JSX.Element | null {
  const { t } = useText()
  const all = useUnsent()
  if (!all?.length) return null
  return (
    <>
      {all.map(({ leftover: { device }, name, records }) => (
        <Status key={device} look="waiting" icon="clock" to={href(`/members/unsent/${device}`)}>
          {t('members.unsent.card', {
            name: name || t('members.noName'),
            entries: t('members.notebooks.entries', { count: records.length }),
          })}
        </Status>
      ))}
    </>
  )
}
