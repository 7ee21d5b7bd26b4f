import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Checked } from '../../db/backup/check.ts'
import { readSettings } from '../../db/device.ts'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import { useMayWrite } from '../../ui/may-write.ts'
import { Page } from '../../ui/page.tsx'
import { useText } from '../../ui/text.ts'
import { Choose } from './choose.tsx'
import { Confirm } from './confirm.tsx'
import { Make } from './make.tsx'
import { Unseal } from './unseal.tsx'

type Step = { readonly checked?: Checked; readonly sealed?: File }

/** Making a backup, and reading one back; on a new device, before the first questions, reading alone. */
export function BackupScreen(): JSX.Element | null {
  const { t } = useText()
  const { device } = useOpen()
  const mayWrite = useMayWrite()
  const [{ checked, sealed }, setStep] = useState<Step>({})
  const settings = useLive(() => readSettings(device), [device])
  if (!settings) return null
  const isNew = !settings.welcomed
  const again = (): void => setStep({})
  const [title, parent] = [t('backup.title'), isNew ? '/welcome' : '/more']
  if (sealed && !checked)
    return (
      <Page title={title} parent={parent} heading="below" onBack={again}>
        <Unseal file={sealed} onChecked={(found) => setStep({ checked: found })} onLeave={again} />
      </Page>
    )
  return (
    <Page title={title} parent={parent} {...(checked ? { onBack: again } : {})}>
      <div class="page stack">
        {checked && <Confirm checked={checked} home={isNew ? '/welcome' : '/'} onLeave={again} />}
        {!checked && !isNew && <Make />}
        {!checked && mayWrite && (
          <Choose
            primary={isNew}
            onChecked={(found) => setStep({ checked: found })}
            onSealed={(file) => setStep({ sealed: file })}
          />
        )}
      </div>
    </Page>
  )
}
