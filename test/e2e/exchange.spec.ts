import { accept, allShared, exchanged, invite, join, notYet, share, test, type Invited } from './circle.ts'
import {
  addNote,
  addPerson,
  button,
  expect,
  field,
  goTo,
  installed,
  link,
  welcome,
  type House,
} from './house.ts'
import { addPhoto } from './pictures.ts'
import { contents } from './stores.ts'
import { wordsOf } from './words.ts'
import type { Page } from '@playwright/test'

const say = wordsOf('de')
const club = 'Verein Altenbrück'

/** A notebook with a person, a note and a photo, shared. */
async function begin(page: Page): Promise<House> {
  const house = await welcome(page, 'de')
  await addPerson(house, { given: 'Łukasz', family: 'Ćwik', town: 'Kraków' })
  await addNote(house, 'Der Bus fährt um acht Uhr.')
  await addPhoto(house)
  await share(house, club)
  await allShared(house)
  return house
}

/** Everybody reads these notes, and all have the same in all else. */
async function sameForAll(houses: readonly House[], notes: readonly string[]): Promise<void> {
  for (const house of houses) {
    await goTo(house, '/notes')
    for (const text of notes)
      await expect(house.page.getByRole('link', { name: text })).toHaveCount(1, { timeout: 60_000 })
  }
  const [first, ...others] = houses
  for (const { page } of others)
    await expect(async () =>
      expect(await contents(page)).toEqual(first && (await contents(first.page))),
    ).toPass({ timeout: 60_000 })
}

/** The whole photo of a note, not its thumbnail: it is fetched when somebody looks at it. */
async function seesPhoto({ page }: House, note: RegExp): Promise<void> {
  await page.getByRole('link', { name: note }).click()
  await page.locator('.photos a').click()
  const photo = page.locator('img.whole')
  await expect
    .poll(() => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth), { timeout: 60_000 })
    .toBe(1600)
}

/** Types the digits on a device that was never used, at first one too few. */
async function joinByDigits(page: Page, { digits }: Invited): Promise<House> {
  const house = { page, say }
  await page.goto('/')
  await link(house, 'welcome.invited').click()
  await field(house, 'join.digits.label').fill(digits.slice(0, -1))
  await button(house, 'join.next').click()
  await expect(page.getByText(say('ui.code.few', { count: 1 }))).toBeVisible()
  await field(house, 'join.digits.label').fill(digits.replace(/(.{6})/g, '$1 '))
  // A second tap on the same button so soon is taken for a trembling hand.
  await page.waitForTimeout(600)
  await button(house, 'join.next').click()
  await expect(page.getByText(say('join.invites', { name: 'Renate Vogel' }))).toBeVisible()
  await expect(page.getByText(club, { exact: true })).toBeVisible()
  await accept(house)
  return house
}

test('whoever is invited by link or by digits has all of it, and what three write without a network reaches all', async ({
  device,
  server,
}) => {
  test.setTimeout(600_000)
  const renate = await begin(await device())
  const maria = await join(await device(), await invite(renate, 'member', 'Maria Nowak'))
  await seesPhoto(maria, /Der Bus fährt um acht Uhr/)
  const bela = await joinByDigits(await device(), await invite(renate, 'member', 'Béla Ősz'))
  const houses = [renate, maria, bela]
  await sameForAll(houses, ['Der Bus fährt um acht Uhr.'])

  for (const { page } of houses) await installed(page)
  await server.kill()
  await bela.page.context().setOffline(true)
  const notes = ['Renate bringt Kuchen mit.', 'Maria kommt später.', 'Béla holt die Gäste ab.']
  for (const [index, house] of houses.entries()) {
    await addNote(house, notes[index] ?? '')
    await addPerson(house, { given: 'Gast', family: String(index + 1) })
    await goTo(house, '/')
    await expect(notYet(house, 2)).toBeVisible()
  }
  await server.start()
  await bela.page.context().setOffline(false)
  for (const house of houses) await exchanged(house)
  // The first ones could not know yet what the others were going to send.
  for (const house of houses) await exchanged(house)
  for (const house of houses) await allShared(house)
  await sameForAll(houses, notes)
  await goTo(renate, '/members')
  await expect(renate.page.getByText(say('members.count', { count: 3 }))).toBeVisible()
  for (const name of ['Renate Vogel', 'Maria Nowak', 'Béla Ősz'])
    await expect(renate.page.locator('.member').filter({ hasText: name })).toHaveCount(1)
})

test("a second tablet of one's own has the same notebook and is no second person", async ({ device }) => {
  const first = await begin(await device())
  const second = await join(await device(), await invite(first, 'own'))
  await addNote(second, 'Auf dem zweiten Tablet geschrieben.')
  await allShared(second)
  await exchanged(first)
  await sameForAll([first, second], ['Auf dem zweiten Tablet geschrieben.'])
  for (const { page } of [first, second]) {
    await goTo({ page, say }, '/members')
    await expect(page.getByText(say('members.count', { count: 1 }))).toBeVisible()
    await expect(page.locator('.member')).toHaveCount(1)
    await expect(page.locator('.device')).toHaveCount(2)
  }
})

test('an invitation that was used or withdrawn says so, and what to do', async ({ device }) => {
  const renate = await welcome(await device(), 'de')
  await share(renate, club)
  const used = await invite(renate, 'member', 'Maria Nowak')
  await join(await device(), used)
  const other = await device()
  await other.goto(used.link)
  await expect(other.getByRole('heading', { name: say('join.problem.used') })).toBeVisible()
  await expect(other.getByText(say('join.problem.usedAdvice'))).toBeVisible()

  const withdrawn = await invite(renate, 'member', 'Béla Ősz')
  await goTo(renate, '/members')
  await renate.page.getByRole('link', { name: /Béla Ősz/ }).click()
  await button(renate, 'members.open.withdraw').click()
  await expect(renate.page.getByRole('heading', { name: say('members.title') })).toBeVisible()
  const house = { page: other, say }
  await button(house, 'join.other').click()
  await field(house, 'join.digits.label').fill(withdrawn.link)
  await button(house, 'join.next').click()
  await expect(other.getByRole('heading', { name: say('join.problem.revoked') })).toBeVisible()
  await expect(other.getByText(say('join.problem.askAgain'))).toBeVisible()
})
