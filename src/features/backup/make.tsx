import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { sheetsOf } from '../../db/backup/sheets.ts'
import { writeBackup, type Backup } from '../../db/backup/write.ts'
import { readSettings } from '../../db/device.ts'
import { useLive } from '../../db/live.ts'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import { isPractice } from '../../db/tables.ts'
import { readCircle } from '../../sync/status.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { dateAndTime, today } from '../../ui/dates.ts'
import { Picture } from '../../ui/picture.tsx'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { useCounts } from './counts.ts'
import { keepBackedUp } from './due.ts'
import { canShare, download, share } from '../../ui/hand-out.ts'
import { Progress, type Count } from './progress.tsx'

type Made = Omit<Backup, 'file'> & { readonly file: File; readonly look: Look }
type Look = 'readable' | 'sealed'

function Done({ made }: { made: Made }): JSX.Element {
  const { t } = useText()
  const { onProblem } = useOpen()
  const pass = async (): Promise<void> => {
    await share({ files: [made.file] }).catch((error: unknown) => onProblem(problemOf(error)))
  }
  return (
    <>
      <div role="status">
        <Status look="shared" icon="check">
          <strong class="line">{t('backup.made', useCounts(made))}</strong>
          <span class="line">{t('backup.where', { name: made.file.name })}</span>
        </Status>
      </div>
      {made.missing > 0 && <p>{t('backup.missing', { count: made.missing })}</p>}
      <p>{made.look === 'sealed' ? t('backup.withSheet') : t('backup.elsewhere')}</p>
      {canShare(made.file) && (
        <Button icon="share" onPress={pass}>
          {t('backup.share')}
        </Button>
      )}
    </>
  )
}

/** Whether the notebook is shared, and whether there is a recovery sheet to seal a backup to. */
function useSheets(): { isShared: boolean; areThere: boolean } | undefined {
  const { notebook } = useOpen()
  return useLive(async () => {
    const circle = await readCircle(notebook)
    return { isShared: circle !== undefined, areThere: (circle?.sheets ?? []).length > 0 }
  }, [notebook])
}

type WhoOpensProps = { look: Look; onChoose: (look: Look) => void }

/** Who can open the file: the choice where there is one, else what holds. */
function WhoOpens({ look, onChoose }: WhoOpensProps): JSX.Element | null {
  const { t } = useText()
  const sheets = useSheets()
  if (!sheets) return null
  if (!sheets.areThere)
    return (
      <>
        <p>{t('backup.readable')}</p>
        {sheets.isShared && <p class="secondary">{t('backup.noSheet')}</p>}
      </>
    )
  return (
    <Choices<Look>
      legend={t('backup.whoOpens')}
      value={look}
      onChoose={onChoose}
      choices={[
        { value: 'readable', label: t('backup.anybody'), hint: t('backup.anybodyHint') },
        { value: 'sealed', label: t('backup.onlySheet'), hint: t('backup.onlySheetHint') },
      ]}
    />
  )
}

function Last(): JSX.Element | null {
  const { t, language } = useText()
  const { device } = useOpen()
  const settings = useLive(() => readSettings(device), [device])
  if (!settings) return null
  const { backedUpAt } = settings
  return (
    <p class="secondary">
      {backedUpAt
        ? t('backup.last', { when: dateAndTime(new Date(backedUpAt), language) })
        : t('backup.never')}
    </p>
  )
}

/** One tap: everything in one file. */
export function Make(): JSX.Element {
  const { t } = useText()
  const { notebook, device, onProblem } = useOpen()
  const [look, setLook] = useState<Look>('readable')
  const [count, setCount] = useState<Count>()
  const [made, setMade] = useState<Made>()
  const write = async (): Promise<void> => {
    const sheets = look === 'sealed' ? await sheetsOf(notebook) : []
    const { file, ...counts } = await writeBackup(notebook, (done, of) => setCount({ done, of }), sheets)
    const now = new Date(notebook.now())
    const practising = isPractice(notebook)
    const isSealed = sheets.length > 0
    const name = `ponte-${practising ? 'practice-' : ''}${today(now)}.${isSealed ? 'ponte' : 'json'}`
    const named = new File([file], name, { type: file.type })
    download(named)
    // The day of the last backup is about what could be lost.
    if (!practising) await keepBackedUp(device, now.toISOString())
    setMade({ file: named, look: isSealed ? 'sealed' : 'readable', ...counts })
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
      <WhoOpens look={look} onChoose={setLook} />
      <Last />
      <Button primary icon="file-down" onPress={make}>
        {t('backup.make')}
      </Button>
      {count && <Progress words={t('backup.making')} count={count} />}
      {made && <Done made={made} />}
    </div>
  )
}
