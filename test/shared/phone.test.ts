import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dialable, sameNumber, withoutTrunk } from '../../src/shared/phone.ts'

describe('what a telephone dials', () => {
  it.each([
    ['030 / 12 34-56', '030123456'],
    ['+49 (0)30 1234', '+49301234'],
    ['+49 (030) 1234', '+490301234'],
    ['0049 (0) 30 1234', '+49301234'],
    ['(+49) (0)30 1234', '+49301234'],
    ['(030) 1234', '0301234'],
    ['(0)30 1234', '0301234'],
    ['+36 (06) 1 234 5678', '+3612345678'],
    ['+39 (0)6 1234567', '+39061234567'],
    ['+39 (06) 1234567', '+39061234567'],
    ['+353 (0)1 2345678', '+35312345678'],
    ['00 48 12 345 67 89', '+48123456789'],
    ['030 1234 ext. 12', '0301234'],
    ['030 1234x12', '0301234'],
    ['030 1234 Durchwahl 12', '0301234'],
    ['030 1234-12', '030123412'],
    ['030 1234 (Büro)', '0301234'],
    ['030 1234, 0171 555', '0301234'],
    ['Tel.: +49 30 1234', '+49301234'],
    ['*100#', '*100#'],
    ['112', '112'],
    ['＋49 30 1234', '+49301234'],
    ['', ''],
    ['unbekannt', ''],
    ['+', ''],
    ['+00*', ''],
  ])('dials %s as %s', (written, dialled) => {
    expect(dialable(written)).toBe(dialled)
  })

  it('is only ever a +, digits, * and #, and dials the same when dialled again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'+0049(0) /-.x*#,ä') }), (written) => {
        const once = dialable(written)
        expect(once).toMatch(/^\+?[\d*#]*$/)
        expect(dialable(once)).toBe(once)
      }),
    )
  })

  it('leaves off what stands around the number', () => {
    expect(dialable('Tel. 2 (Anna): +49 30 1234')).toBe('+49301234')
    expect(dialable('1. Nummer 030 1234, 2. Nummer 040 5678')).toBe('0301234')
    expect(dialable('110 oder 112')).toBe('110')
    expect(dialable('Nebenstelle 12')).toBe('12')
  })

  it('is quick with a text that is no number', () => {
    expect(dialable('1'.repeat(100_000))).toHaveLength(100_000)
  })

  it('takes a bracketed 0 away only behind a country code', () => {
    expect(withoutTrunk('+49 (0)30 12')).toBe('+49 30 12')
    expect(withoutTrunk('030 (0) 12')).toBe('030 (0) 12')
  })
})

describe('the same number', () => {
  const same: [string, string][] = [
    ['+49 30 1234567', '030/1234567'],
    ['0049 (0)30 1234567', '+49301234567'],
    ['+36 1 234 5678', '06 1 234 5678'],
    ['+48 12 345 67 89', '12 345 67 89'],
    ['1234567', '030 1234567'],
    ['030 1234567', '030 1234567 ext 3'],
    ['0191 123', '0191-123'],
    ['112', '112'],
  ]
  const different: [string, string][] = [
    ['030 1234567', '040 1234567'],
    ['+49 30 1234567', '+48 30 1234567'],
    ['030 1234567', '030 1234568'],
    ['112', '110'],
    ['234567', '030 1234567'],
    ['', ''],
    ['0', '00'],
    ['unbekannt', 'unbekannt'],
  ]

  it.each(same)('is %s and %s', (a, b) => {
    expect([sameNumber(a, b), sameNumber(b, a)]).toEqual([true, true])
  })

  it.each(different)('is not %s and %s', (a, b) => {
    expect([sameNumber(a, b), sameNumber(b, a)]).toEqual([false, false])
  })
})
