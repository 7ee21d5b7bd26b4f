import { readFile, writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { allShared, share, test } from './circle.ts'
import { addNote, addPerson, button, expect, field, goTo, link, welcome, type House } from './house.ts'
import { addPhoto } from './pictures.ts'
import { wordsOf } from './words.ts'

const say = wordsOf('de')
const story = 'Der Bus für 40 Gäste fährt um acht Uhr.'

/** Makes a backup and keeps its file. */
async function backUp({ page, say: words }: House, file: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button({ page, say: words }, 'backup.make').click(),
  ])
  await download.saveAs(file)
  await expect(page.getByText(download.suggestedFilename())).toBeVisible()
  return download.suggestedFilename()
}

/** Chooses a file on a device on which Ponte was never opened. */
async function openOnNew(page: Page, file: string): Promise<House> {
  const house: House = { page, say }
  await page.goto('/')
  await page.getByRole('radio', { name: 'Deutsch' }).check()
  await link(house, 'welcome.backup').click()
  await expect(button(house, 'backup.read')).toBeVisible()
  await page.locator('input[type=file]').setInputFiles(file)
  return house
}

async function readIn(house: House): Promise<void> {
  await expect(house.page.getByRole('heading', { name: say('backup.found') })).toBeVisible()
  await button(house, 'backup.confirm').click()
  await link(house, 'backup.goOn').click()
  await field(house, 'welcome.name').fill('Renate Vogel')
  await button(house, 'welcome.next').click()
  await button(house, 'welcome.begin').click()
  await expect(house.page.getByRole('heading', { level: 1, name: say('start.title') })).toBeVisible()
}

test('a backup brings everything back on a new device, and a second time nothing', async ({
  device,
}, info) => {
  const file = info.outputPath('ponte.json')
  const old = await welcome(await device(), 'de')
  await addPerson(old, { given: 'Anna', family: 'Nowak', town: 'Kraków' })
  await addNote(old, story)
  await addPhoto(old)
  await goTo(old, '/backup')
  expect(await backUp(old, file)).toMatch(/^ponte-\d{4}-\d\d-\d\d\.json$/)
  await old.page.context().close()

  const fresh = await openOnNew(await device(), file)
  await readIn(fresh)
  await goTo(fresh, '/people')
  await expect(fresh.page.getByText('Anna Nowak')).toBeVisible()
  await goTo(fresh, '/notes')
  await fresh.page.getByRole('link', { name: story }).click()
  await expect(fresh.page.locator('.photos img')).toHaveCount(1)

  await addNote(fresh, 'Der Chor singt am Abend.')
  await goTo(fresh, '/backup')
  // The note's own inputs for photos are there until then.
  await expect(fresh.page.getByRole('heading', { level: 1, name: say('backup.title') })).toBeVisible()
  await fresh.page.locator('input[type=file]').setInputFiles(file)
  await button(fresh, 'backup.confirm').click()
  await expect(fresh.page.getByText(say('backup.nothingNew'))).toBeVisible()
  await goTo(fresh, '/notes')
  await expect(fresh.page.getByRole('link', { name: story })).toHaveCount(1)
  await expect(fresh.page.getByRole('link', { name: 'Der Chor singt am Abend.' })).toHaveCount(1)
})

/** Makes a recovery sheet and reads its digits. */
async function sheetDigits(house: House): Promise<string> {
  await goTo(house, '/members/sheet')
  await button(house, 'members.sheet.make').click()
  const code = house.page.getByRole('article').locator('.code')
  return (await code.innerText()).replace(/\D/g, '')
}

test('a sealed backup opens on a new device with the digits of its sheet alone', async ({ device }, info) => {
  const [file, cut] = [info.outputPath('ponte.ponte'), info.outputPath('cut.ponte')]
  const old = await welcome(await device(), 'de')
  await addNote(old, story)
  await share(old, 'Verein Altenbrück')
  await allShared(old)
  const digits = await sheetDigits(old)
  await goTo(old, '/backup')
  await old.page.getByRole('radio', { name: say('backup.onlySheetHint') }).check()
  expect(await backUp(old, file)).toMatch(/\.ponte$/)
  const bytes = await readFile(file)
  expect(bytes.includes(Buffer.from('Gäste'))).toBe(false)
  await writeFile(cut, bytes.subarray(0, -20))
  await old.page.context().close()

  const fresh = await openOnNew(await device(), cut)
  const type = async (typed: string): Promise<void> => {
    await field(fresh, 'backup.digits').fill(typed)
    // A slow press: a tap within half a second of the last one counts as a trembling hand.
    await button(fresh, 'backup.open').click({ delay: 600 })
  }
  await expect(fresh.page.getByRole('heading', { level: 1, name: say('backup.sealed') })).toBeVisible()
  await type(digits)
  await expect(fresh.page.getByText(say('backup.problem.broken'))).toBeVisible()
  await type('000011'.repeat(8))
  await expect(fresh.page.getByText(say('backup.problem.otherSheet'))).toBeVisible()
  await button(fresh, 'backup.cancel').click()

  await fresh.page.locator('input[type=file]').setInputFiles(file)
  await type(digits)
  await readIn(fresh)
  await goTo(fresh, '/notes')
  await expect(fresh.page.getByRole('link', { name: story })).toHaveCount(1)
})
