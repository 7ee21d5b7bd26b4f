import type { JSX } from 'preact'
import { useForm, type Form } from '../../db/form.ts'
import { textOf } from '../../records/fields.ts'
import { retentionOf, settingsRecord, type RetentionField } from '../../records/kinds/settings.ts'
import { Choices } from '../../ui/choices.tsx'
import { TextArea } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Page } from '../../ui/page.tsx'
import { back } from '../../ui/route.ts'
import { useText, type TextKey } from '../../ui/text.ts'

const days: readonly number[] = [14, 30, 90, 365, 0]
const months: readonly number[] = [6, 12, 24, 0]

type LastsProps = {
  form: Form
  field: RetentionField
  legend: TextKey
  choices: readonly number[]
  say: (count: number) => string
}

function Lasts({ form, field, legend, choices, say }: LastsProps): JSX.Element {
  const { t } = useText()
  const now = retentionOf(form.values)[field]
  const all = choices.includes(now) ? choices : [now, ...choices]
  return (
    <Choices
      legend={t(legend)}
      beside="wide"
      value={String(now)}
      onChoose={(value) => form.set(field, Number(value))}
      choices={all.map((count) => ({
        value: String(count),
        label: say(count),
      }))}
    />
  )
}

function Fields(): JSX.Element | null {
  const { t } = useText()
  const form = useForm('settings', settingsRecord)
  if (!form) return null
  const { values, set } = form
  const inDays = (count: number): string =>
    count === 0 ? t('retention.untilDeleted') : t('retention.days', { count })
  const inMonths = (count: number): string =>
    count === 0 ? t('retention.neverAsked') : t('retention.months', { count })
  const done = async (): Promise<void> => {
    await form.commit()
    back('/privacy')
  }
  return (
    <form class="page stack" onSubmit={(event) => event.preventDefault()}>
      <TextArea
        label={t('retention.controller')}
        hint={t('retention.controllerHint')}
        optional
        most={500}
        value={textOf(values, 'controller')}
        onInput={(value) => set('controller', value)}
      />
      <TextArea
        label={t('retention.contact')}
        hint={t('retention.contactHint')}
        optional
        most={500}
        value={textOf(values, 'contact')}
        onInput={(value) => set('contact', value)}
      />
      <Lasts form={form} field="hostingDays" legend="retention.hostingDays" choices={days} say={inDays} />
      <Lasts form={form} field="dietDays" legend="retention.dietDays" choices={days} say={inDays} />
      <Lasts form={form} field="logisticsDays" legend="retention.logisticsDays" choices={days} say={inDays} />
      <Lasts
        form={form}
        field="contactMonths"
        legend="retention.contactMonths"
        choices={months}
        say={inMonths}
      />
      <FormEnd state={form.state} done={t('retention.done')} onDone={done} />
    </form>
  )
}

/** Who answers for the notebook, and for how long it keeps what; the same on all devices. */
export function RetentionForm(): JSX.Element {
  const { t } = useText()
  return (
    <Page title={t('retention.change')} parent="/privacy">
      <Fields />
    </Page>
  )
}
