import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { languages, type Language } from '../../src/shared/language.ts'
import type { Published } from '../../src/shared/register/statement.ts'
import { entryTypes } from '../../src/shared/register/words.ts'
import { wordsIn } from '../../src/server/pages/words.ts'
import { foundAt } from '../server/exchange/circle.ts'
import { publish } from '../server/register/publisher.ts'
import { common, contents } from '../shared/register/entries.ts'
import { expect, test as base } from './house.ts'
import { barriers } from './look.ts'
import { complaints } from './measure.ts'
import { Server } from './server.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const header =
  'townLabel\tcountry\tlat\tlon\tpopulation\tpartnerLabel\tpartnerCountry\tpartnerLat\tpartnerLon\tpartnerPopulation\tsince'
const long = 'Donaudampfschifffahrtsstädtepartnerschaftsverein'

/** A base of one town with two links, and an entry of each type: short ones, and one with very long words. */
async function fill(server: Server): Promise<{ entries: Published[]; long: string }> {
  const file = join(server.dataFile, '../export.tsv')
  const row = (...cells: (string | number)[]): string => cells.join('\t')
  const links = [
    row('Lüdenscheid', 'DE', 51.22, 7.63, 72000, 'Brighouse', 'GB', 53.7, -1.78, 33000, 1960),
    row('Lüdenscheid', 'DE', 51.22, 7.63, 72000, 'Myślenice', 'PL', 49.83, 19.94, 18000, 1996),
  ]
  writeFileSync(file, [header, ...links, ''].join('\n'))
  execFileSync(process.execPath, [join(root, 'src/server/register/commands/import.ts'), file], {
    env: { ...process.env, DATA_FILE: server.dataFile },
  })
  const { founder } = await foundAt({ url: server.url, fetch })
  const entries: Published[] = []
  for (const type of entryTypes) {
    const { statement } = await publish(founder, { type, content: contents[type] } as Partial<Published>)
    entries.push(statement as Published)
  }
  const content = {
    ...common,
    title: `${long} ${long.repeat(2)}`,
    association: long.repeat(2),
    seeksPartners: true,
  }
  const { statement } = await publish(founder, { content })
  for (let one = 0; one < 20; one += 1)
    await publish(founder, { content: { ...common, title: `Idee ${one}` } })
  return { entries, long: statement.entry }
}

type Filled = { server: Server; entries: Published[]; long: string }
const test = base.extend<{ withScripts: Page }, { filled: Filled }>({
  // Axe itself is a script, and waits by timers that don't run without: it looks at the same page beside.
  withScripts: async ({ browser }, use) => {
    const context = await browser.newContext({
      javaScriptEnabled: true,
      viewport: { width: 360, height: 740 },
    })
    await use(await context.newPage())
    await context.close()
  },

  filled: [
    async ({}, use) => {
      const server = await Server.begin()
      await use({ server, ...(await fill(server)) })
      await server.kill()
    },
    { scope: 'worker' },
  ],
})

test.use({ javaScriptEnabled: false })

/** Everything that a page is judged by, on two screens and as large as a browser makes it. */
async function judge(page: Page, what: string, withScripts: Page): Promise<void> {
  await page.setViewportSize({ width: 820, height: 1180 })
  expect(await complaints(page), `${what} at 820`).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await complaints(page), `${what} at 360`).toEqual([])
  await withScripts.goto(page.url())
  expect(await barriers(withScripts), what).toEqual([])
  // What a browser at 200 % has left of a phone.
  await page.setViewportSize({ width: 180, height: 740 })
  const [whole, seen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(whole, `${what} at its largest`).toBeLessThanOrEqual(seen ?? 0)
}

for (const language of languages)
  test(`the register’s pages are easy to use without a script, in ${language}`, async ({
    page,
    withScripts,
    filled,
  }) => {
    const { server, entries, long: longest } = filled
    const own = `${server.url}/register/${language}`
    const pages = entries.map(({ entry }) => `/entry/${entry}`)
    const more = ['?type=event', '/towns', '/thanks', `/entry/${'0'.repeat(32)}`, ...pages]
    // All pages are made of the same parts: in each language one looks at its words, once at every page.
    const paths = ['', `/entry/${longest}`, ...(language === 'de' ? more : pages.slice(0, 1))]
    for (const path of paths) {
      await page.goto(own + path)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await judge(page, path, withScripts)
    }
    await page.goto(`${own}/towns`)
    await page.getByRole('link', { name: 'Lüdenscheid' }).first().click()
    // Its words are there before its stylesheet is.
    await page.waitForURL(({ pathname }) => !pathname.endsWith('/towns'))
    await expect(page.getByRole('main')).toContainText('Brighouse')
    await judge(page, 'a town', withScripts)
  })

const say = (language: Language) => wordsIn(language).register

test('one finds an entry by the keyboard alone, and reports it', async ({ page, filled }) => {
  const words = say('pl')
  await page.goto(`${filled.server.url}/register/pl`)
  await page.getByLabel(words.words).focus()
  await page.keyboard.type('donaudampf')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
  const entry = page.getByRole('link', { name: long }).first()
  await entry.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(long)
  await page.getByLabel(words.reportMail).fill('a@b')
  await page.getByLabel(words.reportText).focus()
  await page.keyboard.type('To reklama.')
  await page.getByRole('button', { name: words.send }).press('Enter')
  // A browser lets such an address through, so the page says it, and keeps what was written.
  await expect(page.getByText(words.reportWrongMail)).toBeVisible()
  await expect(page.getByLabel(words.reportText)).toHaveValue('To reklama.')
  await page.getByLabel(words.reportMail).fill('')
  await page.getByRole('button', { name: words.send }).press('Enter')
  await expect(page.getByRole('heading', { name: words.reported })).toBeVisible()
})

test('the way leads on through pages, other languages, and lists by country', async ({ page, filled }) => {
  const words = say('hu')
  await page.goto(`${filled.server.url}/register/de`)
  await page.getByRole('link', { name: 'Magyar' }).click()
  await expect(page.getByRole('heading', { name: words.title })).toBeVisible()
  await page.getByRole('link', { name: words.next }).click()
  await expect(page).toHaveURL(/page=2/)
  await page.getByLabel(words.type).selectOption('event')
  await page.getByLabel(words.country).selectOption('PL')
  await page.getByRole('button', { name: words.show }).click()
  await expect(page.getByRole('main').locator('.entries > li')).toHaveCount(1)
  await page.getByLabel(words.seeksOnly).check()
  await page.getByRole('button', { name: words.show }).click()
  await expect(page.getByText(words.noEntries)).toBeVisible()
})
