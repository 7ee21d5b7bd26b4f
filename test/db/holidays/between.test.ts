import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeTable } from '../../../.ci/made/holidays.ts'
import { holidaysBetween, type Region } from '../../../src/db/holidays/between.ts'
import { daysByRule, easter, orthodoxEaster, ruleOf } from '../../../src/db/holidays/rule.ts'
import { readTable, writeTable, type Table } from '../../../src/db/holidays/table.ts'

const text = readFileSync('locales/content/holidays.txt', 'utf8')
const table = readTable(text)
const region = (land: string): Region => ({ country: land.slice(0, 2), land: land.length > 2 ? land : '' })
const names = async (day: string, ...lands: string[]) =>
  (await holidaysBetween(day, day, lands.map(region))).map((one) => `${one.country} ${one.names.own}`)

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000

describe('public holidays', () => {
  it.each([
    ['2027-11-01', 'DE-BY', ['DE Allerheiligen']],
    ['2027-11-01', 'DE-BE', []],
    ['2027-11-01', 'PL', ['PL Wszystkich Świętych']],
    ['2027-05-27', 'DE-BY', ['DE Fronleichnam']],
    ['2027-05-27', 'DE-SH', []],
    ['2027-05-27', 'PL', ['PL Dzień Bożego Ciała']],
    ['2026-06-04', 'PL', ['PL Dzień Bożego Ciała']],
    ['2027-05-03', 'PL', ['PL Święto Narodowe Trzeciego Maja']],
    ['2027-10-23', 'HU', ['HU 1956-os forradalom']],
    ['2027-08-20', 'HU', ['HU Szent István ünnepe']],
    ['2027-03-08', 'DE-BE', ['DE Internationaler Frauentag']],
    ['2028-11-22', 'DE-SN', ['DE Buß- und Bettag']],
    ['2027-10-03', 'DE', ['DE Tag der Deutschen Einheit']],
    ['2027-11-30', 'GB-SCT', ['GB St Andrew’s Day']],
    ['2027-11-30', 'GB-ENG', []],
    ['2027-08-30', 'GB-ENG', ['GB Summer bank holiday']],
    ['2027-12-27', 'GB-ENG', ['GB Christmas Day']],
    ['2028-07-14', 'FR', ['FR Fête Nationale de la France']],
    ['2027-10-29', 'TR', ['TR Cumhuriyet Bayramı']],
    ['2027-03-10', 'TR', ['TR Ramazan Bayramı']],
    ['2027-10-11', 'IL', ['IL Day of Atonement (Yom Kippur)']],
    ['2027-11-25', 'US', ['US Thanksgiving Day']],
    ['2028-04-16', 'MK', ['MK Orthodox Easter']],
    ['2028-02-30', 'DE-BY', []],
    ['2028-01-01', 'SY', []],
    ['2050-01-01', 'DE', []],
    ['1990-10-03', 'DE', []],
  ])('on %s in %s', async (on, land, expected) => expect(await names(on, land)).toEqual(expected))

  it('stand on both sides of one day, each in its own country', async () => {
    expect(await names('2027-05-01', 'DE-BE', 'PL')).toEqual([
      'DE Maifeiertag',
      'PL Święto Państwowe; Święto Pracy',
    ])
    expect(await holidaysBetween('2027-05-01', '2027-05-01', [])).toEqual([])
  })

  it('come in the order of their days, over the turn of the year as well', async () => {
    const found = await holidaysBetween('2027-12-20', '2028-01-06', [
      region('PL'),
      region('DE-BY'),
      region('US'),
    ])
    const days = found.map((one) => one.day)
    expect(days).toEqual([...days].sort())
    // The American New Year's of 2028 falls on a Saturday.
    expect(found.filter(({ country }) => country === 'US').map((one) => one.day)).toContain('2027-12-31')
    expect(days.at(-1)).toBe('2028-01-06')
  })

  it("are said in the reader's language where that is known", async () => {
    const [found] = await holidaysBetween('2027-11-01', '2027-11-01', [region('PL')])
    expect(found?.names).toMatchObject({
      own: 'Wszystkich Świętych',
      de: 'Allerheiligen',
      hu: 'Mindenszentek',
    })
  })

  it('are nothing where no days are given', async () => {
    expect(await holidaysBetween('', '2027-05-01', [region('PL')])).toEqual([])
    expect(await holidaysBetween('2027-05-02', '2027-05-01', [region('PL')])).toEqual([])
  })
})

describe('the table of holidays', () => {
  it('is what its package works out today', () => {
    const fresh = makeTable(['PL', 'HU', 'DE'])
    for (const [land, days] of fresh.days) {
      const said = (from: Table, lines = from.days.get(land) ?? []) =>
        lines.map(([name, rule]) => [from.names[name], rule])
      expect(said(table)).toEqual(said(fresh, days))
    }
  })

  it('reads as it was written', () => expect(readTable(writeTable(['Who made it'], table))).toEqual(table))

  it('names its licence and weighs no more than 12 kB', () => {
    expect(text).toContain('CC BY-SA 3.0')
    expect(gzipSync(text, { level: 9 }).length).toBeLessThan(12_000)
    expect([...table.days.keys()].filter((one) => one.startsWith('DE-'))).toHaveLength(16)
  })
})

describe('a rule for days', () => {
  it('knows Easter', () => {
    expect([2025, 2026, 2027, 2038].map(easter)).toEqual(
      ['2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25'].map(day),
    )
    expect([2025, 2026, 2027].map(orthodoxEaster)).toEqual(
      ['2025-04-20', '2026-04-12', '2027-05-02'].map(day),
    )
  })

  it('gives back the days that it was made of', () => {
    const years = [2025, 2026, 2027, 2028]
    const inYear = (year: number) =>
      fc
        .uniqueArray(fc.nat(364), { maxLength: 3 })
        .map((all) => all.sort((a, b) => a - b).map((one) => day(`${year}-01-01`) + one))
    fc.assert(
      fc.property(fc.tuple(...years.map(inYear)), (all) => {
        const days = new Map(years.map((year, at) => [year, all[at] ?? []]))
        const rule = ruleOf(days)
        for (const [year, expected] of days) expect(daysByRule(rule, year)).toEqual(expected)
      }),
    )
  })
})
