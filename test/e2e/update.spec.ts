import { cp, readFile, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { builtFolder } from './server.ts'
import { button, expect, field, goTo, installed, place, saved, test, welcome, type House } from './house.ts'
import type { Page } from '@playwright/test'

/** A second build that differs in one file, as a new version does: the file itself and its line in the worker's list. */
async function newerBuild(folder: string): Promise<string> {
  await cp(`${builtFolder}/dist`, `${folder}/dist`, { recursive: true })
  const [script, worker] = [`${folder}/dist/before-paint.js`, `${folder}/dist/sw.js`]
  const old = await readFile(script, 'utf8')
  const next = `${old}\ndocument.documentElement.dataset.build = 'newer'\n`
  const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
  const list = await readFile(worker, 'utf8')
  expect(list).toContain(md5(old))
  await writeFile(script, next)
  await writeFile(worker, list.replace(md5(old), md5(next)))
  return folder
}

const mark = (page: Page): Promise<void> =>
  page.evaluate(() => void Object.assign(window, { sameAsBefore: true }))
const isSame = (page: Page): Promise<boolean> => page.evaluate(() => 'sameAsBefore' in window)
const lookForNewer = (page: Page): Promise<unknown> =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())

async function newerWaits(page: Page): Promise<void> {
  await lookForNewer(page)
  await expect
    .poll(() =>
      page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)),
    )
    .toBe(true)
}

async function isNewer({ page }: House): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-build', 'newer')
  const names = await page.evaluate(() => caches.keys())
  expect(names.filter((name) => name.startsWith('ponte-app-'))).toHaveLength(1)
}

test('a newer version waits while a form is open and takes over when it is left', async ({
  page,
  server,
}, testInfo) => {
  const house = await welcome(page, 'de')
  await installed(page)
  await page.reload()
  await server.kill()
  await server.start(await newerBuild(testInfo.outputPath('newer')))
  await goTo(house, '/notes/new')
  await field(house, 'notes.text').fill('Erster Satz.')
  await expect(saved(house)).toBeVisible()
  await mark(page)
  await newerWaits(page)
  await field(house, 'notes.text').pressSequentially(' Zweiter Satz.')
  await expect(saved(house)).toBeVisible()
  expect(await isSame(page)).toBe(true)
  await button(house, 'notes.done').click()
  await expect(page.getByRole('article')).toContainText('Erster Satz. Zweiter Satz.')
  await place(house, 'start.title').click()
  await isNewer(house)
  await expect(page.getByRole('link', { name: 'Erster Satz. Zweiter Satz.' })).toBeVisible()
  await server.kill()
})

test('a newer version does not take the page from under a form that is open in another tab', async ({
  page,
  context,
  server,
}, testInfo) => {
  const house = await welcome(page, 'de')
  await installed(page)
  const other = { page: await context.newPage(), say: house.say }
  await other.page.goto('/#/notes/new')
  await field(other, 'notes.text').fill('Noch nicht fertig')
  await mark(other.page)
  await server.kill()
  await server.start(await newerBuild(testInfo.outputPath('newer')))
  await lookForNewer(page)
  await field(other, 'notes.text').pressSequentially(' und es geht weiter.')
  await place(house, 'people.contacts').click()
  await place(house, 'start.title').click()
  await page.waitForTimeout(3000)
  expect(await isSame(other.page), 'the tab with the open form was loaded anew').toBe(true)
  await expect(field(other, 'notes.text')).toHaveValue('Noch nicht fertig und es geht weiter.')
  await button(other, 'notes.done').click()
  await expect(other.page.getByRole('article')).toContainText('Noch nicht fertig und es geht weiter.')
  await server.kill()
})
