import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countriesIn, findEntries, findTowns, publicEvents, type Wanted } from '../../src/db/register/find.ts'
import { keepBase, keepPage } from '../../src/db/register/keep.ts'
import { Register } from '../../src/db/register/tables.ts'
import { isSameTown, townPage } from '../../src/db/register/town.ts'
import type { BaseTown } from '../../src/shared/register/base.ts'
import type { Contents } from '../../src/shared/register/content.ts'
import type { FeedItem } from '../../src/shared/register/feed.ts'
import type { EntryType } from '../../src/shared/register/words.ts'
import { contentOf, contents } from '../shared/register/entries.ts'

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
      (await findEntries(register, { ...anything, ...wanted })).map(({ at }) => at)
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
    expect(await findEntries(register, { ...anything, query: 'kochen' })).toHaveLength(1)
  })
})

describe('towns of the base', () => {
  beforeEach(() => keepBase(register, base, known))

  it('are found by the beginning of any word, whole names first, then the larger one', async () => {
    const names = async (wanted: Partial<Wanted>): Promise<string[]> =>
      (await findTowns(register, { ...anything, ...wanted })).map(
        ({ name, population }) => `${name} ${population}`,
      )
    expect(await names({ query: 'belch' })).toEqual(['Bełchatów 57000'])
    expect(await names({ query: 'Neustadt' })).toEqual([
      'Neustadt-Glewe 90000',
      'Neustadt 53000',
      'Neustadt 15000',
    ])
    expect(await names({ query: 'luedenscheid' })).toEqual(['Lüdenscheid 72000'])
    expect(await names({ country: 'PL' })).toEqual(['Bełchatów 57000', 'Myślenice 18000'])
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
    expect((await countriesIn(register)).sort()).toEqual(['DE', 'HU', 'PL'])
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
    expect(isSameTown(south, { ...south, name: 'NEUSTADT', lat: null, lon: null })).toBe(true)
    expect(isSameTown(south, { ...south, country: 'AT' })).toBe(false)
  })

  it('are replaced whole', async () => {
    await keepBase(register, { ...base, towns: base.towns.slice(0, 2), links: base.links.slice(0, 1) }, known)
    expect(await register.towns.count()).toBe(2)
  })
})
