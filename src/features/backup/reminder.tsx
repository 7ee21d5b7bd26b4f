import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useOpen } from '../../db/notebook.ts'
import { Button } from '../../ui/button.tsx'
import { href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { isBackupDue, putOff } from './due.ts'

/** A kind word on Start once the last backup is long ago; it can be put off. */
export function Reminder(): JSX.Element | null {
  const { t } = useText()
  const open = useOpen()
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    // A reminder that fails to come is no reason to hold anybody up.
    isBackupDue(open).then(setDue, (reason: unknown) => reportError(reason))
  }, [open])
  const later = async (): Promise<void> => {
    await putOff(open)
    setDue(false)
  }
  if (!isDue) return null
  return (
    <div class="stack tight">
      <Status look="neutral" icon="file-down" to={href('/backup')}>
        {t('backup.due')}
      </Status>
      <Button onPress={later}>{t('backup.later')}</Button>
    </div>
  )
}
