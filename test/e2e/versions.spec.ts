import { allShared, exchanged, invite, join, share, test } from './circle.ts'
import {
  addNote,
  button,
  expect,
  field,
  goTo,
  idOf,
  installed,
  link,
  settled,
  welcome,
  type House,
} from './house.ts'
import { contents } from './stores.ts'
import { wordsOf } from './words.ts'
import type { Locator } from '@playwright/test'

const say = wordsOf('de')

async function change(house: House, id: string, text: string): Promise<void> {
  await goTo(house, `/notes/${id}`)
  await settled(house)
  await link(house, 'notes.change').click()
  await field(house, 'notes.text').fill(text)
  await button(house, 'notes.done').click()
  await expect(house.page.getByRole('article').first()).toContainText(text)
}

test('two versions of a note are shown with who and when, and what one takes is settled for everyone', async ({
  device,
  server,
}) => {
  const renate = await welcome(await device(), 'de')
  await addNote(renate, 'Abfahrt um acht.')
  const id = idOf(renate.page)
  await share(renate, 'Verein Altenbrück')
  await allShared(renate)
  const maria = await join(await device(), await invite(renate, 'member', 'Maria Nowak'))
  for (const { page } of [renate, maria]) await installed(page)
  await server.kill()
  await change(renate, id, 'Abfahrt um neun.')
  await change(maria, id, 'Abfahrt um zehn.')
  await server.start()
  for (const house of [renate, maria, renate]) await exchanged(house)
  const versionOf = ({ page }: House, name: string): Locator =>
    page.getByRole('article', { name: name ? say('versions.by', { name }) : say('versions.yours') })
  for (const [house, other, mine, others] of [
    [renate, 'Maria Nowak', 'Abfahrt um neun.', 'Abfahrt um zehn.'],
    [maria, 'Renate Vogel', 'Abfahrt um zehn.', 'Abfahrt um neun.'],
  ] as const) {
    await goTo(house, `/notes/${id}`)
    await expect(versionOf(house, '')).toContainText(mine)
    await expect(versionOf(house, other)).toContainText(others)
  }
  await versionOf(renate, 'Maria Nowak')
    .getByRole('button', { name: say('versions.take') })
    .click()
  await expect(renate.page.getByText(say('versions.title'))).toHaveCount(0)
  for (const house of [renate, maria]) await exchanged(house)
  for (const house of [renate, maria]) {
    await goTo(house, `/notes/${id}`)
    await settled(house)
    await expect(house.page.getByText(say('versions.title'))).toHaveCount(0)
    await expect(house.page.getByRole('article')).toContainText('Abfahrt um zehn.')
    await goTo(house, '/deleted')
    await expect(house.page.getByText('Abfahrt um neun.')).toBeVisible()
  }
  await expect(async () => expect(await contents(maria.page)).toEqual(await contents(renate.page))).toPass({
    timeout: 60_000,
  })
})

test('somebody with two notebooks goes from one to the other, and puts a copy into it', async ({ page }) => {
  const house = await welcome(page, 'de')
  await addNote(house, 'Nur für den Verein.')
  await share(house, 'Verein Altenbrück')
  await goTo(house, '/members/begin')
  await field(house, 'members.share.notebook').fill('Vorstand')
  await button(house, 'members.begin.do').click()
  await expect(link(house, 'members.alone.begin')).toBeVisible()
  await addNote(house, 'Kasse prüfen.')
  const id = idOf(page)
  await goTo(house, '/notes')
  await expect(page.getByRole('link', { name: 'Nur für den Verein.' })).toHaveCount(0)
  await goTo(house, `/copies/${id}`)
  await page.getByRole('radio', { name: 'Verein Altenbrück' }).check()
  await button(house, 'copies.put').click()
  await expect(page.getByText(say('copies.stays'))).toBeVisible()
  await goTo(house, '/members/notebooks')
  await button(house, 'members.notebooks.open').click()
  await expect(page.getByRole('heading', { level: 1, name: say('start.title') })).toBeVisible()
  await allShared(house)
  await goTo(house, '/notes')
  for (const text of ['Nur für den Verein.', 'Kasse prüfen.'])
    await expect(page.getByRole('link', { name: text })).toHaveCount(1)
})
