import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Row } from '../../../src/db/show.ts'
import { makeContent } from '../../../src/features/register/publish/content.ts'
import type { Material } from '../../../src/features/register/publish/material.ts'
import { isWrong } from '../../../src/features/register/publish/wrong.ts'
import { isContent } from '../../../src/shared/register/content.ts'
import { entryTypes, type EntryType } from '../../../src/shared/register/words.ts'
import type { Fields } from '../../../src/shared/value.ts'
import { rowFrom } from '../yearly/material.ts'

const row = (id: string, kind: string, fields: Fields): Row => rowFrom({ id, kind, fields })

const towns = [
  row('here', 'town', {
    name: 'Altenbrück',
    country: 'DE',
    lat: 52.5,
    lon: 13.4,
    population: 5000,
    isOurs: true,
  }),
  row('there', 'town', { name: 'Nowy Most', country: 'PL', lat: -0, lon: 20 }),
  row('nowhere', 'town', { name: 'Irgendwo' }),
]

const people = [
  row('anna', 'person', {
    givenName: 'Anna',
    familyName: 'Kowalska',
    'emails/1': { address: 'Anna@example.org' },
    'phones/1': { number: '030 1234567', label: 'landline' },
  }),
  row('jan', 'person', {
    givenName: 'Jan',
    familyName: 'Offenbar',
    publicOn: '2026-01-05',
    'emails/1': { address: 'jan@example.org' },
  }),
]

const link = row('link', 'partnership', {
  name: 'Altenbrück – Nowy Most',
  here: 'here',
  there: 'there',
  type: 'project',
  state: 'resting',
  'dates/a': { date: '1991-05-17', type: 'signedThere', counts: 'both', source: '' },
  'dates/b': { date: '198', type: 'firstContact', counts: 'both', source: '' },
  'dates/c': { date: '2001', type: 'renewed', counts: 'both', source: '' },
})

const materialOf = (source?: Row): Material => ({
  source,
  towns,
  people,
  today: '2026-11-22',
  when:
    source?.kind === 'event'
      ? {
          date: '2027-05-01',
          time: '18:00',
          endDate: '',
          endTime: '',
          zone: 'Europe/Berlin',
          original: 'once',
          isOver: false,
          state: 'stands',
        }
      : undefined,
})

const fields: Fields = {
  type: 'partnership',
  association: 'Verein Altenbrück',
  title: 'Zwei Städte',
  language: 'de',
  'texts/de': 'Anna Kowalska singt,\r\nJan Offenbar auch.\u0007',
  'towns/here': true,
  'towns/there': true,
  'towns/nowhere': true,
  'dates/a': true,
  'dates/b': true,
  'themes/choir': true,
  'themes/dragons': true,
  mail: 'anna@example.org',
  phone: '+49 30 1234567',
  web: 'verein.example.org',
}

const make = (set: Fields = {}, source: Row | undefined = link) =>
  makeContent({ ...fields, ...set }, materialOf(source), '[Name]')

describe('what all will see of a partnership', () => {
  it('is what was ticked, in the words of the register', () => {
    const { content } = make()
    expect(isContent('partnership', content)).toBe(true)
    expect(content).toMatchObject({
      kind: 'projectPartnership',
      status: 'resting',
      dates: [{ on: '1991-05-17', what: 'signed', place: 'Nowy Most' }],
      towns: [
        { name: 'Altenbrück', country: 'DE', lat: 52.5, population: 5000 },
        { name: 'Nowy Most', country: 'PL', lat: 0, population: null },
      ],
      themes: ['choir'],
      contact: { web: 'https://verein.example.org' },
    })
  })

  it('names nobody who has not agreed to the internet, and says whose name that is', () => {
    const { content, names } = make()
    expect(content.text.de).toBe('[Name] singt,\nJan Offenbar auch.')
    expect(names).toEqual(['Anna Kowalska'])
  })

  it('holds back what reaches a person who has not agreed, and says whose it is', () => {
    const { content, people: held } = make()
    expect(content.contact).toMatchObject({ mail: '', phone: '' })
    expect(held).toEqual([{ id: 'anna', label: 'Anna Kowalska' }])
    const agreed = make({ mail: 'jan@example.org', phone: '' })
    expect([agreed.content.contact.mail, agreed.people]).toEqual(['jan@example.org', []])
    const own = make({ mail: 'verein@example.org', phone: '030 999' })
    expect(own.content.contact).toMatchObject({ mail: 'verein@example.org', phone: '030 999' })
  })

  it('is agreed to for the internet, which being named in reports is not', () => {
    const named = {
      ...materialOf(link),
      people: [row('a', 'person', { givenName: 'Anna', familyName: 'Kowalska', namedOn: '2026-01-01' })],
    }
    expect(makeContent(fields, named, '[Name]').content.text.de).toContain('[Name] singt')
  })
})

describe('an event', () => {
  const feast = row('feast', 'event', {
    title: 'Fest',
    date: '2027-05-01',
    place: 'Markt',
    link: 'meet.example.org/x',
  })

  it('tells its place and link only where that is ticked', () => {
    const shy = make({ type: 'event' }, feast).content
    expect(shy).toMatchObject({
      date: '2027-05-01',
      time: '18:00',
      zone: 'Europe/Berlin',
      place: '',
      link: '',
      online: true,
    })
    const open = make({ type: 'event', 'shows/place': true, 'shows/link': true }, feast).content
    expect(open).toMatchObject({ place: 'Markt', link: 'https://meet.example.org/x' })
    expect([isContent('event', shy), isContent('event', open)]).toEqual([true, true])
  })
})

describe('whatever the fields hold', () => {
  const sources: { readonly [type in EntryType]: Row | undefined } = {
    partnership: link,
    project: row('p', 'project', { title: 'P', state: 'running', from: '2026-01-01' }),
    event: row('e', 'event', { title: 'E', date: '2027-05-01' }),
    idea: row('i', 'idea', { title: 'I' }),
    experience: undefined,
    advice: undefined,
  }

  it('what the form lets through, the register takes', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constant('Łódź \uD800'.repeat(400)),
    )
    const named = text.map((typed) => `Aa ${typed}`)
    const typed = fc.record({
      title: named,
      association: named,
      'texts/de': text,
      'again/pl': text,
      withWhom: text,
      mail: fc.oneof(fc.constantFrom('', ' a@b.example ', 'o.x+y@b.example'), fc.emailAddress(), text),
      phone: fc.oneof(fc.constantFrom('', '030 12-34 (5)', ' +48 12 345'), text),
      web: fc.oneof(fc.constantFrom('', 'verein.example', 'HTTP://a.example/ä?b#c'), fc.webUrl(), text),
    })
    fc.assert(
      fc.property(fc.constantFrom(...entryTypes), typed, (type, set) => {
        const all = { ...fields, ...set, type }
        const { content } = makeContent(all, materialOf(sources[type]), '[Name]')
        return isWrong(all) || isContent(type, content)
      }),
      { seed: 7, numRuns: 60 },
    )
  })

  it('not all is refused', () => {
    for (const type of entryTypes) expect(isWrong({ ...fields, type })).toBe(false)
  })
})
