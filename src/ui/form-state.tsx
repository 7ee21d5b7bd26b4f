import type { JSX } from 'preact'
import { State } from './status.tsx'
import { useText } from './text.ts'
import { savedHereKey } from './this-device.ts'

/** Says under a form whether what was typed outlives the tablet's being switched off; silent before the first key. */
export function FormState({ state }: { state: 'untouched' | 'writing' | 'kept' }): JSX.Element {
  const { t } = useText()
  if (state === 'untouched') return <div role="status" />
  return state === 'kept' ? (
    <State look="shared" icon="tablet-check">
      {t(savedHereKey())}
    </State>
  ) : (
    <State look="neutral" icon="clock">
      {t('ui.saving')}
    </State>
  )
}
