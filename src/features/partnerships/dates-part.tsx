import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Form } from '../../db/form.ts'
import {
  counting,
  datesOf,
  dateTypes,
  type Counting,
  type DateType,
  type PartnershipDate,
} from '../../records/kinds/partnership.ts'
import { newId } from '../../shared/ids.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { TextField } from '../../ui/field.tsx'
import { RoughDateField } from '../../ui/rough-date.tsx'
import { useText } from '../../ui/text.ts'
import { countingWords, dateTypeWords, type Sides } from './words.ts'

const blank: PartnershipDate = { date: '', type: 'signedHere', counts: 'both', source: '' }

/** Nobody celebrates the first letter; whoever does can say so. */
const countsFor = (type: DateType, before: PartnershipDate): Counting => {
  const usual = (one: DateType): Counting => (one === 'firstContact' ? 'nobody' : 'both')
  return before.counts === usual(before.type) ? usual(type) : before.counts
}

type DateEntryProps = {
  id: string
  value: PartnershipDate
  form: Form
  sides: Sides
  today: string
  isWrong: boolean
  onWhole: (isWhole: boolean) => void
}

function DateEntry({ id, value, form, sides, today, isWrong, onWhole }: DateEntryProps): JSX.Element {
  const { t } = useText()
  const field = `dates/${id}`
  const set = (part: Partial<PartnershipDate>): void => form.set(field, { ...value, ...part })
  return (
    <fieldset class="entry stack">
      <legend class="unseen">{t('partnerships.date.one')}</legend>
      <Choices
        legend={t('partnerships.date.what')}
        beside="wide"
        value={value.type}
        onChoose={(type) => set({ type, counts: countsFor(type, value) })}
        choices={dateTypes.map((type) => ({ value: type, label: dateTypeWords(type, sides, t) }))}
      />
      <RoughDateField
        legend={t('partnerships.date.when')}
        value={value.date}
        today={today}
        isWrong={isWrong}
        onChange={(date, isWhole) => {
          set({ date })
          onWhole(isWhole)
        }}
      />
      <Choices
        legend={t('partnerships.counts.legend')}
        beside="wide"
        value={value.counts}
        onChoose={(counts) => set({ counts })}
        choices={counting.map((counts) => ({ value: counts, label: countingWords(counts, sides, t) }))}
      />
      <TextField
        label={t('partnerships.date.source')}
        hint={t('partnerships.date.sourceHint')}
        optional
        value={value.source}
        onInput={(source) => set({ source })}
      />
      <Button
        icon="x"
        onPress={() => {
          form.set(field, null)
          onWhole(true)
        }}
      >
        {t('partnerships.date.remove')}
      </Button>
    </fieldset>
  )
}

type DatesPartProps = {
  form: Form
  sides: Sides
  today: string
  /** The dates that are typed only in part. */
  partial: ReadonlySet<string>
  onPartial: (partial: ReadonlySet<string>) => void
  isTried: boolean
}

/** All dates of a partnership, also such that contradict each other. */
export function DatesPart({ form, sides, today, partial, onPartial, isTried }: DatesPartProps): JSX.Element {
  const { t } = useText()
  // Those that are added stand below the others: one that its own date moved would be lost from sight.
  const [order, setOrder] = useState(() => datesOf(form.values).map(({ id }) => id))
  const all = datesOf(form.values)
  const dates = order.flatMap((id) => all.find((one) => one.id === id) ?? [])
  const add = (): void => {
    const id = newId()
    setOrder([...order, id])
    form.set(`dates/${id}`, { ...blank })
  }
  const whole = (id: string, isWhole: boolean): void =>
    onPartial(new Set(isWhole ? [...partial].filter((one) => one !== id) : [...partial, id]))
  return (
    <section class="section">
      <h2>{t('partnerships.date.legend')}</h2>
      <div class="stack">
        <p class="hint">{t('partnerships.date.hint')}</p>
        {dates.map(({ id, value }) => (
          <DateEntry
            key={id}
            id={id}
            value={value}
            form={form}
            sides={sides}
            today={today}
            isWrong={isTried && partial.has(id)}
            onWhole={(isWhole) => whole(id, isWhole)}
          />
        ))}
        <Button icon="plus" onPress={add}>
          {dates.length === 0 ? t('partnerships.date.addFirst') : t('partnerships.date.add')}
        </Button>
      </div>
    </section>
  )
}

/** Takes out the dates of which nothing was typed. */
export function dropBlankDates(form: Form): void {
  for (const { id, value } of datesOf(form.values))
    if (!value.date && !value.source.trim()) form.set(`dates/${id}`, null)
}
