import type { JSX } from 'preact'
import type { BackupProblem } from '../../db/backup/format.ts'
import { Status } from '../../ui/status.tsx'
import { useText, type TextKey } from '../../ui/text.ts'

const keys: { readonly [problem in BackupProblem]: TextKey } = {
  'not-a-backup': 'backup.problem.notABackup',
  broken: 'backup.problem.broken',
  'too-large': 'backup.problem.tooLarge',
  newer: 'backup.problem.newer',
  'not-empty': 'backup.notEmpty',
}

/** Why a file is not taken in, in one sentence. */
export function Refused({ problem }: { problem: BackupProblem }): JSX.Element {
  const { t } = useText()
  return (
    <div role="alert">
      <Status look="problem" icon="circle-alert">
        {t(keys[problem])}
      </Status>
    </div>
  )
}
