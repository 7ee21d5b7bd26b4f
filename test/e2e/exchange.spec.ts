import { accept, allShared, exchangeNow, invite, join, notYet, share, test, withOthers } from './circle.ts'
import { addNote, addPerson, button, expect, field, goTo, idOf, link, quoted, welcome, type House } from './house.ts'
import { addPhoto } from './pictures.ts'
import { contents, stores } from './stores.ts'
import { wordsOf } from './words.ts'
import type { Page } from '@playwright/test'

const say = wordsOf('de')
const club = 'Verein Altenbrück'

/** Everybody has the same, and each of them all that these notes say. */
async function sameForAll(houses: readonly House[], notes: readonly string[]): Promise<void> {
  for (const house of houses) {
    await goTo(house, '/notes')
    for (const text of notes)
      await expect(house.page.getByRole('link', { name: text })).toHaveCount(1, { timeout: 30_000 })
  }
  const [first, ...others] = houses
  if (!first) return
  for (const other of others)
    await expect
      .poll(async () => await contents(other.page), { timeout: 30_000 })
      .toEqual(await contents(first.page))
}

/** A notebook with a person, a note and a photo, shared. */
async function begin(page: Page): Promise<House> {
  const house = await welcome(page, 'de')
  await addPerson(house, { given: 'Łukasz', family: 'Ćwik', town: 'Kraków', email: 'lukasz@example.org' })
  await addNote(house, 'Der Bus fährt um acht Uhr.')
  await addPhoto(house)
  await share(house, club)
  return house
}

test('a notebook is shared in three steps, and whoever is invited by link or digits has all of it', async ({
  device,
}) => {
  test.setTimeout(180_000)
  const renate = await begin(await device())
  await allShared(renate)
  const forMaria = await invite(renate, 'member', 'Maria Nowak')
  const maria = await join(await device(), forMaria)
  await expect(maria.page.getByRole('link', { name: /Der Bus fährt um acht Uhr/ })).toBeVisible()
  await maria.page.getByRole('link', { name: /Der Bus fährt um acht Uhr/ }).click()
  await expect(maria.page.locator('.photos img')).toBeVisible()
  await maria.page.locator('.photos a').click()
  const whole = maria.page.locator('img.whole')
  await expect(whole).toBeVisible()
  // The whole photo, not its thumbnail: fetched when it is looked at.
  await expect
    .poll(() => whole.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBe(1600)

  const forBela = await invite(renate, 'member', 'Béla Ősz')
  const page = await device()
  const bela = { page, say }
  await page.goto('/')
  await link(bela, 'welcome.invited').click()
  await field(bela, 'join.digits.label').fill(forBela.digits.replaceAll(' ', '').slice(0, 29))
  await button(bela, 'join.next').click()
  await expect(page.getByText(say('join.digits.few', { count: 1 }))).toBeVisible()
  await field(bela, 'join.digits.label').fill(forBela.digits)
  await button(bela, 'join.next').click()
  await expect(page.getByText(say('join.invites', { name: 'Renate Vogel' }))).toBeVisible()
  await expect(page.getByText(club, { exact: true })).toBeVisible()
  await accept(bela)
  await sameForAll([renate, maria, bela], ['Der Bus fährt um acht Uhr.'])
  await goTo(renate, '/members')
  for (const name of ['Renate Vogel', 'Maria Nowak', 'Béla Ősz'])
    await expect(renate.page.getByRole('listitem').filter({ hasText: name })).toBeVisible()
})
