import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { useHolidays } from '../../db/holidays/use-holidays.ts'
import { textOf } from '../../records/fields.ts'
import { today } from '../../ui/dates.ts'
import { WhenField } from '../../ui/datefield.tsx'
import { Holidays } from '../../ui/holidays.tsx'
import { useText } from '../../ui/text.ts'
import { Onward } from './question.tsx'
import type { StepProps } from './way.ts'

/** When the visit was; today is chosen already. */
export function AskWhen({ form, way }: StepProps): JSX.Element {
  const { t } = useText()
  const [now] = useState(() => today(new Date()))
  const [date, town] = [textOf(form.values, 'date'), textOf(form.values, 'town')]
  // Of a visit that was nobody asks whether it was a holiday.
  const holidays = useHolidays({ town, from: date > now ? date : '', to: textOf(form.values, 'endDate') })
  return (
    <>
      <WhenField
        isQuestion
        legend={t('visits.askWhen')}
        value={date}
        onChange={(date) => form.set('date', date)}
        today={now}
      />
      <Holidays found={holidays} />
      <Onward form={form} onNext={way.onward} />
    </>
  )
}
