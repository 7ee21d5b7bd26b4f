import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  entriesMeant,
  newestEntries,
  publicEvents,
  readLines,
  townsMeant,
  type Wanted,
} from '../../src/db/register/find.ts'
import { keepBase, keepPage } from '../../src/db/register/keep.ts'
import { countriesOf } from '../../src/db/register/lines.ts'
import { Register, type Brief, type TownBrief } from '../../src/db/register/tables.ts'
import { townPage, type Place } from '../../src/db/register/town.ts'
import { foldWords } from '../../src/shared/fold.ts'
import { queryTokens } from '../../src/shared/query.ts'
import type { BaseTown } from '../../src/shared/register/base.ts'
import type { Contents, PublicTown } from '../../src/shared/register/content.ts'
import type { FeedItem } from '../../src/shared/register/feed.ts'
import type { EntryType } from '../../src/shared/register/words.ts'
import { contentOf, contents } from '../shared/register/entries.ts'
import { told } from '../shared/register/told.ts'

const anything: Wanted = { query: '', country: '', type: '', theme: '', seeking: false }

let register: Register
let count = 0

beforeEach(() => {
  count += 1
  register = new Register(`test-register-db-${count}`)
})
afterEach(() => register.close())

const item = <T extends EntryType>(at: number, type: T, content: Contents[T]): FeedItem => {
  const id = String(at).padStart(32, '0')
  const statement = { entry: id, publisher: id, device: id, type, revision: 1, content }
  return { state: 'published', n: at, at, signature: '', key: '', statement } as FeedItem
}

const keep = (...items: FeedItem[]): Promise<void> => keepPage(register, { items, restart: false }, {})

const entriesFor = async (wanted: Partial<Wanted>): Promise<Brief[]> =>
  entriesMeant((await readLines(register)).entries, { ...anything, ...wanted })
const townsFor = async (wanted: Partial<Wanted>): Promise<TownBrief[]> =>
  townsMeant((await readLines(register)).towns, { ...anything, ...wanted })

const town = (name: string, country: string, lat: number, lon: number, population = 0): BaseTown => ({
  name,
  country,
  lat,
  lon,
  population,
  wikidata: '',
})

const base = {
  asOf: '2026-11-01',
  attribution: 'Wikidata, CC0',
  towns: [
    town('Lüdenscheid', 'DE', 51.2, 7.6, 72_000),
    town('Myślenice', 'PL', 49.8, 19.9, 18_000),
    town('Bełchatów', 'PL', 51.4, 19.4, 57_000),
    town('Neustadt', 'DE', 49.4, 8.1, 53_000),
    town('Neustadt', 'DE', 54.1, 10.8, 15_000),
    town('Neustadt-Glewe', 'DE', 53.4, 11.6, 90_000),
  ],
  links: [
    { a: 0, b: 1, since: 1991 },
    { a: 0, b: 2, since: 0 },
  ],
}
const known = { hash: 'h', asOf: base.asOf, links: 2, attribution: base.attribution }

describe('entries', () => {
  it('are found by country, type, theme, whether partners are looked for, and by words, all together', async () => {
    await keep(
      item(1, 'idea', contentOf('idea', { title: 'Chor', seeksPartners: true })),
      item(2, 'partnership', contents.partnership),
      item(3, 'advice', contentOf('advice', { towns: [], themes: [] })),
    )
    const found = async (wanted: Partial<Wanted>): Promise<number[]> =>
      (await entriesFor(wanted)).map(({ at }) => at)
    expect(await found({})).toEqual([3, 2, 1])
    expect(await found({ country: 'PL' })).toEqual([2, 1])
    expect(await found({ country: 'FR' })).toEqual([])
    expect(await found({ type: 'partnership' })).toEqual([2])
    expect(await found({ theme: 'choir' })).toEqual([2, 1])
    expect(await found({ seeking: true })).toEqual([1])
    expect(await found({ query: 'chor myslenice', country: 'PL', seeking: true })).toEqual([1])
  })

  it('of events stand in their order until they are over', async () => {
    await keep(
      item(1, 'event', contentOf('event', { date: '2027-06-01' })),
      item(2, 'event', contentOf('event', { date: '2027-05-01', until: '2027-05-09' })),
      item(3, 'event', contentOf('event', { date: '2027-05-01' })),
    )
    expect((await publicEvents(register, '2027-05-02')).map(({ at }) => at)).toEqual([2, 1])
  })

  it('that turn the direction of writing are found by what stands there all the same', async () => {
    await keep(item(1, 'idea', contentOf('idea', { title: '\u202EKochen\u2066' })))
    expect(await entriesFor({ query: 'kochen' })).toHaveLength(1)
  })
})

