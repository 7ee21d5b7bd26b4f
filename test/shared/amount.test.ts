import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencies, currencyName, formatAmount, parseAmount, plainAmount } from '../../src/shared/amount.ts'
import { languages } from '../../src/shared/language.ts'

describe('an amount that somebody wrote', () => {
  test.each([
    ['1200', 120000],
    ['0', 0],
    ['0,5', 50],
    ['7,05', 705],
    ['1.200,50', 120050],
    ['1 200,50', 120050],
    ['1 200,50', 120050],
    ['1 200,50', 120050],
    ['1,200.50', 120050],
    ["1'200.50", 120050],
    ['1’200', 120000],
    ['1.200', 120000],
    ['1,200', 120000],
    ['1.234.567', 123456700],
    ['1.200,-', 120000],
    ['1200,–', 120000],
    ['1200.', 120000],
    ['  85  ', 8500],
    ['１２００', 120000],
    ['999999999999,99', 99999999999999],
  ])('is read without its currency: %s', (text, cents) => {
    expect(parseAmount(text)).toEqual({ cents, currency: undefined })
  })

  test.each([
    ['£1,200.50', 120050, 'GBP'],
    ['1.200 €', 120000, 'EUR'],
    ['€ 1.200,-', 120000, 'EUR'],
    ['1.200,- €', 120000, 'EUR'],
    ['1200Euro', 120000, 'EUR'],
    ['1 200,50 zł', 120050, 'PLN'],
    ['PLN 300', 30000, 'PLN'],
    ['50 000 Ft', 5000000, 'HUF'],
    ['50 000 Ft.', 5000000, 'HUF'],
    ['Fr. 20.-', 2000, 'CHF'],
    ['5 TL', 500, 'TRY'],
    ['250 TRY', 25000, 'TRY'],
  ])('is read with its currency: %s', (text, cents, currency) => {
    expect(parseAmount(text)).toEqual({ cents, currency })
  })

  test.each([
    '',
    '€',
    'viel',
    'ca. 1200',
    '1200 bis 1500',
    '1200-1500',
    '-5',
    '12,345,6',
    '1.2345',
    '12.34.56',
    '1,200,50',
    '1.200 500',
    '0.500',
    '12 00',
    '1..200',
    '1200x',
    '£1200 €',
    '3 Gulden',
    '5 constructor',
    '1234567890123',
  ])('is refused: %s', (text) => {
    expect(parseAmount(text)).toBeUndefined()
  })
})

test('what is shown in any language is read again as the same amount', () => {
  const whole = fc.nat({ max: 99_999_999 }).map((units) => units * 100)
  const anyCents = fc.oneof(whole, fc.nat({ max: 99_999_999 }))
  fc.assert(
    fc.property(
      anyCents,
      fc.constantFrom(...currencies),
      fc.constantFrom(...languages),
      (cents, currency, language) => {
        expect(parseAmount(plainAmount(cents, language))).toEqual({ cents, currency: undefined })
        expect(parseAmount(formatAmount(cents, currency, language))).toEqual({ cents, currency })
      },
    ),
    { numRuns: 2000 },
  )
})

test('nothing that can be typed is read as something below zero, broken or larger than can be counted', () => {
  const typed = fc.string({ unit: fc.constantFrom(..."0123456789.,  -–€£zł'’x"), maxLength: 18 })
  fc.assert(
    fc.property(typed, (text) => {
      const amount = parseAmount(text)
      if (!amount) return
      expect(Number.isSafeInteger(amount.cents)).toBe(true)
      expect(amount.cents).toBeGreaterThanOrEqual(0)
      // Nothing but digits decides how much it is.
      const digits = text.replace(/\D/g, '').replace(/^0+/, '')
      expect(String(amount.cents).replace(/^0$/, '')).toMatch(new RegExp(`^${digits}0{0,2}$`))
    }),
    { numRuns: 5000 },
  )
})

test('an amount is shown as the reader’s language writes it, whole ones without decimals', () => {
  const shown = languages.map((language) => formatAmount(120050, 'EUR', language).replace(/\s/g, ' '))
  expect(shown).toEqual(['1.200,50 €', '€1,200.50', '1200,50 €', '1200,50 EUR'])
  expect(formatAmount(120000, 'GBP', 'en')).toBe('£1,200')
  expect(plainAmount(1234500, 'de')).toBe('12.345')
  expect(currencyName('PLN', 'hu')).toBe('lengyel zloty')
})
