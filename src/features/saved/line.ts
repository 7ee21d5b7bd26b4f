import type { Safety } from '../../sync/status.ts'
import { timeOfDay, today } from '../../ui/dates.ts'
import type { IconName } from '../../ui/icons.ts'
import { nearDate } from '../../ui/near-date.ts'
import type { StatusLook } from '../../ui/status.tsx'
import type { Text } from '../../ui/text.ts'
import { savedHereKey } from '../../ui/this-device.ts'

export type Line = {
  readonly state: 'stopped' | 'quiet' | 'moving' | 'waiting' | 'shared' | 'here'
  readonly look: StatusLook
  readonly icon: IconName
  readonly words: string
}

/** "14:05 Uhr" for today, "12. November" for another day. */
function since(moment: number, now: number, { language }: Text): string {
  const [then, day] = [today(new Date(moment)), today(new Date(now))]
  return then === day ? timeOfDay(new Date(moment), language) : nearDate(then, day, language)
}

/** How many items wait, in words. */
export const waitingWords = ({ waiting }: Safety, { t }: Text): string =>
  t('saved.line.waiting', { number: waiting })

/** The one line about everything: what needs somebody comes first, then what is under way, then that all is well. */
export function lineOf(safety: Safety, now: number, text: Text): Line {
  const { t, language } = text
  const { stopped, quietSince, moving, waiting, safeAt } = safety
  if (stopped === 'removed')
    return { state: 'stopped', look: 'neutral', icon: 'info', words: t('saved.line.removed') }
  if (stopped)
    return { state: 'stopped', look: 'problem', icon: 'circle-alert', words: t('saved.line.stopped') }
  if (quietSince !== undefined) {
    const date = nearDate(today(new Date(quietSince)), today(new Date(now)), language)
    return { state: 'quiet', look: 'waiting', icon: 'circle-alert', words: t('saved.line.quiet', { date }) }
  }
  if (moving)
    return { state: 'moving', look: 'moving', icon: 'arrow-right', words: t('saved.line.moving', moving) }
  if (waiting > 0)
    return { state: 'waiting', look: 'waiting', icon: 'clock', words: waitingWords(safety, text) }
  if (safeAt === undefined)
    return { state: 'here', look: 'shared', icon: 'tablet-check', words: t(savedHereKey()) }
  const when = since(safeAt, now, text)
  return { state: 'shared', look: 'shared', icon: 'users-check', words: t('saved.line.shared', { when }) }
}
