import { Window } from 'happy-dom'
import { beforeEach, describe, expect, it } from 'vitest'
import { readConfig, withAddress } from '../../../src/server/config.ts'
import { serveSite } from '../../../src/server/http.ts'
import { wordsIn } from '../../../src/server/pages/words.ts'
import { packed } from '../../../src/server/register/pack.ts'
import { languages } from '../../../src/shared/language.ts'
import type { BaseTown } from '../../../src/shared/register/base.ts'
import type { PublicTown } from '../../../src/shared/register/content.ts'
import { office, writeStatement, type Statement } from '../../../src/shared/register/statement.ts'
import { entryTypes } from '../../../src/shared/register/words.ts'
import { common, contentOf, contents } from '../../shared/register/entries.ts'
import { foundAt, type TestDevice } from '../exchange/circle.ts'
import { openExchange, type TestExchange } from '../exchange/house.ts'
import { baseOf } from './bases.ts'
import { open, publish } from './publisher.ts'

let there: TestExchange
let founder: TestDevice
beforeEach(async () => {
  there = openExchange()
  founder = (await foundAt(there)).founder
})

const parse = (text: string, type: 'text/html' | 'application/xml' = 'text/html') =>
  new new Window().DOMParser().parseFromString(text, type)

async function page(path: string, status = 200) {
  const answer = await open(there, path)
  expect(answer.status, path).toBe(status)
  expect(answer.headers.get('Content-Type')).toContain('text/html')
  return parse(await answer.text())
}
/** Without the spaces that keep a word on its line. */
const plain = (text = '') => text.replace(/\s+/g, ' ')
const textOf = (document: Awaited<ReturnType<typeof page>>) =>
  plain(document.querySelector('main')?.textContent)

const publishEach = async (): Promise<Statement[]> => {
  const published: Statement[] = []
  for (const type of entryTypes)
    published.push(
      (await publish(founder, { type, content: contents[type] } as Partial<Statement>)).statement,
    )
  return published
}

