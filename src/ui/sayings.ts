import { currencies, currencyName, formatAmount } from '../shared/amount.ts'
import { languageNames, languages } from '../shared/language.ts'
import type { Value } from '../shared/value.ts'
import { mediumDate } from './dates.ts'
import { phoneLabelKeys } from './entries.tsx'
import type { FieldWord, Saying } from './field-words.ts'
import type { TextKey } from './text.ts'

// How the usual kinds of values are said in words: '' for nothing. What is not of that kind is said as it is.

type Say = NonNullable<FieldWord['say']>

const asText = (value: Value | undefined): string => (typeof value === 'string' ? value : '')

/** A value of any kind, as well as it can be said without knowing what it is. */
export function sayAny(value: Value): string {
  if (value === null || typeof value === 'boolean') return ''
  if (typeof value === 'object') return Object.values(value).map(sayAny).filter(Boolean).join(', ')
  return String(value)
}

/** 'YYYY-MM-DD' */
export const sayDay: Say = (value, { language }) => mediumDate(sayAny(value), language)

/** Ticked or not: an answer in either case. */
export const sayTick: Say = (value, { t }) => (value === true ? t('ui.yes') : t('ui.no'))

/** One of a few words of the app. */
export const sayChoice =
  (keys: { readonly [choice: string]: TextKey }): Say =>
  (value, { t }) => {
    const key = typeof value === 'string' || typeof value === 'boolean' ? keys[`${value}`] : undefined
    return key ? t(key) : sayAny(value)
  }

/** The name of another record. */
export const sayRecord: Say = (value, { nameOf }) => nameOf(asText(value))

/** One of the languages that texts are written in. */
export const sayLanguage: Say = (value) => {
  const known = languages.find((language) => language === value)
  return known ? languageNames[known] : sayAny(value)
}

/** Hundredths, in the currency that the record says. */
export const sayMoney: Say = (value, { language, fields }) => {
  if (typeof value !== 'number') return sayAny(value)
  const currency = currencies.find((one) => one === fields['currency']) ?? 'EUR'
  return formatAmount(value, currency, language)
}

/** One of the currencies, by its name. */
export const sayCurrency: Say = (value, { language }) => {
  const known = currencies.find((one) => one === value)
  return known ? currencyName(known, language) : sayAny(value)
}

/** "Festnetz: 030 1234" */
const sayPhone: Say = (value, { t }) => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return sayAny(value)
  const { number, label } = value as { readonly [part: string]: Value }
  const key = Object.entries(phoneLabelKeys).find(([known]) => known === label)?.[1]
  const words = asText(number)
  return words && key ? `${t(key)}: ${words}` : words
}

/** For lists of records such as 'people/<id>': whose element it is. */
export const whoseRecord = ([id = '']: readonly string[], { nameOf }: Saying): string => nameOf(id)

/** The phone numbers and e-mail addresses of a person or group. */
export const contactFields: { readonly [field: string]: FieldWord } = {
  phones: { name: 'ui.phone.number', say: sayPhone },
  emails: { name: 'ui.email.address', say: sayAny },
}
