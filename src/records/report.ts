import { currencies, usualCurrency, type Currency } from '../shared/amount.ts'
import type { Fields, Value } from '../shared/value.ts'
import { elementsOf, textOf, type Element } from './fields.ts'

export type ReportKind = 'yearly' | 'funder'

/** Who a report is for; one that says nothing is for the yearly meeting. */
export const reportKindOf = (fields: Fields): ReportKind =>
  fields['kindOf'] === 'funder' ? 'funder' : 'yearly'

/** Whether it was handed over: then it stays as it was. */
export const isGiven = (fields: Fields): boolean => fields['state'] === 'given'

/** A receipt as a funder wants it listed; money in hundredths. */
export type Receipt = {
  readonly number: string
  readonly day: string
  readonly what: string
  readonly cents: number | undefined
  readonly currency: Currency
}

const part = (value: Value, name: string): Value | undefined =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields)[name] : undefined

const text = (value: Value, name: string): string => {
  const found = part(value, name)
  return typeof found === 'string' ? found : ''
}

/** A receipt as it was typed; what is of another shape counts as empty. */
export function receiptOf(value: Value): Receipt {
  const cents = part(value, 'cents')
  return {
    number: text(value, 'number'),
    day: text(value, 'day'),
    what: text(value, 'what'),
    cents: typeof cents === 'number' ? cents : undefined,
    currency: currencies.find((one) => one === part(value, 'currency')) ?? usualCurrency.de,
  }
}

/** "7" before "12", and those without a number last. */
const byNumber = new Intl.Collator('en', { numeric: true })

const compare = (one: Receipt, other: Receipt): number =>
  Number(one.number === '') - Number(other.number === '') ||
  byNumber.compare(one.number, other.number) ||
  (one.day < other.day ? -1 : Number(one.day > other.day))

/** The receipts of a report, by their numbers, then by day. */
export const receiptsOf = (fields: Fields): Element<Receipt>[] =>
  elementsOf(fields, 'receipts', (value) => (value === null ? undefined : receiptOf(value))).sort((a, b) =>
    compare(a.value, b.value),
  )

/** A section as it was handed over. */
export type GivenSection = {
  readonly id: string
  readonly chapter: string
  readonly heading: string
  readonly text: string
}

/** What was handed over, in its order. */
export const givenOf = (fields: Fields): GivenSection[] =>
  elementsOf(fields, 'given', (value) => (value === null ? undefined : value)).map(({ value }) => ({
    id: text(value, 'id'),
    chapter: text(value, 'chapter'),
    heading: text(value, 'heading'),
    text: text(value, 'text'),
  }))

/** What somebody wrote in place of a section's made text; undefined where nobody did. */
export function editedOf(fields: Fields, section: string): string | undefined {
  const value = fields[`texts/${section}`]
  return typeof value === 'string' ? value : undefined
}

/** The mark of what a section was made from when somebody rewrote it. */
export const basisOf = (fields: Fields, section: string): string => textOf(fields, `bases/${section}`)