describe.each(languages)('the register in %s', (language) => {
  const said = wordsIn(language).register

  it('lists entries, newest first, and has a page for each', async () => {
    const published = await publishEach()
    const list = await page(`/register/${language}`)
    expect(list.documentElement.lang).toBe(language)
    const links = [...list.querySelectorAll('.entries h3 a')].map((one) => one.getAttribute('href'))
    expect(links).toEqual(published.map(({ entry }) => `/register/${language}/entry/${entry}`).reverse())
    for (const [at, link] of links.entries()) {
      const own = await page(String(link))
      const type = published.at(-1 - at)?.type ?? 'idea'
      expect(textOf(own)).toContain(plain(said.types[type]))
      expect(own.querySelectorAll('h1')).toHaveLength(1)
      expect(textOf(own)).toContain('Seit Jahren besuchen wir uns.')
      expect(own.querySelectorAll('script, style, [style], [onclick], iframe, object')).toHaveLength(0)
    }
  })

  it('names its other languages, and itself, for search engines', async () => {
    const [first] = await publishEach()
    const own = await page(`/register/${language}/entry/${first?.entry}`)
    const [canonical] = own.querySelectorAll('link[rel=canonical]')
    expect(canonical?.getAttribute('href')).toBe(`${there.url}/register/${language}/entry/${first?.entry}`)
    const others = [...own.querySelectorAll('link[hreflang]')].map((one) => one.getAttribute('hreflang'))
    expect(others).toEqual([...languages, 'x-default'])
    for (const one of own.querySelectorAll('footer nav a[hreflang]'))
      await page(one.getAttribute('href') ?? '')
    expect(own.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('index, follow')
  })

  it('says plainly that nothing is there', async () => {
    expect(textOf(await page(`/register/${language}`))).toContain(plain(said.noEntries))
    expect(textOf(await page(`/register/${language}/towns`))).toContain(plain(said.noTowns))
    expect(textOf(await page(`/register/${language}/entry/${'00'.repeat(16)}`, 404))).toContain(
      plain(said.gone),
    )
    expect(textOf(await page(`/register/${language}/town/nowhere`, 404))).toContain(plain(said.gone))
  })
})

describe('choosing', () => {
  const count = async (query: string): Promise<number> =>
    (await page(`/register/de?${query}`)).querySelectorAll('.entries li').length

  it('is by kind, country, words and who looks for partners', async () => {
    await publishEach()
    const towns = [{ name: 'Pécs', country: 'HU', lat: 46, lon: 18.2, place: '', population: null }]
    await publish(founder, { content: { ...contents.idea, title: 'Weinfest', towns, seeksPartners: true } })
    expect(await count('')).toBe(7)
    expect(await count('type=idea')).toBe(2)
    expect(await count('country=HU')).toBe(1)
    expect(await count('country=DE&type=event')).toBe(1)
    expect(await count('seeks=1')).toBe(1)
    expect(await count('q=wein')).toBe(1)
    expect(await count('q=PECS+weinfest')).toBe(1)
    expect(await count('q=pécs+nichts')).toBe(0)
    expect(await count('q=%25&type=poem&country=xx&page=-3')).toBe(7)
    const form = await page('/register/de?type=idea&q=wein')
    expect(form.querySelector('option[selected][value=idea]')).not.toBeNull()
    expect(form.querySelector('#q')?.getAttribute('value')).toBe('wein')
    expect(form.querySelector('meta[name=robots]')?.getAttribute('content')).toContain('noindex')
  })

  it('leaves out events that are over, and lists those that come by their day', async () => {
    for (const date of ['2027-03-01', '2026-12-24', '2026-11-24'])
      await publish(founder, { type: 'event', content: contentOf('event', { date, title: date }) })
    const list = await page('/register/de?type=event')
    const titles = [...list.querySelectorAll('.entries h3')].map((one) => one.textContent?.trim())
    expect(titles).toEqual(['2026-12-24', '2027-03-01'])
  })

  it('goes on to the next page', async () => {
    for (let one = 1; one <= 23; one += 1)
      await publish(founder, { content: { ...common, title: `Idee ${one}` } })
    const first = await page('/register/de?q=idee')
    const next = first.querySelector('a[rel=next]')?.getAttribute('href') ?? ''
    expect(next).toBe('/register/de?q=idee&page=2')
    const second = await page(next)
    expect(second.querySelectorAll('.entries li')).toHaveLength(3)
    expect(second.querySelector('a[rel=prev]')?.getAttribute('href')).toBe('/register/de?q=idee')
    expect(second.querySelector('a[rel=next]')).toBeNull()
  })
})

describe('a town', () => {
  const towns = [
    ['Lüdenscheid', 'DE'],
    ['Myślenice', 'PL'],
    ['Bełchatów', 'PL'],
  ] as const
  const place = { lat: 40, lon: 0, place: '', population: null }
  const slugOf = async (name: string) => {
    const list = await page(`/register/de/towns?q=${encodeURIComponent(name)}`)
    return list.querySelector('.towns a')?.getAttribute('href') ?? ''
  }
  const linked = async (name: string) => {
    const own = await page(await slugOf(name))
    return [...own.querySelectorAll('.towns li')].map((one) => one.textContent?.replace(/\s+/g, ' ').trim())
  }

  it('shows whom it is linked with, by the base, and says whose data that is', async () => {
    await there.store.keepBase(
      baseOf(towns, [
        [0, 1, 1996],
        [1, 2, 0],
      ]),
    )
    expect(await linked('Myslenice')).toEqual(['Bełchatów (Polen)', 'Lüdenscheid (Deutschland), seit 1996'])
    const own = await page(await slugOf('Myslenice'))
    expect(textOf(own)).toContain('Aus Wikidata, Stand 1. November 2026')
  })

  it('shows what an association publishes instead of the base’s link, until that is withdrawn', async () => {
    await there.store.keepBase(
      baseOf(towns, [
        [0, 1, 1996],
        [1, 2, 0],
      ]),
    )
    const content = contentOf('partnership', {
      towns: [
        { ...place, name: 'LUDENSCHEID', country: 'DE', lat: 40.1 },
        { ...place, name: 'Myślenice', country: 'PL', lat: null, lon: null },
      ],
    })
    const { statement } = await publish(founder, { type: 'partnership', content })
    expect(await linked('Myslenice')).toEqual(['Bełchatów (Polen)'])
    expect(textOf(await page(await slugOf('Myslenice')))).toContain(common.title)
    // A new base changes nothing of that.
    await there.store.keepBase(baseOf(towns, [[0, 1, 1997]]))
    expect(await linked('Myslenice')).toEqual([])
    await publish(founder, { ...statement, revision: 2, content: null })
    expect(await linked('Myslenice')).toEqual(['Lüdenscheid (Deutschland), seit 1997'])
  })

  it('is another one if it only has the same name', async () => {
    await there.store.keepBase(baseOf(towns, [[0, 1, 1996]]))
    const far = { ...place, name: 'Lüdenscheid', country: 'DE', lat: 52, lon: 13 }
    const away = { ...place, name: 'Myślenice', country: 'DE', lat: null, lon: null }
    await publish(founder, { type: 'partnership', content: contentOf('partnership', { towns: [far, away] }) })
    expect(await linked('Myslenice')).toHaveLength(1)
    expect((await page('/register/de/towns?q=ludenscheid')).querySelectorAll('.towns li')).toHaveLength(2)
  })

  it('is found by its name in any spelling', async () => {
    await there.store.keepBase(baseOf(towns, [[0, 1, 1996]]))
    for (const name of ['Lüdenscheid', 'luedensch', 'LUDEN', 'lüd'])
      expect(await slugOf(name)).toContain('ludenscheid')
    expect(await slugOf('enscheid')).toBe('')
  })

  const based = (name: string, country: string, lat: number, population = 0): BaseTown => ({
    name,
    country,
    lat,
    lon: 10,
    population,
    wikidata: '',
  })
  const keepTowns = (...all: BaseTown[]): Promise<void> =>
    there.store.keepBase(
      packed({
        asOf: '2026-11-01',
        towns: all,
        links: all.slice(1).map((_, at) => ({ a: 0, b: at + 1, since: 0 })),
      }),
    )
  const here = { ...place, name: 'Lüdenscheid', country: 'DE', lon: 10 }
  const nowhere = { ...place, name: 'Neustadt', country: 'DE', lat: null, lon: null }
  const twin = (title: string, ...all: PublicTown[]): Promise<unknown> =>
    publish(founder, { type: 'partnership', content: contentOf('partnership', { title, towns: all }) })

  it('of several of one name is the one that lies there; where nobody said where, no link gives way', async () => {
    await keepTowns(based('Lüdenscheid', 'DE', 40), based('Neustadt', 'DE', 49), based('Neustadt', 'DE', 54))
    await twin('Ohne Ort', here, nowhere)
    expect(await linked('Lüdenscheid')).toHaveLength(2)
    await twin('Im Norden', here, { ...nowhere, lat: 54.1, lon: 10 })
    expect(await linked('Lüdenscheid')).toHaveLength(1)
    expect((await page('/register/de/towns?q=neustadt')).querySelectorAll('.towns li')).toHaveLength(3)
  })

  it('is known by its id in the list of places, and by where it lies and its size, under other names too', async () => {
    await keepTowns(based('Lüdenscheid', 'DE', 40), based('Wrocław', 'PL', 51, 640_000))
    const breslau = { ...place, name: 'Breslau', country: 'PL' }
    await twin('Fern', here, { ...breslau, lat: 53, lon: 10, population: 639_000 })
    expect(await linked('Lüdenscheid')).toHaveLength(1)
    await twin('Nah', here, { ...breslau, lat: 51.02, lon: 10, population: 639_000 })
    expect(await linked('Lüdenscheid')).toEqual([])
    const other = { ...here, name: 'Herzebrock', place: '', lat: 45 }
    await twin('Erste', other, { ...breslau, name: 'Wrocław', lat: 51, lon: 10, place: '3081368' })
    await twin('Zweite', other, { ...breslau, name: 'Wratislavia', lat: null, lon: null, place: '3081368' })
    const own = textOf(await page(await slugOf('Wroclaw')))
    for (const title of ['Nah', 'Erste', 'Zweite']) expect(own).toContain(title)
    expect(own).not.toContain('Fern')
  })

  it('is told anew when another one of its name comes to be known', async () => {
    const entriesOf = async (slug: string): Promise<string> => textOf(await page(slug))
    await twin('Ohne Ort', here, nowhere)
    await twin('Im Süden', here, { ...nowhere, lat: 49, lon: 10, place: '5' })
    const south = await slugOf('Neustadt')
    expect(await entriesOf(south)).toMatch(/Im Süden.*Ohne Ort|Ohne Ort.*Im Süden/)
    expect((await page('/register/de/towns?q=neustadt')).querySelectorAll('.towns li')).toHaveLength(1)
    await twin('Im Norden', here, { ...nowhere, lat: 54, lon: 10, place: '6' })
    expect(await entriesOf(south)).not.toContain('Ohne Ort')
    expect((await page('/register/de/towns?q=neustadt')).querySelectorAll('.towns li')).toHaveLength(3)
  })
})

describe('hostile text', () => {
  const hostile = `<script>alert(1)</script>"><img src=x onerror=alert(1)>'&amp;<!--`
  const turned = '\u202Eevil\u2066\u200F'
  const nasty = {
    ...common,
    title: hostile,
    association: `${turned}${hostile}`.slice(0, 120),
    text: { ...common.text, de: `${hostile}\n\n${turned} javascript:alert(1) [x](javascript:1)` },
    towns: [{ ...common.towns[0], name: hostile.slice(0, 100) }, common.towns[1]],
    contact: { ...common.contact, web: 'https://evil.example.org/?a=1&b=%22%3E' },
  } as typeof common

  it('is shown as text on every page and in every feed', async () => {
    const { statement } = await publish(founder, { content: nasty })
    for (const path of [`/register/de`, `/register/de/entry/${statement.entry}`, '/register/de/towns']) {
      const own = await page(path)
      expect(own.querySelectorAll('script, img, main [onerror]'), path).toHaveLength(0)
      expect(own.querySelector('main')?.textContent).toContain('<script>alert(1)</script>')
      expect(own.documentElement.outerHTML).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/)
      const schemes = [...own.querySelectorAll('a')].map((one) => one.getAttribute('href') ?? '')
      for (const link of schemes) expect(link).toMatch(/^(?:\/|https?:\/\/|mailto:|tel:)/)
    }
    const own = await page(`/register/de/entry/${statement.entry}`)
    const out = own.querySelector('a[href^="https://evil"]')
    expect(out?.getAttribute('rel')).toBe('nofollow ugc noopener noreferrer')
    const atom = await (await open(there, '/register/de/news.atom')).text()
    expect(atom).not.toContain('<script')
    expect(parse(atom, 'application/xml').querySelectorAll('entry')).toHaveLength(1)
  })

  it('in an address is no more than text either', async () => {
    for (const path of [
      `/register/de?q=${encodeURIComponent(hostile)}`,
      `/register/de/towns?q=${encodeURIComponent(hostile)}&country=${encodeURIComponent('"><b>')}`,
    ]) {
      const own = await page(path)
      expect(own.querySelectorAll('script, img, b')).toHaveLength(0)
      expect(own.querySelector('#q')?.getAttribute('value')).toContain('<script>')
    }
    for (const path of [
      '/register/xx',
      '/register/de/towns/more',
      `/register/de/entry/${'x'.repeat(3000)}`,
      '/register/%ff',
    ])
      expect([400, 404]).toContain((await open(there, path)).status)
  })
})

