import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Checked } from '../../db/backup/check.ts'
import type { Counts } from '../../db/backup/format.ts'
import { readBackup } from '../../db/backup/read.ts'
import { readSettings } from '../../db/device.ts'
import { useOpen } from '../../db/notebook.ts'
import { problemOf } from '../../db/problem.ts'
import { isPractice } from '../../db/tables.ts'
import { Button, Buttons, LinkButton } from '../../ui/button.tsx'
import { dateAndTime } from '../../ui/dates.ts'
import { href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { savedHereKey } from '../../ui/this-device.ts'
import { useCounts } from './counts.ts'
import { keepBackedUp } from './due.ts'
import { Progress, type Count } from './progress.tsx'
import { Refused, type Said } from './refused.tsx'

type Outcome = Counts & { readonly erased: number }

function Done({ changed, home }: { changed: Outcome; home: string }): JSX.Element {
  const { t } = useText()
  const counts = useCounts(changed)
  const isNothing = changed.records === 0 && changed.photos === 0
  return (
    <div class="stack tight">
      <div role="status">
        <Status look="shared" icon="tablet-check">
          <strong class="line">{isNothing ? t('backup.nothingNew') : t('backup.readIn', counts)}</strong>
          <span class="line">{t(savedHereKey())}</span>
        </Status>
      </div>
      {changed.erased > 0 && <p>{t('backup.leftOut', { count: changed.erased })}</p>}
      <LinkButton primary icon={home === '/' ? 'house' : 'arrow-right'} to={href(home)}>
        {home === '/' ? t('backup.toStart') : t('backup.goOn')}
      </LinkButton>
    </div>
  )
}

type ConfirmProps = { checked: Checked; home: string; onLeave: () => void }

/** What is in the chosen backup, before anything is saved; then reading it. */
export function Confirm({ checked, home, onLeave }: ConfirmProps): JSX.Element {
  const { t, language } = useText()
  const { notebook, device, onProblem } = useOpen()
  const [count, setCount] = useState<Count>()
  const [changed, setChanged] = useState<Outcome>()
  const [refused, setRefused] = useState<Said>()
  const counts = useCounts(checked)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { made } = checked.origin
  const readIt = async (): Promise<void> => {
    const outcome = await readBackup(checked, notebook, (done, of) => setCount({ done, of }))
    if (!outcome.ok) {
      if (outcome.problem !== 'sealed') setRefused(outcome.problem)
      return
    }
    // Whoever brings a file has one.
    const { backedUpAt } = await readSettings(device)
    if (!isPractice(notebook) && made > backedUpAt) await keepBackedUp(device, made)
    setChanged(outcome)
  }
  const read = async (): Promise<void> => {
    // The button that was pressed goes away.
    heading.current?.focus()
    setRefused(undefined)
    setCount({ done: 0, of: 0 })
    await readIt().catch((error: unknown) => onProblem(problemOf(error)))
    setCount(undefined)
  }
  if (changed) return <Done changed={changed} home={home} />
  return (
    <div class="stack tight">
      <h2 ref={heading} tabIndex={-1}>
        {t('backup.found')}
      </h2>
      <div class="card">
        <p>{t('backup.madeAt', { when: dateAndTime(new Date(made), language) })}</p>
        <p>{t('backup.holds', counts)}</p>
      </div>
      <p>{t('backup.joins')}</p>
      {count ? <Progress words={t('backup.reading')} count={count} /> : <p>{t('backup.nothingYet')}</p>}
      {refused && <Refused problem={refused} />}
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
