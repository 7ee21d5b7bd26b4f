import type { Language } from './language.ts'

/** The currencies of partner towns, those one needs most first. */
export const currencies = ['EUR', 'PLN', 'HUF', 'GBP', 'TRY', 'CHF'] as const
export type Currency = (typeof currencies)[number]

/** The currency that somebody who reads this language thinks in. */
export const usualCurrency: { readonly [language in Language]: Currency } = {
  de: 'EUR',
  en: 'GBP',
  pl: 'PLN',
  hu: 'HUF',
}

const words: { readonly [word: string]: Currency } = {
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  zł: 'PLN',
  zl: 'PLN',
  pln: 'PLN',
  złoty: 'PLN',
  złote: 'PLN',
  złotych: 'PLN',
  ft: 'HUF',
  huf: 'HUF',
  forint: 'HUF',
  '£': 'GBP',
  gbp: 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  pfund: 'GBP',
  '₺': 'TRY',
  tl: 'TRY',
  try: 'TRY',
  lira: 'TRY',
  chf: 'CHF',
  fr: 'CHF',
  franken: 'CHF',
}

/** Money as it is kept: a whole number of hundredths, so that nothing is lost in adding up. */
export type Amount = {
  readonly cents: number
  /** Undefined where none was written beside the number. */
  readonly currency: Currency | undefined
}

// Groups of three, one sign between them all; then no, one or two decimals behind another sign.
const number = /^(\d+|[1-9]\d{0,2}(?:([ .,'’])\d{3})(?:\2\d{3})*)(?:([.,])(\d\d?))?$/
// "1.200,-" and "1200.–": no cents.
const noCents = /[.,][-–—]{0,2}$/
const parts = /^([\p{L}\p{Sc}]*)\.? ?(\d[^\p{L}\p{Sc}]*?) ?([\p{L}\p{Sc}]*)\.?$/u
const mostDigits = 12

/**
 * An amount in any usual spelling: "1.200,50", "1 200,50 zł", "£1,200.50", "1200", "1.200,- €". One rule for all
 * languages: money has at most two decimals, so a sign before three digits parts thousands, whoever wrote it.
 * Undefined for what is no amount, is below zero, or names a currency that is not known here.
 */
export function parseAmount(text: string): Amount | undefined {
  const written = text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
  const [, before = '', digits, after = ''] = parts.exec(written) ?? []
  if (digits === undefined || (before && after)) return undefined
  const word = before || after
  const currency = Object.hasOwn(words, word) ? words[word] : undefined
  if (word && !currency) return undefined
  const [, whole, group, decimal, decimals = ''] = number.exec(digits.replace(noCents, '')) ?? []
  if (whole === undefined || (group !== undefined && group === decimal)) return undefined
  const units = whole.replace(/\D/g, '')
  if (units.length > mostDigits) return undefined
  return { cents: Number(units) * 100 + Number(decimals.padEnd(2, '0')), currency }
}

/** Nobody reads ",00" with pleasure. */
const decimalsOf = (cents: number): Intl.NumberFormatOptions => {
  const count = cents % 100 === 0 ? 0 : 2
  return { minimumFractionDigits: count, maximumFractionDigits: count }
}

/** "1.200,50" without its currency, as a field shows it. */
export const plainAmount = (cents: number, language: Language): string =>
  new Intl.NumberFormat(language, decimalsOf(cents)).format(cents / 100)

/** "1.200 €", "£1,200.50", as the reader's language writes it. */
export const formatAmount = (cents: number, currency: Currency, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency, ...decimalsOf(cents) }).format(cents / 100)

/** "Polnischer Złoty" for 'PLN', in the reader's language. */
export const currencyName = (currency: Currency, language: Language): string =>
  new Intl.DisplayNames(language, { type: 'currency' }).of(currency) ?? currency
