import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Checked } from '../../db/backup/check.ts'
import type { BackupProblem } from '../../db/backup/format.ts'
import { readBackup } from '../../db/backup/read.ts'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { dateAndTime } from '../../ui/dates.ts'
import { href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { savedHereKey } from '../../ui/this-device.ts'
import { useCounts } from './counts.ts'
import { Progress, type Count } from './progress.tsx'
import { Refused } from './refused.tsx'

function Done({ checked }: { checked: Checked }): JSX.Element {
  const { t } = useText()
  return (
    <div class="stack tight">
      <div role="status">
        <Status look="shared" icon="tablet-check">
          <strong class="line">{t('backup.readIn', useCounts(checked))}</strong>
          <span class="line">{t(savedHereKey())}</span>
        </Status>
      </div>
      <LinkButton primary icon="house" to={href('/')}>
        {t('backup.toStart')}
      </LinkButton>
    </div>
  )
}

/** What is in the chosen backup, before anything is saved; then reading it. */
export function Confirm({ checked, onLeave }: { checked: Checked; onLeave: () => void }): JSX.Element {
  const { t, language } = useText()
  const { notebook, onProblem } = useOpen()
  const [count, setCount] = useState<Count>()
  const [result, setResult] = useState<'done' | BackupProblem>()
  const counts = useCounts(checked)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const read = async (): Promise<void> => {
    // The button that was pressed goes away.
    heading.current?.focus()
    setResult(undefined)
    setCount({ done: 0, of: 0 })
    const reading = readBackup(checked, notebook, (done, of) => setCount({ done, of }))
    await reading.then(
      (outcome) => setResult(outcome.ok ? 'done' : outcome.problem),
      (error: unknown) => onProblem(problemOf(error)),
    )
    setCount(undefined)
  }
  if (result === 'done') return <Done checked={checked} />
  return (
    <div class="stack tight">
      <h2 ref={heading} tabIndex={-1}>
        {t('backup.found')}
      </h2>
      <div class="card">
        <p>{t('backup.madeAt', { when: dateAndTime(new Date(checked.made), language) })}</p>
        <p>{t('backup.holds', counts)}</p>
      </div>
      {count ? <Progress words={t('backup.reading')} count={count} /> : <p>{t('backup.nothingYet')}</p>}
      {result && <Refused problem={result} />}
      {!count && (
        <Buttons column>
          <Button onPress={onLeave}>{t('backup.cancel')}</Button>
          <Button primary icon="file-up" onPress={read}>
            {t('backup.confirm')}
          </Button>
        </Buttons>
      )}
    </div>
  )
}
