import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Checked } from '../../db/backup/check.ts'
import { useMayWrite } from '../../ui/may-write.ts'
import { Page } from '../../ui/page.tsx'
import { useText } from '../../ui/text.ts'
import { Choose } from './choose.tsx'
import { Confirm } from './confirm.tsx'
import { Make } from './make.tsx'

/** Making a backup, and reading one back. */
export function BackupScreen(): JSX.Element {
  const { t } = useText()
  const mayWrite = useMayWrite()
  const [checked, setChecked] = useState<Checked>()
  return (
    <Page title={t('backup.title')} parent="/more">
      <div class="page stack">
        {checked ? (
          <Confirm checked={checked} onLeave={() => setChecked(undefined)} />
        ) : (
          <>
            <Make />
            {mayWrite && <Choose onChecked={setChecked} />}
          </>
        )}
      </div>
    </Page>
  )
}