describe('for programs', () => {
  it('there is everything in one file, but what is hidden or withdrawn', async () => {
    const [one, two, three] = [await publish(founder), await publish(founder), await publish(founder)]
    await there.store.hide(one.statement.entry, 'no', { at: 1, mark: 'ab'.repeat(8) })
    await publish(founder, { ...two.statement, revision: 2, content: null })
    const answer = await open(there, '/register/register.json')
    const whole = (await answer.json()) as { entries: { statement: Statement }[] }
    expect(whole.entries.map(({ statement }) => statement)).toEqual([three.statement])
    const known = { 'If-None-Match': answer.headers.get('ETag') ?? '' }
    expect((await open(there, '/register/register.json', { headers: known })).status).toBe(304)
  })

  it('there is a map of all pages', async () => {
    const { statement } = await publish(founder)
    await there.store.keepBase(
      baseOf(
        [
          ['Aachen', 'DE'],
          ['Reims', 'FR'],
        ],
        [[0, 1, 1967]],
      ),
    )
    const index = parse(await (await open(there, '/register/sitemap.xml')).text(), 'application/xml')
    const parts = [...index.querySelectorAll('loc')].map(
      (one) => one.textContent?.replace(there.url, '') ?? '',
    )
    expect(parts).toHaveLength(3)
    const pages: string[] = []
    for (const part of parts) {
      const map = parse(await (await open(there, part)).text(), 'application/xml')
      pages.push(
        ...[...map.querySelectorAll('loc')].map((one) => one.textContent?.replace(there.url, '') ?? ''),
      )
    }
    expect(pages).toContain(`/register/hu/entry/${statement.entry}`)
    // Two lists, one entry, the two towns of the base and the two of the entry.
    expect(pages).toHaveLength(4 * 7)
    for (const path of pages) await page(path)
    expect((await open(there, '/register/sitemap/towns-9999.xml')).status).toBe(200)
    expect((await open(there, '/register/sitemap/else-0.xml')).status).toBe(404)
  })

  it('a page that hasn’t changed is told as such, and a changed one is sent', async () => {
    const tagged = await open(there, '/register/de')
    const headers = { 'If-None-Match': tagged.headers.get('ETag') ?? '' }
    expect((await open(there, '/register/de', { headers })).status).toBe(304)
    await publish(founder)
    expect((await open(there, '/register/de', { headers })).status).toBe(200)
  })
})

