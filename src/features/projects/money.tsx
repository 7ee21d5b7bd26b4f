import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Form } from '../../db/form.ts'
import {
  currencies,
  currencyName,
  parseAmount,
  plainAmount,
  usualCurrency,
  type Currency,
} from '../../shared/amount.ts'
import type { Fields, Value } from '../../shared/value.ts'
import { Choices } from '../../ui/choices.tsx'
import { TextField } from '../../ui/field.tsx'
import { useText } from '../../ui/text.ts'

/** The currency of a project's money; euros where none is named. */
export const currencyOf = (fields: Fields): Currency =>
  currencies.find((currency) => currency === fields['currency']) ?? usualCurrency.de

type MoneyField = 'planned' | 'actual'

export type Money = {
  readonly texts: { readonly [field in MoneyField]: string }
  readonly type: (field: MoneyField, text: string) => void
  readonly isWrong: (field: MoneyField) => boolean
}

/**
 * What is typed into the fields for money. While it is no amount, the form keeps what stood there before; a currency
 * that is written beside the number is chosen.
 */
export function useMoney(form: Form): Money {
  const { language } = useText()
  const [start] = useState(() => form.values)
  const written = (value: Value | undefined): string =>
    typeof value === 'number' ? plainAmount(value, language) : ''
  const [texts, setTexts] = useState({ planned: written(start['planned']), actual: written(start['actual']) })
  const type = (field: MoneyField, text: string): void => {
    setTexts((before) => ({ ...before, [field]: text }))
    const amount = parseAmount(text)
    if (amount) form.set(field, amount.cents)
    else form.set(field, text.trim() ? (start[field] ?? null) : null)
    if (amount?.currency) form.set('currency', amount.currency)
  }
  const isWrong = (field: MoneyField): boolean => texts[field].trim() !== '' && !parseAmount(texts[field])
  return { texts, type, isWrong }
}

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
      {(texts.planned || texts.actual) && (
        <Choices
          legend={t('projects.currency')}
          beside="wide"
          value={currencyOf(form.values)}
          onChoose={(currency) => form.set('currency', currency)}
          choices={currencies.map((currency) => ({
            value: currency,
            label: currencyName(currency, language),
          }))}
        />
      )}
    </fieldset>
  )
}
