import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { checkBackup, isEmpty, type Checked } from '../../db/backup/check.ts'
import type { BackupProblem } from '../../db/backup/format.ts'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { Progress } from './progress.tsx'
import { Refused } from './refused.tsx'

type State = { readonly busy: boolean; readonly refused?: BackupProblem }

/** Choosing a backup; nothing is saved yet. */
export function Choose({ onChecked }: { onChecked: (checked: Checked) => void }): JSX.Element | null {
  const { t } = useText()
  const { notebook, onProblem } = useOpen()
  const empty = useLive(() => isEmpty(notebook), [notebook])
  const input = useRef<HTMLInputElement>(null)
  const [{ busy, refused }, setState] = useState<State>({ busy: false })
  const check = async (file: File): Promise<void> => {
    setState({ busy: true })
    const result = await checkBackup(file, notebook)
    setState(result.ok ? { busy: false } : { busy: false, refused: result.problem })
    if (result.ok) onChecked(result)
  }
  const choose = async (chosen: HTMLInputElement): Promise<void> => {
    const file = chosen.files?.[0]
    if (!file || busy) return
    await check(file).catch((error: unknown) => {
      setState({ busy: false })
      onProblem(problemOf(error))
    })
    // Or the same file could not be chosen a second time.
    chosen.value = ''
  }
  if (empty === undefined) return null
  return (
    <Section title={t('backup.bringBack')}>
      <div class="stack tight">
        <p>{empty ? t('backup.bringBackWhat') : t('backup.notEmpty')}</p>
        {empty && (
          <>
            {/* Any file may be chosen: some devices would grey out backups that came by other ways. */}
            <input ref={input} type="file" hidden onChange={(event) => void choose(event.currentTarget)} />
            <Button icon="file-up" onPress={() => input.current?.click()}>
              {t('backup.read')}
            </Button>
          </>
        )}
        {busy && <Progress words={t('backup.checking')} />}
        {refused && <Refused problem={refused} />}
      </div>
    </Section>
  )
}