describe('towns of the base', () => {
  beforeEach(() => keepBase(register, base, known))

  it('are found by the beginning of any word, whole names first, then the larger one', async () => {
    const names = async (wanted: Partial<Wanted>): Promise<string[]> =>
      (await townsFor(wanted)).map(({ name, lat, partners }) => `${name} ${lat} ${partners}`)
    expect(await names({ query: 'belch' })).toEqual(['Bełchatów 51.4 1'])
    expect(await names({ query: 'Neustadt' })).toEqual([
      'Neustadt-Glewe 53.4 0',
      'Neustadt 49.4 0',
      'Neustadt 54.1 0',
    ])
    expect(await names({ query: 'luedenscheid' })).toEqual(['Lüdenscheid 51.2 2'])
    expect(await names({ country: 'PL' })).toEqual(['Bełchatów 51.4 1', 'Myślenice 49.8 1'])
    expect(await names({ query: 'neu', country: 'PL' })).toEqual([])
    expect(await names({})).toEqual([])
    expect(await names({ query: 'neustadt', seeking: true })).toEqual([])
  })

  it('give the countries without being read one by one', async () => {
    await keep(
      item(
        1,
        'idea',
        contentOf('idea', {
          towns: contents.idea.towns.slice(0, 1).map((one) => ({ ...one, country: 'HU' })),
        }),
      ),
    )
    expect(countriesOf(await readLines(register)).sort()).toEqual(['DE', 'HU', 'PL'])
  })

  it('have a page with their partners, of which an entry takes the place', async () => {
    const place = { name: 'Lüdenscheid', country: 'DE', lat: 51.22, lon: 7.63 }
    const before = await townPage(register, place)
    expect(before.partners.map(({ town: { name }, since }) => `${name} ${since}`)).toEqual([
      'Myślenice 1991',
      'Bełchatów 0',
    ])
    await keep(item(1, 'partnership', contents.partnership), item(2, 'idea', contents.idea))
    const after = await townPage(register, place)
    expect(after.partners.map(({ town: { name } }) => name)).toEqual(['Bełchatów'])
    expect(after.entries.map(({ type }) => type)).toEqual(['idea', 'partnership'])
  })

  it('of one name are two where they lie apart', async () => {
    const south = { name: 'Neustadt', country: 'DE', lat: 49.35, lon: 8.14 }
    expect((await townPage(register, south)).row?.population).toBe(53_000)
    expect((await townPage(register, { ...south, lat: 54.1, lon: 10.81 })).row?.population).toBe(15_000)
  })

  const luedenscheid = told('Lüdenscheid', { lat: 51.22, lon: 7.63 })
  const south = told('Neustadt', { lat: 49.35, lon: 8.14 })
  const twin = (at: number, ...towns: PublicTown[]): FeedItem =>
    item(at, 'partnership', contentOf('partnership', { towns }))
  const entriesAt = async (place: Place): Promise<number[]> =>
    (await townPage(register, place)).entries.map(({ at }) => at)

  it('of which nobody said where they lie are nobody’s where there are several of that name', async () => {
    await keep(twin(1, luedenscheid, south), twin(2, luedenscheid, told('Neustadt')))
    expect(await entriesAt(south)).toEqual([1])
    expect(await entriesAt({ ...south, lat: 54.1, lon: 10.81 })).toEqual([])
    expect(await entriesAt(told('Neustadt'))).toEqual([2])
  })

  it('are known under another name by the list of places, and by where they lie', async () => {
    await keepBase(
      register,
      {
        ...base,
        towns: [...base.towns, town('Wrocław', 'PL', 51.11, 17.03, 640_000)],
        links: [{ a: 0, b: 6, since: 1990 }],
      },
      known,
    )
    const wroclaw = { name: 'Wrocław', country: 'PL', lat: 51.11, lon: 17.03 }
    const breslau = told('Breslau', { country: 'PL', place: '3081368' })
    await keep(twin(1, luedenscheid, breslau))
    expect(await entriesAt(wroclaw)).toEqual([])
    expect((await townPage(register, luedenscheid)).partners).toHaveLength(1)
    await keep(twin(2, south, told('Wrocław', { country: 'PL', lat: 51.1, lon: 17, place: '3081368' })))
    expect(await entriesAt(wroclaw)).toEqual([2, 1])
    await keep(twin(1, luedenscheid, { ...breslau, place: '', lat: 51.1, lon: 17.05, population: 639_000 }))
    expect(await entriesAt(wroclaw)).toEqual([2, 1])
    expect((await townPage(register, luedenscheid)).partners).toEqual([])
    expect((await townPage(register, { ...wroclaw, name: 'Breslau' })).row?.name).toBe('Wrocław')
  })

  it('keep their link of the base where another town of that name was published', async () => {
    await keepBase(register, { ...base, links: [{ a: 0, b: 3, since: 1970 }] }, known)
    await keep(twin(1, luedenscheid, told('Neustadt', { lat: 54.1, lon: 10.8 })))
    expect((await townPage(register, luedenscheid)).partners.map(({ since }) => since)).toEqual([1970])
    await keep(twin(2, luedenscheid, south))
    expect((await townPage(register, luedenscheid)).partners).toEqual([])
  })

  it('are replaced whole', async () => {
    await keepBase(register, { ...base, towns: base.towns.slice(0, 2), links: base.links.slice(0, 1) }, known)
    expect(await register.towns.count()).toBe(2)
  })
})

