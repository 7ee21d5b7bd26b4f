import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { addDays } from '../../shared/day-count.ts'
import { monthLater } from '../../shared/month-later.ts'
import { Choices } from '../../ui/choices.tsx'
import { DateField } from '../../ui/datefield.tsx'
import { nearLongDate } from '../../ui/near-date.ts'
import { useText } from '../../ui/text.ts'

type UntilFieldProps = { value: string; onChange: (date: string) => void; today: string }

/** Until when something is meant to be done: soon, by a date, or some day. */
export function UntilField({ value, onChange, today }: UntilFieldProps): JSX.Element {
  const { t, language } = useText()
  const dates = { week: addDays(today, 7), month: monthLater(today), none: '' }
  const same = (['week', 'month', 'none'] as const).find((choice) => dates[choice] === value)
  const [other, setOther] = useState(same === undefined)
  const choose = (choice: keyof typeof dates | 'other'): void => {
    setOther(choice === 'other')
    if (choice !== 'other') onChange(dates[choice])
  }
  return (
    <div class="stack tight">
      <Choices
        legend={t('steps.until.legend')}
        beside="wide"
        value={other ? 'other' : same}
        onChoose={choose}
        choices={[
          { value: 'week', label: t('steps.until.week'), hint: nearLongDate(dates.week, today, language) },
          { value: 'month', label: t('steps.until.month'), hint: nearLongDate(dates.month, today, language) },
          { value: 'other', label: t('ui.date.other') },
          { value: 'none', label: t('steps.until.none') },
        ]}
      />
      {other && <DateField legend={t('ui.date.which')} value={value} onChange={onChange} today={today} />}
    </div>
  )
}
