import { describe, expect, it } from 'vitest'
import { makeReport } from '../../../src/features/yearly/sections/make.ts'
import { gapsOf } from '../../../src/features/yearly/sections/missing.ts'
import { blocksOf, row } from '../../../src/features/yearly/sections/section.ts'
import { peopleWords } from '../../../src/features/yearly/sections/tally.ts'
import { languages } from '../../../src/shared/language.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { event, materialOf, project, sayIn, textOfSection, visit, wholeText, type Given } from './material.ts'

/** What a section of a text says, with ordinary spaces. */
const plain = (text: string): string => text.replaceAll('\u00A0', ' ')

describe('a series', () => {
  const stammtisch = event('Stammtisch', {
    date: '2026-01-08',
    rule: 'FREQ=MONTHLY;BYDAY=2TH',
    place: 'Ratskeller',
    'dates/2026-03-12': 'cancelled',
    'dates/2026-12-10': { date: '2027-01-07', time: '' },
    'figures/2026-01-08/people': 20,
    'figures/2026-02-12/people': 15,
    'figures/2026-03-12/people': 99,
    'figures/2026-02-12/hours': 4,
  })

  it('counts each date that took place, none that was called off, moved out of the period, or lies ahead', () => {
    const text = plain(wholeText(materialOf([stammtisch])))
    // January to November without March.
    expect(text).toContain('Veranstaltungen: 10 Termine')
    expect(text).toContain('zusammengezählt: 35')
    expect(text).toContain('Gezählt wurde bei 2 von 10')
    expect(text).toContain('Stunden im Ehrenamt: 4 (erfasst bei 1 von 10)')
    expect(text).toContain('10 Termine: 8. Januar, 12. Februar, 9. April')
    expect(text).toContain('abgesagt: 12. März 2026')
    expect(text).toContain('35 Personen; an 8 Terminen nicht gezählt')
    expect(text).not.toContain('2027')
  })

  it('says of many dates from when to when', () => {
    const choir = event('Chorprobe', { date: '2026-05-04', rule: 'FREQ=WEEKLY;BYDAY=MO' })
    expect(plain(wholeText(materialOf([choir])))).toContain('30 Termine: 4. Mai – 23. November 2026')
    expect(plain(wholeText(materialOf([choir]), 'hu'))).toContain('30 alkalom: 2026. május 4. – november 23.')
  })
})

describe('a day', () => {
  it('belongs to the year that the calendar at the place shows, wherever the report is made', () => {
    // In Istanbul it is 2026 already, in Berlin still 2025.
    const there = event('Feier', { date: '2026-01-01', time: '00:30', zone: 'Europe/Istanbul' })
    expect(wholeText(materialOf([there]))).toContain('Feier')
    const period = { from: '2025-01-01', to: '2025-12-31' }
    expect(wholeText(materialOf([there], { period }))).not.toContain('Feier')
  })

  it('that begins in one year and ends in the next belongs to the first one alone', () => {
    const turn = event('Silvester', { date: '2025-12-30', endDate: '2026-01-02' })
    expect(wholeText(materialOf([turn]))).not.toContain('Silvester')
    expect(wholeText(materialOf([turn], { period: { from: '2025-01-01', to: '2025-12-31' } }))).toContain(
      'Silvester',
    )
  })

  it('is ahead until it is over there', () => {
    // At noon in UTC it is seven in the morning in New York, and the reception is at eight.
    const late = event('Empfang', { date: '2026-11-26', time: '08:00', zone: 'America/New_York' })
    expect(plain(wholeText(materialOf([late])))).toContain('geplant: 26. November 2026')
  })
})

it('counts a visit at an event once, with what either of them knows', () => {
  const reception = event('Empfang', { date: '2026-05-05', endDate: '2026-05-07', 'figures/once/people': 40 })
  const guests = visit('Gäste', {
    date: '2026-05-06',
    event: 'Empfang',
    'figures/once/people': 12,
    'figures/once/hours': 9,
  })
  const text = textOfSection(materialOf([reception, guests]), 'overview')
  expect(text).toContain('zusammengezählt: 40')
  expect(text).toContain('bei 1 von 1')
  expect(text).toContain('Ehrenamt: 9 ')
})

