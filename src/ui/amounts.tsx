import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import {
  currencies,
  currencyName,
  parseAmount,
  plainAmount,
  usualCurrency,
  type Currency,
} from '../shared/amount.ts'
import type { Fields, Value } from '../shared/value.ts'
import { Choices } from './choices.tsx'
import { useText } from './text.ts'

/** The currency of a record's money; euros where none is named. */
export const currencyOf = (fields: Fields): Currency =>
  currencies.find((currency) => currency === fields['currency']) ?? usualCurrency.de

export type Amounts<Field extends string> = {
  readonly texts: { readonly [field in Field]: string }
  readonly type: (field: Field, text: string) => void
  readonly isWrong: (field: Field) => boolean
}

type AmountForm = { readonly values: Fields; readonly set: (field: string, value: Value) => void }

/**
 * What is typed into a form's fields for money. While it is no amount, the form keeps what stood there before; a currency
 * that is written beside the number is chosen.
 */
export function useAmounts<Field extends string>(form: AmountForm, fields: readonly Field[]): Amounts<Field> {
  const { language } = useText()
  const [start] = useState(() => form.values)
  const [texts, setTexts] = useState(() => {
    const written = (value: Value | undefined): string =>
      typeof value === 'number' ? plainAmount(value, language) : ''
    return Object.fromEntries(fields.map((field) => [field, written(start[field])])) as {
      readonly [field in Field]: string
    }
  })
  const type = (field: Field, text: string): void => {
    setTexts((before) => ({ ...before, [field]: text }))
    const amount = parseAmount(text)
    if (amount) form.set(field, amount.cents)
    else form.set(field, text.trim() ? (start[field] ?? null) : null)
    if (amount?.currency) form.set('currency', amount.currency)
  }
  const isWrong = (field: Field): boolean => texts[field].trim() !== '' && !parseAmount(texts[field])
  return { texts, type, isWrong }
}

/** The currency of all amounts of a form. */
export function CurrencyChoices({ legend, form }: { legend: string; form: AmountForm }): JSX.Element {
  const { language } = useText()
  return (
    <Choices
      legend={legend}
      beside="wide"
      value={currencyOf(form.values)}
      onChoose={(currency) => form.set('currency', currency)}
      choices={currencies.map((currency) => ({ value: currency, label: currencyName(currency, language) }))}
    />
  )
}
