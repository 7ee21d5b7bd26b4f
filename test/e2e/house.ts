import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { languageNames, type Language } from '../../src/shared/language.ts'
import { Server } from './server.ts'
import { wordsOf, type Say } from './words.ts'

/** A page of the app and the words it speaks. */
export type House = { readonly page: Page; readonly say: Say }

type Fixtures = { baseURL: string; server: Server }

/** Each test has the real server, on a port of its worker's own; one that a test killed runs again for the next. */
export const test = base.extend<Fixtures, { running: Server }>({
  running: [
    async ({}, use) => {
      const server = await Server.begin()
      await use(server)
      await server.kill()
    },
    { scope: 'worker' },
  ],
  server: async ({ running }, use) => {
    await running.start()
    await use(running)
  },
  baseURL: async ({ server }, use) => use(server.url),
})

export { expect }

/** A text as a part of a pattern, without the places where it may break: names that are asked for have none. */
export const quoted = (text: string): string =>
  text.replaceAll('\u00AD', '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A text field by its label, with or without the word for optional behind it. */
export function field({ page, say }: House, key: string): Locator {
  return page.getByRole('textbox', {
    name: new RegExp(`^${quoted(say(key))}( ${quoted(say('ui.optional'))})?$`),
  })
}

export const button = ({ page, say }: House, key: string): Locator =>
  page.getByRole('button', { name: say(key), exact: true })

export const link = ({ page, say }: House, key: string): Locator =>
  page.getByRole('link', { name: say(key), exact: true })

/** One of the main places, always in sight. */
export const place = ({ page, say }: House, key: string): Locator =>
  page.getByRole('navigation', { name: say('app.places') }).getByRole('link', { name: say(key), exact: true })

/** "Saved on this tablet", or phone, or computer. */
export const saved = ({ page, say }: House): Locator =>
  page
    .getByText(say('ui.savedTablet'), { exact: true })
    .or(page.getByText(say('ui.savedPhone'), { exact: true }))
    .or(page.getByText(say('ui.savedComputer'), { exact: true }))

/** Opens the app where it has never been opened, answers its first questions, and arrives at Start. */
export async function welcome(page: Page, language: Language, address = '/'): Promise<House> {
  await page.goto(address)
  return answerFirstQuestions(page, language)
}

/** Answers the first questions as soon as they are asked, and arrives at Start. */
export async function answerFirstQuestions(page: Page, language: Language): Promise<House> {
  const house: House = { page, say: wordsOf(language) }
  await page.getByRole('radio', { name: languageNames[language] }).check()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await field(house, 'welcome.name').fill('Renate Vogel')
  await button(house, 'welcome.next').click()
  await button(house, 'welcome.begin').click()
  await expect(page.getByRole('heading', { level: 1, name: house.say('start.title') })).toBeVisible()
  return house
}

/** Goes to a path of the app as its own links do. */
export async function goTo({ page }: House, path: string): Promise<void> {
  // The page may be loading anew, as it does after joining: then it goes there afterwards.
  await expect(() => page.evaluate((hash) => (location.hash = hash), path)).toPass({ timeout: 30_000 })
}

/** Goes elsewhere first, and is there before it comes back: a screen that stays where it is asks for nothing anew. */
export async function comeBackTo(house: House, path: string): Promise<void> {
  await goTo(house, '/more')
  await expect(house.page.getByRole('heading', { level: 1, name: house.say('more.title') })).toBeVisible()
  await goTo(house, path)
}

export type NewPerson = {
  given?: string
  family?: string
  town?: string
  role?: string
  phone?: string
  email?: string
}

/** Adds a person on the form and arrives on the person's page. */
export async function addPerson(house: House, person: NewPerson): Promise<void> {
  const { page } = house
  await goTo(house, '/people/new')
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['people.givenName', person.given],
    ['people.familyName', person.family],
    ['people.role', person.role],
    ['people.town', person.town],
    ['ui.phone.number', person.phone],
    ['ui.email.address', person.email],
  ]
  for (const [key, value] of fields) if (value) await field(house, key).fill(value)
  await button(house, 'people.done').click()
  await expect(page).toHaveURL(/#\/people\/[^/]{16,}$/)
  const shown = page.getByRole('region', { name: house.say('people.person'), exact: true })
  await expect(shown.getByRole('heading', { level: 1 })).toBeVisible()
}

/** The parts of a record's page come one by one; until the last is there, what stands below them moves. */
export async function settled({ page, say }: House): Promise<void> {
  for (const key of ['steps.title', 'photos.title'])
    await expect(page.getByRole('heading', { level: 2, name: say(key), exact: true })).toBeVisible()
}

/** Writes a note and arrives on its page. */
export async function addNote(house: House, text: string, about = ''): Promise<void> {
  await goTo(house, `/notes/new${about && `/${about}`}`)
  await field(house, 'notes.text').fill(text)
  await button(house, 'notes.done').click()
  await expect(house.page.getByRole('article')).toContainText(text)
  await settled(house)
}

/** The id at the end of the present address. */
export const idOf = (page: Page): string => new URL(page.url()).hash.split('/')[2] ?? ''

/** Waits until the app lies whole on the device and answers this page. */
export async function installed(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect
    .poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)), { timeout: 60_000 })
    .toBe(true)
}
