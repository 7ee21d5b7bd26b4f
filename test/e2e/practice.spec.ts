import type { BrowserContext, Page } from '@playwright/test'
import { addNote, addPerson, button, expect, goTo, installed, test, welcome, type House } from './house.ts'
import { band, begin } from './practising.ts'

/** How many rows each store of a database has, past the app; without what is worked out from the others meanwhile. */
function countsOf(page: Page, isPractice: boolean): Promise<{ readonly [store: string]: number }> {
  return page.evaluate(async (wanted) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('refused')))
      })
    const names = (await indexedDB.databases()).map((one) => one.name ?? '')
    const name = names.find((one) => (wanted ? one === 'ponte-practice' : /^ponte-[0-9a-f]{32}$/.test(one)))
    if (!name) return {}
    const database = await done(indexedDB.open(name))
    const derived = ['meta', 'occurrences', 'stale']
    const stores = [...database.objectStoreNames].filter((store) => !derived.includes(store))
    const transaction = database.transaction(stores)
    const counts = await Promise.all(stores.map((store) => done(transaction.objectStore(store).count())))
    database.close()
    return Object.fromEntries(stores.map((store, index) => [store, counts[index] ?? 0]))
  }, isPractice)
}

/** The end on the band, which stands over every page. */
async function end(house: House): Promise<void> {
  await band(house)
    .getByRole('button', { name: house.say('practice.end') })
    .click()
  await expect(band(house)).toHaveCount(0)
  await expect(house.page.getByRole('heading', { level: 1, name: house.say('start.title') })).toBeVisible()
}

async function find({ page, say }: House, name: string): Promise<void> {
  await page.getByRole('searchbox', { name: say('people.search') }).fill(name)
}

const startAnew = async (context: BrowserContext, house: House, address: string): Promise<House> => {
  await house.page.close()
  const page = await context.newPage()
  await page.goto(address)
  return { page, say: house.say }
}

test('one practises offline with made-up people, and nothing of it reaches the real notebook', async ({
  page,
  context,
  baseURL,
}) => {
  let house = await welcome(page, 'de')
  await addPerson(house, { given: 'Erika', family: 'Wirklich' })
  await installed(page)
  await context.setOffline(true)
  const before = await countsOf(page, false)

  await begin(house)
  const atFirst = await countsOf(page, true)
  expect(atFirst['records']).toBeGreaterThan(200)
  await goTo(house, '/people')
  await find(house, 'nowak')
  await page.getByRole('link', { name: /Anna Nowak/ }).click()
  await expect(page.getByRole('img', { name: /Anna Nowak/ })).toBeVisible()
  await goTo(house, '/people')
  await find(house, 'wirklich')
  await expect(page.getByText(house.say('people.noneFound'))).toBeVisible()
  await addNote(house, 'Nur geübt.')

  await test.step('a reload goes on practising', async () => {
    await page.reload()
    await expect(band(house)).toBeVisible()
    await goTo(house, '/notes')
    await expect(page.getByRole('link', { name: /Nur geübt/ })).toBeVisible()
  })

  await test.step('what is being typed when it ends stays where it was typed', async () => {
    await goTo(house, '/notes/new')
    await page.getByRole('textbox', { name: house.say('notes.text') }).fill('Halb geschrieben')
    await end(house)
    await goTo(house, '/notes')
    await expect(page.getByText(house.say('notes.none'))).toBeVisible()
    await expect.poll(async () => (await countsOf(page, true))['records']).toBe((atFirst['records'] ?? 0) + 2)
    expect(await countsOf(page, false)).toEqual(before)
  })

  await test.step('one tap brings everything back as it was at first', async () => {
    await begin(house)
    await button(house, 'practice.again').click()
    await expect(page.getByText(house.say('practice.isAgain'))).toBeVisible({ timeout: 60_000 })
    await expect.poll(() => countsOf(page, true)).toEqual(atFirst)
    await goTo(house, '/notes')
    await expect(page.getByRole('link').filter({ hasText: /Bus für 40 Gäste/ })).toBeVisible()
    await expect(page.getByRole('link', { name: /Nur geübt|Halb/ })).toHaveCount(0)
  })

  await test.step('a new start of the app is the real notebook', async () => {
    house = await startAnew(context, house, baseURL ?? '/')
    await expect(house.page.getByRole('heading', { level: 1, name: house.say('start.title') })).toBeVisible()
    await expect(band(house)).toHaveCount(0)
    await goTo(house, '/people')
    await expect(house.page.getByRole('link', { name: /Wirklich/ })).toBeVisible()
    await expect(house.page.getByRole('link', { name: /Nowak/ })).toHaveCount(0)
    expect(await countsOf(house.page, false)).toEqual(before)
  })
})

test('what is being typed in the real notebook is kept there when practising begins', async ({ page }) => {
  const house = await welcome(page, 'de')
  await goTo(house, '/notes/new')
  await page.getByRole('textbox', { name: house.say('notes.text') }).fill('Wirklich wichtig')
  await begin(house)
  await goTo(house, '/notes')
  await expect(page.getByRole('link', { name: /Wirklich wichtig/ })).toHaveCount(0)
  await end(house)
  await expect(page.getByRole('link', { name: /Wirklich wichtig/ })).toBeVisible()
})
