import type { JSX } from 'preact'
import { mediumDate, today } from '../../ui/dates.ts'
import { State, Status } from '../../ui/status.tsx'
import { useText } from '../../ui/text.ts'
import { Problem } from './problem.tsx'
import type { OnHand } from './use-register.ts'

/** How fresh the register on this device is, and what is being fetched just now, with its size. */
export function StateLine({ hand }: { hand: OnHand }): JSX.Element | null {
  const { t, language } = useText()
  const { info, isTaking, problem } = hand
  const asOf =
    info.takenAt > 0
      ? t('register.takenOn', { date: mediumDate(today(new Date(info.takenAt)), language) })
      : t('register.nothingHere')
  if (isTaking) {
    const isBase = info.offered !== null && info.offered.hash !== info.base?.hash
    return (
      <State look="moving" icon="refresh-cw">
        {isBase
          ? t('register.fetchingBase', { number: info.offered.links.toLocaleString(language) })
          : t('register.fetching')}
      </State>
    )
  }
  if (!problem) return null
  if (problem !== 'offline') return <Problem code={problem}>{asOf}</Problem>
  return (
    <div role="status">
      <Status look="neutral" icon="wifi-off">
        <strong class="line">{t('register.offline')}</strong>
        {asOf}
      </Status>
    </div>
  )
}