it('what a device kept before there were lines is found after the change, without a network', async () => {
  const name = `test-register-db-old-${count}`
  const old = new Dexie(name)
  old.version(1).stores({
    entries: 'entry, publisher, type, at, *words, *countries',
    towns: 'id, *words, [country+population], name',
    info: 'key',
  })
  await keep(item(1, 'idea', contents.idea))
  const [row] = await register.entries.toArray()
  await old.table('entries').bulkPut([
    { ...row, words: ['kochen'] },
    { ...row, entry: 'gone', state: 'withdrawn', content: null, words: [] },
  ])
  await old.table('towns').bulkPut([
    {
      id: 1,
      name: 'Kisfalva',
      country: 'HU',
      lat: 47,
      lon: 19,
      population: 900,
      links: [],
      words: ['kisfalva'],
    },
    {
      id: 0,
      name: 'Łódź',
      country: 'PL',
      lat: 51.8,
      lon: 19.5,
      population: 670_000,
      links: [],
      words: ['lodz'],
    },
  ])
  await old.table('info').put({ key: 'info', n: 7 })
  old.close()
  register = new Register(name)
  expect((await entriesFor({ query: 'koch', country: 'DE' })).map(({ entry }) => entry)).toEqual([row?.entry])
  expect(await newestEntries(register)).toMatchObject([{ title: contents.idea.title, when: null }])
  expect(await townsFor({ query: 'lod' })).toEqual([
    { id: 0, name: 'Łódź', country: 'PL', lat: 51.8, lon: 19.5, partners: 0 },
  ])
  expect(await register.towns.where('folded').equals('lodz').count()).toBe(1)
  expect(await townsFor({ query: 'kis', country: 'HU' })).toHaveLength(1)
  expect(await register.info.get('info')).toMatchObject({ n: 7 })
})

it('searching says the same as looking through every row, whatever was kept and taken away', async () => {
  const words = ['Chor', 'Chöre', 'choir', 'Über', 'St. Anna', 'A-B', '1991', '+', '@DE', '#choir', '']
  const anyContent = fc.record({
    title: fc.constantFrom(...words),
    seeksPartners: fc.boolean(),
    themes: fc.constantFrom<[] | ['choir'] | ['choir', 'music']>([], ['choir'], ['choir', 'music']),
    towns: fc.constantFrom([told('Aa')], [told('Bb', { country: 'PL' })], []),
  })
  const wanted = fc.record({
    query: fc.constantFrom(...words, 'ch', 'ueber', 'ann', 'b', '19', 'chor an'),
    country: fc.constantFrom('', 'DE', 'PL'),
    type: fc.constantFrom<Wanted['type']>('', 'idea', 'advice'),
    theme: fc.constantFrom<Wanted['theme']>('', 'choir', 'music'),
    seeking: fc.boolean(),
  })
  const changes = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('idea' as const, 'advice' as const), anyContent),
    { maxLength: 9 },
  )
  await fc.assert(
    fc.asyncProperty(changes, fc.array(wanted, { maxLength: 4 }), async (kept, asked) => {
      await keepPage(register, { items: [], restart: true }, {})
      for (const [at, type, more] of kept) await keep(item(at, type, contentOf(type, more)))
      const rows = await register.entries.orderBy('at').reverse().toArray()
      for (const one of asked) {
        const tokens = queryTokens(one.query)
        const meant = rows.filter(({ content, type, countries }) => {
          const there = foldWords(
            [
              content?.title,
              content?.association,
              ...Object.values(content?.text ?? {}),
              ...(content?.towns ?? []).map(({ name }) => name),
            ].join(' '),
          )
          return (
            tokens.every((starts) => starts.some((start) => there.some((word) => word.startsWith(start)))) &&
            (!one.country || countries.includes(one.country)) &&
            (!one.type || type === one.type) &&
            (!one.theme || content?.themes.includes(one.theme)) &&
            (!one.seeking || content?.seeksPartners)
          )
        })
        expect((await entriesFor(one)).map(({ at }) => at)).toEqual(meant.map(({ at }) => at))
      }
    }),
    { numRuns: 60, verbose: true },
  )
})