it('adds up people by country and age, each with the numbers that were counted', () => {
  const one = event('A', { date: '2026-05-05', 'figures/once/country/PL': 3, 'figures/once/country/DE': 4 })
  const two = event('B', { date: '2026-06-05', 'figures/once/country/PL': 2, 'figures/once/age/youth': 2 })
  const text = textOfSection(materialOf([one, two]), 'overview')
  expect(text).toContain('zusammengezählt: 9')
  expect(text).toContain('Nach Ländern: Polen: 5; Deutschland: 4')
  expect(text).toContain('Nach Alter: 14 bis 26 Jahre: 2')
})

it('never adds up money of two currencies', () => {
  const money = (id: string, currency: string, planned: number, actual?: number): Given =>
    project(id, { state: 'running', currency, planned, ...(actual === undefined ? {} : { actual }) })
  const all = [
    money('A', 'EUR', 100_000, 90_050),
    money('B', 'EUR', 50_000),
    money('C', 'PLN', 200_000, 1),
    money('D', 'HUF', 5_000_000),
    money('E', 'GBP', 700),
    money('F', 'TRY', 800),
    money('G', 'CHF', 900),
    project('H', { state: 'postponed', currency: 'EUR', planned: 999_900 }),
  ]
  expect(plain(textOfSection(materialOf(all), 'money')).split('\n')).toEqual([
    'Euro: geplant 1.500 €, tatsächlich 900,50 €',
    'Polnischer Złoty: geplant 2.000 PLN, tatsächlich 0,01 PLN',
    'Ungarischer Forint: geplant 50.000 HUF',
    'Britisches Pfund: geplant 7 £',
    'Türkische Lira: geplant 8 TRY',
    'Schweizer Franken: geplant 9 CHF',
  ])
})

describe('an anniversary', () => {
  const paper = (id: string, date: string, type = 'agreement'): Given => ({
    id,
    kind: 'document',
    fields: { title: id, type, date, town: 'Sopron' },
  })
  const said = (...all: Given[]): string => plain(textOfSection(materialOf(all), 'anniversaries'))

  it('is told in the 24 months from today, on its day', () => {
    expect(said(paper('Vertrag', '2002-05-03'))).toContain(
      '3. Mai 2027 | 25 Jahre: Vertrag | Sopron | 3. Mai 2002',
    )
    expect(said(paper('Vertrag', '2003-11-27'))).toBe('Keine bekannt.')
    expect(said(paper('Vertrag', '2003-11-26'))).toContain('26. November 2028 | 25 Jahre')
    expect(said(paper('Vertrag', '2001-11-25'))).toBe('Keine bekannt.')
    expect(said(paper('Vertrag', '2001-11-26'))).toContain('26. November 2026 | 25 Jahre')
  })

  it('is as rough as its beginning is known', () => {
    expect(said(paper('Vertrag', '2002-05'))).toContain('Mai 2027 | 25 Jahre: Vertrag | Sopron | Mai 2002')
    expect(said(paper('Vertrag', '1998'))).toContain('2028 | 30 Jahre: Vertrag | Sopron | 1998')
    expect(said(paper('Vertrag', '2001'))).toContain('2026 | 25 Jahre')
    expect(said(paper('Vertrag', '200'))).toBe('Keine bekannt.')
    expect(said(paper('Vertrag', ''))).toBe('Keine bekannt.')
  })

  it('of a 29 February stays in its month', () => {
    expect(said(paper('Vertrag', '1952-02-29'))).toContain('28. Februar 2027 | 75 Jahre')
  })

  it('of other papers than agreements is round', () => {
    expect(said(paper('Programm', '1997-05-03', 'programme'))).toBe('Keine bekannt.')
    expect(said(paper('Programm', '2002-05-03', 'programme'))).toContain('25 Jahre: Programm')
  })

  it('of an agreement is one that is celebrated', () => {
    expect(said(paper('Vertrag', '1972-05-03'))).toBe('Keine bekannt.')
    expect(said(paper('Vertrag', '1967-05-03'))).toContain('3. Mai 2027 | 60 Jahre: Vertrag')
  })

  const sopron: Given = { id: 'sopron', kind: 'town', fields: { name: 'Sopron' } }
  const partnership = (fields: Given['fields']): Given => ({
    id: 'link',
    kind: 'partnership',
    fields: { name: 'Altenbrück – Sopron', there: 'sopron', ...fields },
  })
  const begun = (date: string, counts = 'both') => ({ date, type: 'signedHere', counts, source: '' })

  it('of a partnership is told from every date that somebody counts, unless it has ended', () => {
    const dates = {
      'dates/a': begun('2002-05-03'),
      'dates/b': begun('1997', 'there'),
      'dates/c': begun('1987', 'nobody'),
    }
    expect(said(sopron, partnership(dates)).split('\n').slice(1)).toEqual([
      '2027 | 30 Jahre: Altenbrück – Sopron | Sopron | 1997',
      '3. Mai 2027 | 25 Jahre: Altenbrück – Sopron | Sopron | 3. Mai 2002',
    ])
    expect(said(sopron, partnership({ ...dates, state: 'ended' }))).toBe('Keine bekannt.')
  })

  it('that a partnership and its agreement have together is told once', () => {
    const agreement = paper('Vertrag', '2002-05-03')
    const its = { ...agreement, fields: { ...agreement.fields, partnership: 'link' } }
    const all = [sopron, partnership({ 'dates/a': begun('2002-05-03') }), its]
    expect(said(...all).match(/25 Jahre/g)).toHaveLength(1)
    expect(said(...all, paper('Zusatz', '2002-05-03')).match(/25 Jahre/g)).toHaveLength(2)
  })
})

