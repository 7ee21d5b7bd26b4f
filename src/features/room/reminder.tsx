import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useOpen } from '../../db/notebook.ts'
import { Button } from '../../ui/button.tsx'
import { href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { isRoomScarce, putOff } from './look-again.ts'
import { MakeRoom } from './make-room.tsx'

/** Says in time on Start that this device is nearly full, and what can be done; it can be put off. */
export function RoomReminder(): JSX.Element | null {
  const { t } = useText()
  const open = useOpen()
  const [isScarce, setScarce] = useState(false)
  const [isFreed, setFreed] = useState(false)
  useEffect(() => {
    isRoomScarce(open).then(setScarce, (reason: unknown) => reportError(reason))
  }, [open])
  // Once it was read: put off at once, it would be gone before that.
  useEffect(() => (isFreed ? () => void putOff(open).catch(reportError) : undefined), [isFreed])
  if (!isScarce) return null
  return (
    <div class="card stack tight">
      {!isFreed && (
        <Status look="waiting" icon="folder" to={href('/room')}>
          {t('room.little')}
        </Status>
      )}
      <MakeRoom isScarce onFreed={() => setFreed(true)} />
      {!isFreed && <Button onPress={() => putOff(open)}>{t('backup.later')}</Button>}
    </div>
  )
}
