import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { textOf } from '../../records/fields.ts'
import { today } from '../../ui/dates.ts'
import { WhenField } from '../../ui/datefield.tsx'
import { useText } from '../../ui/text.ts'
import { Onward } from './question.tsx'
import type { StepProps } from './way.ts'

/** When the visit was; today is chosen already. */
export function AskWhen({ form, way }: StepProps): JSX.Element {
  const { t } = useText()
  const [now] = useState(() => today(new Date()))
  return (
    <>
      <WhenField
        isQuestion
        legend={t('visits.askWhen')}
        value={textOf(form.values, 'date')}
        onChange={(date) => form.set('date', date)}
        today={now}
      />
      <Onward form={form} onNext={way.onward} />
    </>
  )
}
