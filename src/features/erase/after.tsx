import type { JSX } from 'preact'
import { LinkButton } from '../../ui/button.tsx'
import { href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'

type AfterProps = { name: string; isBusy: boolean; isWished: boolean }

/** It is being done, done, or will be done as soon as an exchange works. */
export function After({ name, isBusy, isWished }: AfterProps): JSX.Element {
  const { t } = useText()
  const key = isBusy ? 'erase.working' : isWished ? 'erase.wished' : 'erase.done'
  return (
    <>
      <div role="status">
        <Status
          look={isBusy ? 'moving' : isWished ? 'waiting' : 'neutral'}
          icon={isBusy ? 'refresh-cw' : isWished ? 'clock' : 'check'}
        >
          <strong class="line">{t(key)}</strong>
          {name}
        </Status>
      </div>
      {!isBusy && (
        <>
          <p>{t(isWished ? 'erase.untilThen' : 'erase.backups')}</p>
          <LinkButton primary to={href('/')}>
            {t('erase.ready')}
          </LinkButton>
        </>
      )}
    </>
  )
}
