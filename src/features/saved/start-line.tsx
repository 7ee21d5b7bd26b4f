import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useLive } from '../../db/live.ts'
import { useNotebook } from '../../db/notebook.ts'
import { href } from '../../ui/route.ts'
import { Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { lineOf, waitingWords } from './line.ts'
import { Removed } from './removed.tsx'
import { useSafety } from './use-safety.ts'
import { useTrust } from './use-trust.ts'

/** How safe everything is, on Start, where others share the notebook; a tap leads to the details. */
export function StartLine(): JSX.Element | null {
  const text = useText()
  const { now, tables } = useNotebook()
  const aside = useLive(() => tables.setAside.count(), [tables])
  const safety = useSafety()
  const trust = useTrust()
  const line = safety && lineOf(safety, now(), text)
  const [said, setSaid] = useState('')
  // Told once for each state, and not with every number that changes in it.
  useEffect(() => setSaid(line?.words ?? ''), [line?.state, text.language])
  if (!safety || !line) return null
  if (safety.stopped === 'removed') return <Removed />
  const alsoWaits = safety.waiting > 0 && (line.state === 'quiet' || line.state === 'stopped')
  return (
    <>
      <Status look={line.look} icon={line.icon} to={href('/saved')}>
        <strong>{line.words}</strong>
        {alsoWaits && <span class="line">{waitingWords(safety, text)}</span>}
        {trust?.lacksSheet && <span class="small line">{text.t('saved.noSheet')}</span>}
      </Status>
      {trust?.came.map(({ device, name }) => (
        <Status key={device} look="waiting" icon="circle-alert" to={href('/members')}>
          {text.t('saved.came', { name })}
        </Status>
      ))}
      {!!aside && (
        <Status look="waiting" icon="info" to={href('/saved')}>
          {text.t('saved.aside.line')}
        </Status>
      )}
      <span class="unseen" role="status">
        {said}
      </span>
    </>
  )
}
