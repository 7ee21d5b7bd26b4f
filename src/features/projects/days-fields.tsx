import type { JSX } from 'preact'
import type { Form } from '../../db/form.ts'
import { useHolidays } from '../../db/holidays/use-holidays.ts'
import { textOf } from '../../records/fields.ts'
import type { Fields } from '../../shared/value.ts'
import { DateField } from '../../ui/datefield.tsx'
import { Holidays } from '../../ui/holidays.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useText } from '../../ui/text.ts'

/** Whether a project would be over before it begins. */
export function endsTooEarly(values: Fields): boolean {
  const to = textOf(values, 'to')
  return to !== '' && to < textOf(values, 'from')
}

/** From when until when a project runs. */
export function DaysFields({
  form,
  now,
  isTried,
}: {
  form: Form
  now: string
  isTried: boolean
}): JSX.Element {
  const { t } = useText()
  const { values, set } = form
  const [from, to] = [textOf(values, 'from'), textOf(values, 'to')]
  const holidays = useHolidays({ town: textOf(values, 'town'), from, to })
  const isWrong = isTried && endsTooEarly(values)
  return (
    <>
      <DateField
        legend={t('projects.begins')}
        value={from}
        onChange={(date) => set('from', date)}
        today={now}
      />
      <div class={isWrong ? 'stack tight field wrong' : 'stack tight'}>
        {isWrong && (
          <p class="message" role="status">
            <Icon name="circle-alert" />
            <span>{t('projects.endsTooEarly')}</span>
          </p>
        )}
        <DateField legend={t('projects.ends')} value={to} onChange={(date) => set('to', date)} today={now} />
      </div>
      <Holidays found={holidays} />
    </>
  )
}
