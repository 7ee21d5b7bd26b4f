import type { BrowserContext, Locator, Page } from '@playwright/test'
import { button, expect, field, goTo, link, quoted, test as base, type House } from './house.ts'
import type { CircleIds } from './routes.ts'
import { wordsOf } from './words.ts'
import { languageNames, type Language } from '../../src/shared/language.ts'

/** Several devices, each with a profile of its own; of the usual server, or of another one. */
export const test = base.extend<{ device: (server?: { url: string }) => Promise<Page> }>({
  device: async ({ browser, server: usual }, use) => {
    const opened: BrowserContext[] = []
    await use(async (server = usual) => {
      const context = await browser.newContext({ baseURL: server.url })
      opened.push(context)
      return context.newPage()
    })
    await Promise.all(opened.map((context) => context.close()))
  },
})

/** What somebody who is invited gets into their hands. */
export type Invited = { readonly digits: string; readonly link: string; readonly slip: string }

export type As = 'member' | 'reader' | 'own'

/** Shares the open notebook in three steps; the name was given at the first start. `code`: where the operator asks for one. */
export async function share(house: House, name: string, code = ''): Promise<void> {
  await goTo(house, '/members')
  await link(house, 'members.alone.begin').click()
  await field(house, 'members.share.notebook').fill(name)
  await button(house, 'members.next').click()
  await expect(field(house, 'members.share.name')).toHaveValue(/./)
  await button(house, 'members.next').click()
  if (code) await field(house, 'members.share.code').fill(code)
  await button(house, 'members.share.now').click()
  // All that was written so far goes along.
  await expect(house.page.getByText(house.say('members.share.doneTitle'))).toBeVisible({ timeout: 120_000 })
}

const wayKeys: { readonly [as in As]: string } = {
  member: 'members.role.member',
  reader: 'members.role.reader',
  own: 'members.invite.ownTitle',
}

/** Makes an invitation and reads what stands on its card: the link and the digits. */
export async function invite(house: House, as: As, guest = '', language?: Language): Promise<Invited> {
  const { page, say } = house
  await goTo(house, '/members/invite')
  await page.getByRole('radio', { name: new RegExp(`^${quoted(say(wayKeys[as]))}`) }).check()
  if (guest) await field(house, 'members.invite.name').fill(guest)
  if (language) await page.getByRole('radio', { name: languageNames[language] }).check()
  await button(house, 'members.invite.show').click()
  await expect(page).toHaveURL(/#\/members\/invite\/\w{32}$/)
  const slip = page.url().split('/').at(-1) ?? ''
  const shown = await page.locator('.code').innerText()
  const card = page.locator('.guest-card')
  await expect(link(house, 'members.letter.print')).toBeVisible()
  await goTo(house, `/members/card/${slip}`)
  const digits = shown.replace(/\D/g, '')
  await expect(card.locator('.code')).toHaveText(shown)
  await expect(card.locator('.address')).toContainText(`#/join/${digits}`)
  return { digits, link: await card.locator('.address').innerText(), slip }
}

const heading = ({ page, say }: House, key: string): Locator =>
  page.getByRole('heading', { level: 1, name: say(key), exact: true })

/** From the page that greets to Start in the new notebook. */
export async function accept(house: House, name = ''): Promise<void> {
  await button(house, 'join.title').click()
  await expect(heading(house, 'join.who')).toBeVisible()
  if (name) await field(house, 'join.name').fill(name)
  await button(house, 'join.next').click()
  await expect(heading(house, 'join.size')).toBeVisible()
  await button(house, 'join.next').click()
  await startThere(house)
}

/** From the page that says that all is here to Start in the new notebook. */
export async function startThere(house: House): Promise<void> {
  // Start stands there before the page begins anew in the other notebook: whoever goes on too soon is thrown back.
  const anew = house.page.waitForEvent('load', { timeout: 180_000 })
  await button(house, 'join.start').click({ timeout: 90_000 })
  await anew
  await expect(heading(house, 'start.title')).toBeVisible()
}

/** Joins on a device that was never used, by the link. */
export async function join(
  page: Page,
  { link: address }: Invited,
  name = '',
  language: Language = 'de',
): Promise<House> {
  const house = { page, say: wordsOf(language) }
  await page.goto(address)
  await accept(house, name)
  return house
}

/** The line about everything, with any words instead of the variable ones. */
const lineWith = ({ page, say }: House, key: string, variables: readonly string[]): Locator => {
  const words = quoted(say(key, Object.fromEntries(variables.map((name) => [name, `@${name}@`]))))
  return page.getByRole('link', { name: new RegExp(`^${words.replace(/@\w+@/g, '.+')}`) })
}

/** Start says that everything is with the others too. */
export const withOthers = (house: House): Locator => lineWith(house, 'saved.line.shared', ['when'])

/** Start says that so many are not yet with the others. */
export const notYet = ({ page, say }: House, number: number): Locator =>
  page.getByRole('link', { name: say('saved.line.waiting', { number }) })

/** Goes to Start and waits until it says that everything is with the others. */
export async function allShared(house: House): Promise<void> {
  await goTo(house, '/')
  await expect(withOthers(house)).toBeVisible({ timeout: 60_000 })
}

/** Exchanges at once, as whoever doesn't want to wait does; true if that went well. */
export async function exchangeNow(house: House, patience = 60_000): Promise<boolean> {
  const { page, say } = house
  // Right after joining the page may load anew, and begins at Start.
  await expect(async () => {
    await goTo(house, '/saved')
    await expect(button(house, 'saved.now.exchange')).toBeVisible({ timeout: 5_000 })
  }).toPass({ timeout: 60_000 })
  const answer = page
    .getByRole('status')
    .filter({ hasText: /\S/ })
    .filter({ hasNotText: say('saved.now.working') })
  const words = answer.and(page.locator('p:has(+ button)'))
  // A second press on it so soon is taken for a trembling hand, and the answer to the first one for its answer.
  await page.waitForTimeout(600)
  // By keyboard: below a long list of what waits the button moves while one looks for it.
  await button(house, 'saved.now.exchange').press('Enter')
  // The last answer stands there until the button is pressed.
  await expect(words).toHaveText(/./, { timeout: patience })
  const said = await words.innerText()
  expect([say('saved.now.done'), say('saved.now.offline')]).toContain(said)
  return said === say('saved.now.done')
}

/** Exchanges until it went well: right after a start, or while the network comes back, nobody may be there yet. */
export const exchanged = (house: House): Promise<void> =>
  expect(async () => expect(await exchangeNow(house)).toBe(true)).toPass({ timeout: 120_000 })

/** Shares the notebook with one more person, and leaves an invitation open. */
export async function seedCircle(house: House, other: Page, language: Language): Promise<CircleIds> {
  const { page } = house
  await share(house, 'Städtepartnerschaftsverein Altenbrück')
  await join(other, await invite(house, 'member', 'Małgorzata Großmann-Leutheusser'), '', language)
  const { slip } = await invite(house, 'reader', 'Bezirksamt, Kulturamtsleitung')
  const lastOf = async (name: string): Promise<string> =>
    (await page.getByRole('link', { name }).getAttribute('href'))?.split('/').at(-1) ?? ''
  await goTo(house, '/members')
  const device = await lastOf(house.say('members.one.open'))
  await goTo(house, '/members/notebooks')
  return { slip, device, space: await lastOf(house.say('members.remove.title')) }
}