describe('what the office publishes', () => {
  it('is told as the office’s', async () => {
    const statement = {
      entry: '01'.repeat(16),
      publisher: office,
      device: office,
      type: 'idea',
      revision: 1,
      content: contents.idea,
    }
    const bytes = writeStatement(statement as Statement)
    const signed = { signature: '', key: '', at: there.clock.now, mark: 'ab'.repeat(8) }
    await there.store.publish({ statement: statement as Statement, bytes, ...signed }, { there: 9, ever: 9 })
    expect(textOf(await page(`/register/de/entry/${'01'.repeat(16)}`))).toContain(
      wordsIn('de').register.byOffice,
    )
  })
})

describe('a report', () => {
  const send = (entry: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    open(there, `/register/de/entry/${entry}/report`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Origin: there.url, 'Sec-Fetch-Site': 'same-origin', ...headers },
    })

  it('is kept, with nothing of who wrote it, and thanked for', async () => {
    const { statement } = await publish(founder)
    const answer = await send(statement.entry, { text: ' Das ist\r\nWerbung. ', mail: '' })
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/register/de/thanks'])
    expect(await there.store.reports()).toEqual([
      { id: 1, entry: statement.entry, text: 'Das ist\nWerbung.', mail: '', at: there.clock.now },
    ])
    expect(textOf(await page('/register/de/thanks'))).toContain(wordsIn('de').register.reported)
  })

  it('that is empty, too long or with half an address comes back with what was typed', async () => {
    const { statement } = await publish(founder)
    const said = wordsIn('de').register
    for (const [fields, wrong] of [
      [{ text: ' ', mail: '' }, said.reportShort],
      [{ text: 'a'.repeat(1001), mail: '' }, said.reportLong],
      [{ text: 'Das ist <b>Werbung</b>', mail: 'a@b' }, said.reportWrongMail],
    ] as const) {
      const answer = await send(statement.entry, fields)
      expect(answer.status).toBe(400)
      const own = parse(await answer.text())
      expect(own.querySelector('[role=alert]')?.textContent).toBe(wrong)
      // Browsers leave out the line feed that begins it.
      expect(own.querySelector('textarea')?.textContent?.trim()).toBe(fields.text.trim())
      expect(own.querySelector('[aria-describedby=wrong]')).not.toBeNull()
    }
    expect(await there.store.reports()).toEqual([])
  })

  it('sent from elsewhere, or by who doesn’t say from where, is not taken', async () => {
    const { statement } = await publish(founder)
    const text = 'Das ist Werbung.'
    for (const headers of [
      { Origin: 'https://evil.example.org', 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'https://evil.example.org', 'Sec-Fetch-Site': 'same-origin' },
    ])
      expect((await send(statement.entry, { text }, headers)).status).toBe(403)
    const silent = await open(there, `/register/de/entry/${statement.entry}/report`, {
      method: 'POST',
      body: new URLSearchParams({ text }),
    })
    expect(silent.status).toBe(403)
    const script = { Origin: there.url, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'text/plain' }
    expect((await send(statement.entry, { text }, script)).status).toBe(400)
    expect((await send(statement.entry, { text: 'a'.repeat(20_000) })).status).toBe(413)
    expect(await there.store.reports()).toEqual([])
  })

  it('is taken a few times of one address, and kept a few times of one entry', async () => {
    const { statement } = await publish(founder)
    const text = 'Das ist Werbung.'
    for (let one = 0; one < 5; one += 1) expect((await send(statement.entry, { text })).status).toBe(303)
    const answer = await send(statement.entry, { text })
    expect(answer.status).toBe(429)
    expect(
      parse(await answer.text())
        .querySelector('textarea')
        ?.textContent?.trim(),
    ).toBe(text)
    for (let one = 0; one < 30; one += 1)
      await there.store.keepReport({ entry: statement.entry, text, mail: '', at: 0 })
    expect(await there.store.reports()).toHaveLength(20)
  })

  it('of what isn’t there finds nobody', async () => {
    expect((await send('00'.repeat(16), { text: 'Das ist Werbung.' })).status).toBe(404)
  })
})

describe('the headers', () => {
  const config = withAddress(readConfig({}), 8080)
  const site = () =>
    serveSite(config, there, 'dist', (error) => {
      throw error
    })
  const get = (path: string) => site().request(path)

  it('let the pages do nothing but show text and send their own forms', async () => {
    const answer = await get('/register/de')
    const policy = answer.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).toContain(`form-action 'self'`)
    expect(policy).not.toMatch(/script-src|unsafe|\*/)
    expect(answer.headers.get('Cache-Control')).toBe('public, no-cache')
    expect(answer.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
    expect((await get('/register/feed')).headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
    expect((await get('/')).headers.get('Content-Security-Policy')).toContain(`form-action 'none'`)
  })

  it('send a reader to their own language, and search engines to the map', async () => {
    const answer = await site().request('/register', { headers: { 'Accept-Language': 'hu, en;q=0.5' } })
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/register/hu'])
    expect(await (await get('/robots.txt')).text()).toContain(
      'Sitemap: http://localhost:8080/register/sitemap.xml',
    )
  })
})
