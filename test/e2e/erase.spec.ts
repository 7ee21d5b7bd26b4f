import { allShared, exchanged, invite, join, share, test } from './circle.ts'
import {
  addNote,
  addPerson,
  button,
  expect,
  field,
  goTo,
  idOf,
  installed,
  link,
  welcome,
  type House,
} from './house.ts'
import { drawPhoto } from './pictures.ts'
import { bytesOf } from './server-log.ts'
import { Server } from './server.ts'
import { placesOf, stores } from './stores.ts'
import type { Page } from '@playwright/test'

const canary = 'Zeisigmannova'

/** Where on the device the name lies, past the app. */
const holding = (page: Page): Promise<string[]> => placesOf(page, canary)

const count = async (page: Page, store: string): Promise<number> => ((await stores(page))[store] ?? []).length

/** Reads a question of the visit first, as people do. */
async function reads(house: House, question: string): Promise<void> {
  const heading = house.page.getByRole('heading', { level: 1, name: house.say(question), exact: true })
  await expect(heading).toBeVisible()
  await house.page.waitForTimeout(600)
}

async function answer(house: House, question: string, key: string): Promise<void> {
  await reads(house, question)
  await button(house, key).click()
}

/** A person with a portrait who offers beds and was there at a visit, and a note that says the name. */
async function write(house: House): Promise<string> {
  const { page, say } = house
  await addPerson(house, { given: 'Jan', family: canary, town: 'Kraków' })
  const id = idOf(page)
  await goTo(house, `/people/${id}/change`)
  await expect(field(house, 'people.givenName')).toBeVisible()
  await page.getByLabel(say('ui.photo.choose')).setInputFiles(await drawPhoto(page, 200))
  await expect(page.getByRole('img', { name: new RegExp(canary) })).toBeVisible()
  await button(house, 'people.done').click()
  await expect(page).toHaveURL(new RegExp(`#/people/${id}$`))
  await goTo(house, `/people/${id}/hosting`)
  await field(house, 'people.diet').fill('isst kein Fleisch')
  await button(house, 'people.done').click()
  await expect(page).toHaveURL(new RegExp(`#/people/${id}$`))
  await addNote(house, `Jan ${canary} holt die Gäste ab.`)
  await goTo(house, '/visits/new')
  await answer(house, 'visits.askKind', 'visits.type.hostFamily')
  await answer(house, 'visits.askWhen', 'visits.next')
  const who = page.getByRole('checkbox', { name: new RegExp(canary) })
  await reads(house, 'visits.askWho')
  await who.click()
  await expect(who).toBeChecked()
  await answer(house, 'visits.askWho', 'visits.next')
  await field(house, 'visits.story').fill('Wir waren im Museum.')
  await answer(house, 'visits.askWhat', 'visits.next')
  await answer(house, 'visits.askPhotos', 'visits.next')
  await answer(house, 'visits.askCheck', 'visits.done')
  await expect(page).toHaveURL(/#\/visits\/\w{32}$/)
  return id
}

/** Neither the name nor a picture is left; the visit stands, and nobody is named there. */
async function expectForgotten(house: House, id: string): Promise<void> {
  const { page } = house
  await expect.poll(() => holding(page), { timeout: 60_000 }).toEqual([])
  for (const store of ['photos', 'thumbs']) await expect.poll(() => count(page, store)).toBe(0)
  const records = (await stores(page))['records'] as { kind: string; fields: Record<string, unknown> }[]
  expect(records.filter(({ kind }) => ['person', 'hosting', 'note', 'photo'].includes(kind))).toEqual([])
  const [visit, ...others] = records.filter(({ kind }) => kind === 'visit')
  expect(others).toEqual([])
  expect(visit?.fields).toMatchObject({ story: 'Wir waren im Museum.', [`people/${id}`]: null })
}

test('a person is erased for good on every device and in the files of the exchange', async ({ device }) => {
  const server = await Server.begin()
  try {
    const renate = await welcome(await device(server), 'de')
    const id = await write(renate)
    await share(renate, 'Verein Altenbrück')
    await allShared(renate)
    const anna = await join(await device(server), await invite(renate, 'member', 'Anna Nowak'), 'Anna Nowak')
    await allShared(anna)
    await expect.poll(async () => (await holding(anna.page)).join()).toMatch(/^ponte-\w{32} .*\brecords\b/)

    // Whoever doesn't coordinate is told who does.
    await goTo(anna, `/erase/${id}`)
    await expect(anna.page.getByText(anna.say('erase.others', { names: 'Renate Vogel' }))).toBeVisible()
    await expect(button(anna, 'erase.title')).toHaveCount(0)

    const { page, say } = renate
    await installed(page)
    await goTo(renate, `/people/${id}`)
    await expect(page.locator('.danger')).toHaveText(say('people.delete'))
    await page.getByRole('link', { name: say('access.everything') }).click()
    await link(renate, 'access.erase').click()
    await expect(page.getByRole('heading', { level: 2, name: `Jan ${canary}` })).toBeVisible()
    await expect(page.getByText(say('erase.named', { number: 1 }))).toBeVisible()
    await page.getByRole('checkbox', { name: /holt die Gäste ab/ }).check()
    await page.context().setOffline(true)
    await button(renate, 'erase.title').click()
    await expect(page.getByText(say('erase.wished'))).toBeVisible({ timeout: 30_000 })
    await page.context().setOffline(false)
    await exchanged(renate)
    await expectForgotten(renate, id)

    await exchanged(anna)
    await expectForgotten(anna, id)
    expect(bytesOf(server.dataFile).includes(Buffer.from(canary))).toBe(false)
    await goTo(anna, `/people/${id}/all`)
    await expect(anna.page.getByText(anna.say('access.unknown'))).toBeVisible()
  } finally {
    await server.kill()
  }
})
