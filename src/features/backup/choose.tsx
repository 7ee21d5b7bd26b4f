import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { checkBackup, type Checked } from '../../db/backup/check.ts'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/rows.tsx'
import { useText } from '../../ui/text.ts'
import { Progress } from './progress.tsx'
import { Refused, type Said } from './refused.tsx'

type State = { readonly busy: boolean; readonly refused?: Said }

type ChooseProps = {
  /** The only thing to do on this screen. */
  primary: boolean
  onChecked: (checked: Checked) => void
  /** The file is sealed: its digits have to be asked for. */
  onSealed: (file: File) => void
}

/** Choosing a backup; nothing is saved yet. */
export function Choose({ primary, onChecked, onSealed }: ChooseProps): JSX.Element {
  const { t } = useText()
  const { onProblem } = useOpen()
  const input = useRef<HTMLInputElement>(null)
  const [{ busy, refused }, setState] = useState<State>({ busy: false })
  const check = async (file: File): Promise<void> => {
    setState({ busy: true })
    const result = await checkBackup(file)
    if (result.ok) onChecked(result)
    else if (result.problem === 'sealed') onSealed(file)
    else setState({ busy: false, refused: result.problem })
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
  return (
    <Section title={t('backup.bringBack')}>
      <div class="stack tight">
        <p>{t('backup.bringBackWhat')}</p>
        {/* Any file may be chosen: some devices would grey out backups that came by other ways. */}
        <input ref={input} type="file" hidden onChange={(event) => void choose(event.currentTarget)} />
        <Button primary={primary} icon="file-up" onPress={() => input.current?.click()}>
          {t('backup.read')}
        </Button>
        {busy && <Progress words={t('backup.checking')} />}
        {refused && <Refused problem={refused} />}
      </div>
    </Section>
  )
}
