import { receiptOf } from '../../records/report.ts'
import { formatAmount } from '../../shared/amount.ts'
import type { Value } from '../../shared/value.ts'
import { mediumDate } from '../../ui/dates.ts'
import type { FieldWords, Saying } from '../../ui/field-words.ts'
import { sayAny, sayChoice, sayDay, sayLanguage, sayRecord } from '../../ui/sayings.ts'
import { headingOf } from './headings.ts'

const whoseSection = ([section = '']: readonly string[], { t }: Saying): string => headingOf(section, t)

function sayReceipt(value: Value, { language }: Saying): string {
  if (value === null) return ''
  const { number, day, what, cents, currency } = receiptOf(value)
  const amount = cents === undefined ? '' : formatAmount(cents, currency, language)
  return [number, mediumDate(day, language), what, amount].filter(Boolean).join(', ')
}

/** How the fields of a report are called and said. */
export const reportWords: FieldWords = {
  kindOf: {
    name: 'yearly.report',
    say: sayChoice({ yearly: 'yearly.forOffice', funder: 'yearly.forFunder' }),
  },
  from: { name: 'yearly.from', say: sayDay },
  to: { name: 'yearly.to', say: sayDay },
  project: { name: 'yearly.column.project', say: sayRecord },
  funder: { name: 'yearly.funder' },
  contact: { name: 'yearly.contact' },
  language: { name: 'yearly.language', say: sayLanguage },
  state: { name: 'yearly.column.state', say: sayChoice({ draft: 'yearly.draft', given: 'yearly.given' }) },
  texts: { name: 'yearly.text', long: true, whose: whoseSection },
  bases: { name: 'yearly.text', say: () => '', whose: whoseSection },
  receipts: { name: 'yearly.receipt', say: sayReceipt },
  given: {
    name: 'yearly.given',
    say: (value) =>
      value === null || typeof value !== 'object'
        ? sayAny(value)
        : sayAny((value as { text?: Value }).text ?? ''),
  },
}
