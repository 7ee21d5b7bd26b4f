import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Window } from 'happy-dom'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { readConfig, withAddress } from '../../../src/server/config.ts'
import { languageOf, servePages } from '../../../src/server/pages/pages.ts'
import { words } from '../../../src/server/pages/words.ts'
import { languages } from '../../../src/shared/language.ts'

function serve(
  files: { readonly [name: string]: string },
  settings: { readonly [name: string]: string } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const site = new Hono()
  servePages(site, withAddress(readConfig({ OPERATOR_DIR: folder, ...settings }), 8080))
  return site
}

async function open(site: Hono, path: string, accepted = '') {
  const answer = await site.request(path, { headers: { 'Accept-Language': accepted } })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toContain('text/html')
  const { DOMParser } = new Window()
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

const textOf = (page: Awaited<ReturnType<typeof open>>) =>
  (page.body.textContent ?? '').replace(/[ \n\t]+/g, ' ')

describe.each(languages)('the public pages in %s', (language) => {
  const said = words.get(language)
  const site = serve({})

  it('say what the exchange sees and does not see, and that the operator added nothing', async () => {
    const page = await open(site, `/privacy?lang=${language}`)
    expect(page.documentElement.lang).toBe(language)
    expect(page.querySelector('h1')?.textContent).toBe(said?.privacy)
    for (const { title, lines } of said?.parts ?? [])
      for (const line of [title, ...lines]) expect(textOf(page)).toContain(line)
    expect(textOf(page)).toContain(said?.noPrivacy)
  })

  it('say in the imprint that nothing is there yet', async () => {
    const page = await open(site, `/imprint?lang=${language}`)
    expect(textOf(page)).toContain(said?.noImprint)
    expect(page.querySelectorAll('h2')).toHaveLength(0)
  })

  it('lead to each other, to the app and to the other languages', async () => {
    const page = await open(site, `/imprint?lang=${language}`)
    const addresses = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href'))
    expect(addresses).toEqual([
      'http://localhost:8080/',
      `/imprint?lang=${language}`,
      `/privacy?lang=${language}`,
      ...languages.map((one) => `/imprint?lang=${one}`),
    ])
    expect(page.querySelectorAll('[aria-current]')).toHaveLength(2)
  })

  it('have no script, no style of their own and no picture from elsewhere', async () => {
    const page = await open(site, `/privacy?lang=${language}`)
    expect(page.querySelectorAll('script, style, [style], img, iframe, form')).toHaveLength(0)
    expect((await site.request('/pages.css')).headers.get('Content-Type')).toContain('text/css')
  })
})

describe('the operator’s text', () => {
  const imprint = 'Verein <b>„Brücke“</b>\nHauptstraße 1\n\n\n<script>alert(1)</script> & Söhne\r\n\r\nEnde'

  it('stands as it was written: paragraphs and lines, and nothing in it is code', async () => {
    const page = await open(serve({ 'imprint.de.txt': imprint }), '/imprint?lang=de')
    const paragraphs = [...page.querySelectorAll('main p')].map((one) =>
      one.textContent?.replace(/\s+/g, ' ').trim(),
    )
    expect(paragraphs).toEqual([
      'Verein <b>„Brücke“</b>Hauptstraße 1',
      '<script>alert(1)</script> & Söhne',
      'Ende',
    ])
    expect(page.querySelectorAll('script, b')).toHaveLength(0)
    expect(page.querySelectorAll('main br')).toHaveLength(1)
    expect(textOf(page)).not.toContain('noch nichts eingetragen')
  })

  it('stands in another language, and says which, where the reader’s is missing', async () => {
    const page = await open(serve({ 'privacy.pl.txt': 'Administrator danych' }), '/privacy?lang=hu')
    expect(page.querySelector('[lang=pl]')?.textContent).toContain('Administrator danych')
    expect(textOf(page)).toContain(words.get('hu')?.parts[0]?.title)
  })

  it('names who runs this', async () => {
    const page = await open(serve({}, { OPERATOR: 'Verein <i> $& Co' }), '/imprint?lang=de')
    expect(textOf(page)).toContain('Betrieben von: Verein <i> $& Co')
  })
})

describe('the language of a public page', () => {
  it.each([
    [undefined, 'pl', 'pl'],
    [undefined, 'fr, de-AT;q=0.8, hu;q=0.9', 'hu'],
    [undefined, 'de;q=0, hu', 'hu'],
    [undefined, 'fr', 'en'],
    [undefined, '', 'en'],
    ['de', 'pl', 'de'],
    ['xx', 'pl', 'pl'],
  ])('for ?lang=%s and %s is %s', (asked, accepted, language) =>
    expect(languageOf(asked, accepted)).toBe(language),
  )
})
