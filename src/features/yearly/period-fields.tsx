import type { JSX } from 'preact'
import { isDay } from '../../shared/day-count.ts'
import { DateField } from '../../ui/datefield.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useText } from '../../ui/text.ts'
import type { Period } from './sections/material.ts'

/** Whether these are two days of which the last doesn't lie before the first. */
export const isPeriod = ({ from, to }: Period): boolean => isDay(from) && isDay(to) && from <= to

type PeriodFieldsProps = {
  period: Period
  onChange: (part: Partial<Period>) => void
  isTried: boolean
  today: string
}

/** The first and the last day that a report tells of. */
export function PeriodFields({ period, onChange, isTried, today }: PeriodFieldsProps): JSX.Element {
  const { t } = useText()
  const isWrong = isTried && !isPeriod(period)
  return (
    <div class={isWrong ? 'stack tight field wrong' : 'stack tight'}>
      {isWrong && (
        <p class="message" role="status">
          <Icon name="circle-alert" />
          <span>{t('yearly.periodWrong')}</span>
        </p>
      )}
      <DateField
        legend={t('yearly.from')}
        value={period.from}
        onChange={(from) => onChange({ from })}
        today={today}
      />
      <DateField
        legend={t('yearly.to')}
        value={period.to}
        onChange={(to) => onChange({ to })}
        today={today}
      />
    </div>
  )
}
