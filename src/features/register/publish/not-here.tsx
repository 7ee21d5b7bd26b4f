import type { JSX } from 'preact'
import { LinkButton } from '../../../ui/button.tsx'
import { href } from '../../../ui/route.ts'
import { Status } from '../../../ui/status.tsx'
import { useText } from '../../../ui/text.ts'
import type { MayPublish } from './use-may-publish.ts'

/** Only whoever coordinates publishes; and nothing is published of what isn't there. */
export function NotHere({ may, isNothing }: { may: MayPublish; isNothing: boolean }): JSX.Element {
  const { t } = useText()
  const names = may.others.filter(Boolean).join(', ')
  const others = names ? t('register.others', { names }) : t('register.onlyCoordinators')
  return (
    <div class="page stack">
      <Status look="neutral" icon="info">
        {may.isCoordinator && isNothing ? t('register.nothingToShow') : others}
      </Status>
      <LinkButton primary to={href('/register')}>
        {t('register.toRegister')}
      </LinkButton>
    </div>
  )
}
