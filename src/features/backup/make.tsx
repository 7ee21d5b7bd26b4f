import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { writeBackup } from '../../db/backup/write.ts'
import { keepSettings, readSettings } from '../../db/device.ts'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import { isPractice } from '../../db/tables.ts'
import { Button } from '../../ui/button.tsx'
import { dateAndTime, today } from '../../ui/dates.ts'
import { Picture } from '../../ui/picture.tsx'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { useCounts } from './counts.ts'
import { canShare, download, share } from './hand-out.ts'
import { Progress, type Count } from './progress.tsx'

type Made = { readonly file: File; readonly records: number; readonly photos: number }

function Done({ made }: { made: Made }): JSX.Element {
  const { t } = useText()
  const { onProblem } = useOpen()
  const pass = (): Promise<void> => share(made.file).catch((error: unknown) => onProblem(problemOf(error)))
  return (
    <>
      <div role="status">
        <Status look="shared" icon="check">
          <strong class="line">{t('backup.made', useCounts(made))}</strong>
          <span class="line">{t('backup.where', { name: made.file.name })}</span>
        </Status>
      </div>
      <p>{t('backup.elsewhere')}</p>
      {canShare(made.file) && (
        <Button icon="share" onPress={pass}>
          {t('backup.share')}
        </Button>
      )}
    </>
  )
}

/** One tap: everything in one file. */
export function Make(): JSX.Element {
  const { t, language } = useText()
  const { notebook, device, onProblem } = useOpen()
  const settings = useLive(() => readSettings(device), [device])
  const [count, setCount] = useState<Count>()
  const [made, setMade] = useState<Made>()
  const write = async (): Promise<void> => {
    const { file, ...counts } = await writeBackup(notebook, (done, of) => setCount({ done, of }))
    const now = new Date(notebook.now())
    const practising = isPractice(notebook)
    const name = `ponte-${practising ? 'practice-' : ''}${today(now)}.json`
    const named = new File([file], name, { type: file.type })
    download(named)
    // The day of the last backup is about what could be lost.
    if (!practising) await keepSettings(device, { backedUpAt: now.toISOString() })
    setMade({ file: named, ...counts })
  }
  const make = async (): Promise<void> => {
    if (count) return
    setMade(undefined)
    setCount({ done: 0, of: 0 })
    await write().catch((error: unknown) => onProblem(problemOf(error)))
    setCount(undefined)
  }
  return (
    <div class="stack tight">
      <Picture name="door-backup" look="aside" />
      <p>{t('backup.what')}</p>
      <p>{t('backup.readable')}</p>
      {settings && (
        <p class="secondary">
          {settings.backedUpAt
            ? t('backup.last', { when: dateAndTime(new Date(settings.backedUpAt), language) })
            : t('backup.never')}
        </p>
      )}
      <Button primary icon="file-down" onPress={make}>
        {t('backup.make')}
      </Button>
      {count && <Progress words={t('backup.making')} count={count} />}
      {made && <Done made={made} />}
    </div>
  )
}
