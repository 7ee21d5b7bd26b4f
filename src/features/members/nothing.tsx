import type { JSX } from 'preact'
import { useText } from '../../ui/text.ts'

/** There is nothing here for this person, or nothing any more. */
export function Nothing(): JSX.Element {
  const { t } = useText()
  return (
    <div class="page stack">
      <p>{t('members.raise.nothing')}</p>
    </div>
  )
}
