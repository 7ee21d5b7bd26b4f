import type { JSX } from 'preact'
import { Icon } from './icon.tsx'
import { useText } from './text.ts'

/** In lists: that two people wrote the same thing differently. `twice` are the fields that they did so in. */
export function TwiceMark({ twice }: { twice: readonly string[] }): JSX.Element | null {
  const { t } = useText()
  if (twice.length === 0) return null
  return (
    <span class="line">
      <span class="chip waiting">
        <Icon name="copy" />
        {t('ui.twoVersions')}
      </span>
    </span>
  )
}
