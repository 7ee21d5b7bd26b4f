import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { checkBackup, type Checked } from '../../db/backup/check.ts'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import { Button } from '../../ui/button.tsx'
import { CodeForm } from '../../ui/code-form.tsx'
import { useText } from '../../ui/text.ts'
import { Progress } from './progress.tsx'
import { Refused, type Said } from './refused.tsx'

type UnsealProps = { file: File; onChecked: (checked: Checked) => void; onLeave: () => void }

/** A sealed backup asks for the digits of its recovery sheet. */
export function Unseal({ file, onChecked, onLeave }: UnsealProps): JSX.Element {
  const { t } = useText()
  const { onProblem } = useOpen()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Said>()
  const check = async (digits: string): Promise<Said | undefined> => {
    const result = await checkBackup(file, digits)
    if (result.ok) onChecked(result)
    return result.ok || result.problem === 'sealed' ? undefined : result.problem
  }
  const open = async (digits: string): Promise<void> => {
    if (busy) return
    setBusy(true)
    setRefused(undefined)
    const problem = await check(digits).catch((error: unknown) => onProblem(problemOf(error)))
    setBusy(false)
    if (problem) setRefused(problem)
  }
  return (
    <CodeForm
      title={t('backup.sealed')}
      how={t('backup.sealedHow')}
      label={t('backup.digits')}
      hint={t('backup.digitsHint')}
      done={t('backup.open')}
      icon="check"
      isSheet
      other={<Button onPress={onLeave}>{t('backup.cancel')}</Button>}
      onFound={open}
    >
      {busy && <Progress words={t('backup.checking')} />}
      {refused && <Refused problem={refused} />}
    </CodeForm>
  )
}
