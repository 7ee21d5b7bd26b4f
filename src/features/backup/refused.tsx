import type { JSX } from 'preact'
import type { BackupProblem } from '../../db/backup/format.ts'
import { Status } from '../../ui/status.tsx'
import { useText, type TextKey } from '../../ui/text.ts'

/** What a sentence says; for a sealed file there is a question instead. */
export type Said = Exclude<BackupProblem, 'sealed'>

const keys: { readonly [problem in Said]: TextKey } = {
  'not-a-backup': 'backup.problem.notABackup',
  broken: 'backup.problem.broken',
  'too-large': 'backup.problem.tooLarge',
  newer: 'backup.problem.newer',
  digits: 'backup.problem.digits',
  'other-sheet': 'backup.problem.otherSheet',
}

/** Why a file is not taken in, in one sentence. */
export function Refused({ problem }: { problem: Said }): JSX.Element {
  const { t } = useText()
  return (
    <div role="alert">
      <Status look="problem" icon="circle-alert">
        {t(keys[problem])}
      </Status>
    </div>
  )
}