it('gives what is postponed a paragraph of its own, with the reason and the new date', () => {
  const late = project('Ausstellung', {
    state: 'postponed',
    town: 'Ayvalık',
    postponedWhy: 'Das Rathaus wird\numgebaut.',
    postponedTo: '2027-07-14',
  })
  const material = materialOf([late])
  expect(plain(textOfSection(material, 'owed'))).toContain(
    'Ausstellung | Ayvalık | Das Rathaus wird umgebaut. | 14. Juli 2027',
  )
  expect(wholeText(material).split('Ausstellung')).toHaveLength(2)
})

it('says what is missing and where each is filled in', () => {
  const all = [
    event('Fest', { date: '2026-06-01' }),
    event('Treffen', { date: '2026-06-02', 'figures/once/people': 3 }),
    event('Irgendwann', { date: '' }),
    visit('Besuch', { date: '2026-07-01' }),
    project('Fertig', { state: 'done', from: '2026-02-01' }),
    project('Ohne', { state: 'done' }),
    project('Spät', { state: 'postponed' }),
    { id: 'Vertrag', kind: 'document', fields: { title: 'Vertrag', type: 'agreement', date: '198' } },
  ]
  const gaps = gapsOf(materialOf(all), 'r')
  expect(gaps.map(({ kind, gaps: own, of }) => [kind, of, own.map(({ path }) => path)])).toEqual([
    ['association', 1, ['/privacy/change']],
    ['contact', 1, ['/yearly/r/change']],
    ['people', 3, ['/events/Fest/figures/once', '/visits/Besuch/change']],
    ['hours', 3, ['/events/Treffen/figures/once']],
    ['eventDay', 3, ['/events/Irgendwann/change']],
    ['projectDays', 3, ['/projects/Ohne/change']],
    ['cost', 1, ['/projects/Fertig/change']],
    ['why', 1, ['/projects/Spät/state']],
    ['agreement', 1, ['/chronicle/Vertrag/change']],
    ['wishes', 1, ['/yearly/r/sections/wishes']],
  ])
})

describe('a text that somebody rewrote', () => {
  const all = [event('Fest', { date: '2026-06-01', town: 'Whitby' })]
  const report: Fields = { kindOf: 'yearly', language: 'de' }
  const first = makeReport(materialOf(all, { report }), sayIn('de')).find(({ id }) => id === 'overview')
  const edited = { ...report, 'texts/overview': 'Ein gutes Jahr.', 'bases/overview': first?.basis ?? '' }
  const overview = (given: Given[], language: 'de' | 'hu' = 'de') =>
    makeReport(materialOf(given, { report: edited }), sayIn(language)).find(({ id }) => id === 'overview')

  it('stays, and is not stale while the records say the same, in whatever language', () => {
    expect(overview(all)).toMatchObject({ text: 'Ein gutes Jahr.', isEdited: true, isStale: false })
    expect(overview(all, 'hu')).toMatchObject({ isEdited: true, isStale: false })
  })

  it('is stale once a record behind it has changed, and no other section is', () => {
    const more = [...all, event('Noch eins', { date: '2026-06-02', town: 'Whitby' })]
    expect(overview(more)).toMatchObject({ text: 'Ein gutes Jahr.', isEdited: true, isStale: true })
    expect(overview([event('Anders', { date: '2026-06-01', town: 'Whitby' })])?.isStale).toBe(false)
  })

  it('stands at the end where the records make no such section any more: a town is called otherwise by now', () => {
    const rewritten = { ...materialOf([]).report, 'texts/events-gone': 'Von Hand geschrieben.' }
    const sheet = makeReport(materialOf([], { report: rewritten }), sayIn('de'))
    const last = sheet.at(-1)
    expect([last?.heading, last?.text]).toEqual(['Früher geschriebener Abschnitt', 'Von Hand geschrieben.'])
    expect([last?.isEdited, last?.isStale]).toEqual([true, true])
  })

  it('that was handed over says what it said then, whatever is recorded since', () => {
    const given = {
      ...edited,
      state: 'given',
      'given/000': { id: 'overview', chapter: '', heading: 'Überblick', text: 'So war es.' },
    }
    const shown = makeReport(materialOf([], { report: given }), sayIn('de'))
    expect(shown.map(({ text }) => text)).toEqual(['So war es.'])
  })
})

