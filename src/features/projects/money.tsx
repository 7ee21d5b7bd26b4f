import type { JSX } from 'preact'
import type { Form } from '../../db/form.ts'
import { plainAmount } from '../../shared/amount.ts'
import { CurrencyChoices, useAmounts, type Amounts } from '../../ui/amounts.tsx'
import { TextField } from '../../ui/field.tsx'
import { useText } from '../../ui/text.ts'

type MoneyField = 'planned' | 'actual'

export type Money = Amounts<MoneyField>

/** What is typed into the fields for a project's money. */
export const useMoney = (form: Form): Money => useAmounts(form, ['planned', 'actual'])

type FieldsProps = { form: Form; money: Money; isTried: boolean }

/** What a project is to cost and what it did cost. */
export function MoneyFields({ form, money, isTried }: FieldsProps): JSX.Element {
  const { t, language } = useText()
  const { texts, type, isWrong } = money
  const message = (field: MoneyField): string | undefined =>
    isTried && isWrong(field)
      ? t('projects.amountWrong', { example: plainAmount(120050, language) })
      : undefined
  return (
    <fieldset class="stack tight">
      <legend class="label">{t('projects.costs')}</legend>
      <p class="hint">{t('projects.costsHint')}</p>
      <TextField
        label={t('projects.planned')}
        optional
        most={40}
        value={texts.planned}
        message={message('planned')}
        onInput={(text) => type('planned', text)}
      />
      <TextField
        label={t('projects.actual')}
        optional
        most={40}
        value={texts.actual}
        message={message('actual')}
        onInput={(text) => type('actual', text)}
      />
      {(texts.planned || texts.actual) && <CurrencyChoices legend={t('projects.currency')} form={form} />}
    </fieldset>
  )
}
