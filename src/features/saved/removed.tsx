import type { JSX } from 'preact'
import { useNotebook } from '../../db/notebook.ts'
import { Buttons, LinkButton } from '../../ui/button.tsx'
import { href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'

/** This device was taken out of the notebook: what that means, and the way to go on without it. */
export function Removed(): JSX.Element {
  const { t } = useText()
  const { space } = useNotebook()
  return (
    <div class="taken-out stack">
      <Status look="neutral" icon="info">
        <strong class="line">{t('saved.line.removed')}</strong>
        <span class="line">{t('saved.stopped.removed')}</span>
        {t('saved.removed.ask')}
      </Status>
      <Buttons column>
        <LinkButton to={href('/members/notebooks')}>{t('saved.removed.others')}</LinkButton>
        <LinkButton primary icon="trash-2" to={href(`/members/remove/${space}`)}>
          {t('saved.removed.clear')}
        </LinkButton>
      </Buttons>
    </div>
  )
}