describe('a report for a funder', () => {
  const receipt = (number: string, cents: number, currency = 'EUR'): Fields => ({
    number,
    day: '2026-06-05',
    what: `Bus ${number}`,
    cents,
    currency,
  })
  const tour = project('Radtour', {
    state: 'done',
    goal: 'Sich kennenlernen',
    planned: 100_000,
    actual: 124_050,
  })
  const report: Fields = {
    kindOf: 'funder',
    project: 'Radtour',
    'receipts/a': receipt('10', 30_000),
    'receipts/b': receipt('9', 94_050),
    'receipts/c': receipt('11', 500, 'PLN'),
    'receipts/d': null,
  }
  const own = event('Abfahrt', { date: '2025-08-01', project: 'Radtour', 'figures/once/people': 12 })
  const other = event('Fremdes', { date: '2025-08-01' })

  it('tells what was planned, what happened at any time, and lists the receipts by their numbers', () => {
    const material = materialOf([tour, own, other], { report })
    const text = plain(wholeText(material))
    expect(text).toContain('Sich kennenlernen')
    expect(text).toContain('Abfahrt')
    expect(text).not.toContain('Fremdes')
    expect(plain(textOfSection(material, 'receipts'))).toBe(
      [
        'Nr. | Tag | Wofür | Betrag',
        '9 | 5. Juni 2026 | Bus 9 | 940,50 €',
        '10 | 5. Juni 2026 | Bus 10 | 300 €',
        '11 | 5. Juni 2026 | Bus 11 | 5 PLN',
        '',
        'Summe der Belege: 1.240,50 €',
        'Summe der Belege: 5 PLN',
      ].join('\n'),
    )
    expect(gapsOf(material, 'r').map(({ kind }) => kind)).toEqual(['association', 'contact', 'hours'])
  })

  it('says that receipts are missing, or make another sum than the cost', () => {
    const kinds = (fields: Fields): string[] =>
      gapsOf(materialOf([tour], { report: fields }), 'r').map(({ kind }) => kind)
    expect(kinds({ kindOf: 'funder', project: 'Radtour' })).toContain('receipts')
    expect(kinds({ ...report, 'receipts/a': null })).toContain('receiptSum')
  })
})

it('counts people in the plural of each language', () => {
  const said = languages.map((language) =>
    [1, 2, 5, 22, 1234].map((count) => plain(peopleWords(count, sayIn(language)))),
  )
  expect(said).toEqual([
    ['1 Person', '2 Personen', '5 Personen', '22 Personen', '1.234 Personen'],
    ['1 person', '2 people', '5 people', '22 people', '1,234 people'],
    ['1 osoba', '2 osoby', '5 osób', '22 osoby', '1234 osoby'],
    ['1 személy', '2 személy', '5 személy', '22 személy', '1234 személy'],
  ])
})

describe('the lines of a section', () => {
  it('are paragraphs and tables, also where somebody put a bar too many or too few', () => {
    expect(blocksOf('Eins.\nZwei.\n\nDrei.\nWann | Was\n5. Mai | Fest | Musik\n6. Mai')).toEqual([
      { kind: 'text', text: 'Eins.\nZwei.' },
      { kind: 'text', text: 'Drei.' },
      { kind: 'table', titles: ['Wann', 'Was'], rows: [['5. Mai', 'Fest, Musik']] },
      { kind: 'text', text: '6. Mai' },
    ])
    expect(blocksOf('A | B')).toEqual([{ kind: 'text', text: 'A, B' }])
    expect(blocksOf('')).toEqual([])
  })

  it('hold whatever a record says in one cell each', () => {
    expect(row('a | b', 'c\nd', '')).toBe('a / b | c d | –')
  })
})
