import type { JSX } from 'preact'
import { LinkButton } from '../../ui/button.tsx'
import { CodeForm } from '../../ui/code-form.tsx'
import { href } from '../../ui/route.ts'
import { useText } from '../../ui/text.ts'

type FindProps = {
  /** Where whoever has no invitation goes on. */
  parent: string
  onFound: (digits: string) => void
}

/** The three ways to an invitation: the camera, its digits, its link. */
export function Find({ parent, onFound }: FindProps): JSX.Element {
  const { t } = useText()
  return (
    <CodeForm
      title={t('join.title')}
      how={t('join.how')}
      label={t('join.digits.label')}
      hint={t('join.digits.hint')}
      done={t('join.next')}
      other={<LinkButton to={href(parent)}>{t('join.without')}</LinkButton>}
      onFound={onFound}
    />
  )
}
