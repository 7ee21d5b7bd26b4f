import { accept, allShared, exchanged, invite, join, notYet, share, test } from './circle.ts'
import { addNote, button, expect, field, goTo, installed, link, welcome, type House } from './house.ts'
import { pagesOf, paperComplaints } from './sheet.ts'
import { wordsOf } from './words.ts'
import type { Page } from '@playwright/test'

const say = wordsOf('de')

async function begin(page: Page): Promise<House> {
  const house = await welcome(page, 'de')
  await addNote(house, 'Der Bus fährt um acht Uhr.')
  await share(house, 'Verein Altenbrück')
  await allShared(house)
  return house
}

const note = 'Anna hat die Gäste abgeholt.'

/** Writes something that nobody gets as long as there is no network. */
async function writeAlone(house: House): Promise<void> {
  await installed(house.page)
  await house.page.context().setOffline(true)
  await addNote(house, note)
  await goTo(house, '/')
  await expect(notYet(house, 1)).toBeVisible()
}

/** Takes the only other device out of the notebook. */
async function takeOut(house: House): Promise<void> {
  await goTo(house, '/members')
  await link(house, 'members.one.open').click()
  await link(house, 'members.out.title').click()
  await button(house, 'members.out.title').click()
  await expect(house.page.getByText(/^Nicht mehr im Notizbuch: Anna Nowak/)).toBeVisible()
  await expect(house.page.locator('.member')).toHaveCount(1)
}

test('a device that is taken out empties itself and says so, and what it had not sent is taken over', async ({
  device,
}) => {
  const renate = await begin(await device())
  const anna = await join(await device(), await invite(renate, 'member', 'Anna Nowak'))
  await allShared(anna)
  await writeAlone(anna)
  await takeOut(renate)

  await anna.page.context().setOffline(false)
  await anna.page.reload()
  await expect(anna.page.getByText(say('saved.line.removed'))).toBeVisible({ timeout: 60_000 })
  await goTo(anna, '/notes')
  await expect(anna.page.getByRole('heading', { level: 1, name: say('notes.title') })).toBeVisible()
  for (const text of ['Der Bus fährt um acht Uhr.', note])
    await expect(anna.page.getByText(text)).toHaveCount(0)
  // The page loads anew once it is empty, and may do so just now.
  await expect(async () => {
    await goTo(anna, '/saved')
    await link(anna, 'saved.removed.clear').click({ timeout: 5_000 })
    await expect(button(anna, 'members.remove.title')).toBeVisible({ timeout: 5_000 })
  }).toPass({ timeout: 60_000 })
  await button(anna, 'members.remove.title').click()
  await expect(anna.page.getByText(say('start.nothingYet'))).toBeVisible()

  await exchanged(renate)
  await goTo(renate, '/members')
  const entries = say('members.notebooks.entries', { count: 1 })
  await renate.page
    .getByRole('link', { name: say('members.unsent.card', { name: 'Anna Nowak', entries }) })
    .click()
  await expect(renate.page.getByText(note)).toBeVisible()
  await button(renate, 'members.unsent.take').click()
  await expect(renate.page.getByText(say('members.unsent.taken', { entries }))).toBeVisible()
  await goTo(renate, '/notes')
  await expect(renate.page.getByRole('link', { name: note })).toHaveCount(1)
})

/** Makes a recovery sheet, looks at it on paper, and tries it by its digits. */
async function makeSheet(house: House): Promise<string> {
  const { page } = house
  await goTo(house, '/members/sheet')
  await button(house, 'members.sheet.make').click()
  const paper = page.getByRole('article')
  await expect(paper.getByRole('img', { name: say('members.sheet.code') })).toBeVisible()
  const digits = (await paper.locator('.code').innerText()).replace(/\D/g, '')
  expect(digits).toHaveLength(48)
  expect(await paperComplaints(page)).toEqual([])
  expect((await pagesOf(page)).count).toBe(1)
  await button(house, 'members.sheet.next').click()
  await field(house, 'members.sheet.digits').fill(digits.replace(/(.{6})/g, '$1 '))
  await button(house, 'members.sheet.check').click()
  await expect(page.getByText(say('members.sheet.right'))).toBeVisible()
  await link(house, 'members.done').click()
  await expect(page.getByText(new RegExp(`, ${say('members.sheet.tried')}$`))).toBeVisible()
  return digits
}

test('a recovery sheet lets a new device in as coordinator, and everybody is told', async ({ device }) => {
  const renate = await begin(await device())
  const digits = await makeSheet(renate)

  const ilse = { page: await device(), say }
  await ilse.page.goto('/')
  await link(ilse, 'welcome.invited').click()
  await field(ilse, 'join.digits.label').fill(digits)
  await button(ilse, 'join.next').click()
  await expect(ilse.page.getByRole('heading', { level: 1, name: say('join.back') })).toBeVisible()
  await accept(ilse, 'Ilse Kern')
  await goTo(ilse, '/members')
  await expect(ilse.page.getByText(say('members.came.me'))).toBeVisible()
  await expect(link(ilse, 'members.one.open')).toHaveCount(1)
  await goTo(ilse, '/notes')
  await expect(ilse.page.getByRole('link', { name: 'Der Bus fährt um acht Uhr.' })).toHaveCount(1)

  await exchanged(renate)
  await goTo(renate, '/')
  await renate.page.getByRole('link', { name: say('saved.came', { name: 'Ilse Kern' }) }).click()
  await expect(
    renate.page.getByRole('link', { name: say('members.came.other', { name: 'Ilse Kern' }) }),
  ).toBeVisible()
  const late = { page: await device(), say }
  await late.page.goto(`/#/join/${digits}`)
  await expect(late.page.getByRole('heading', { name: say('join.problem.sheetUsed') })).toBeVisible()
})
