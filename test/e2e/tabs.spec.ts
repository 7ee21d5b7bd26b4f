import {
  addPerson,
  button,
  expect,
  field,
  goTo,
  idOf,
  place,
  saved,
  test,
  welcome,
  type House,
} from './house.ts'
import { stores } from './stores.ts'
import type { BrowserContext, Page } from '@playwright/test'

async function open(context: BrowserContext, say: House['say'], address: string): Promise<House> {
  const page = await context.newPage()
  await page.goto(address)
  return { page, say }
}

/** The values that a field of the only record has, each once. */
async function valuesOf(page: Page, name: string): Promise<string[]> {
  type Registers = {
    readonly [field: string]: { readonly live: { readonly [stamp: string]: { readonly value: string } } }
  }
  const [row] = ((await stores(page))['versions'] ?? []) as { registers: Registers }[]
  return Object.values(row?.registers[name]?.live ?? {}).map((version) => version.value)
}

test('two tabs that change the same person lose neither what one nor what the other wrote', async ({
  page,
  context,
}) => {
  const first = await welcome(page, 'de')
  await addPerson(first, { given: 'Anna', family: 'Nowak' })
  const form = `/#/people/${idOf(page)}/change`
  const [left, right] = [await open(context, first.say, form), await open(context, first.say, form)]
  await field(right, 'people.role').waitFor()
  await field(left, 'people.town').fill('Krakau')
  await field(left, 'people.role').fill('Vorstand')
  await field(right, 'people.address').fill('Rynek 1')
  await field(right, 'people.role').fill('Kassenwart')
  await expect(saved(left)).toBeVisible()
  await expect(saved(right)).toBeVisible()
  await button(left, 'people.done').click()
  await button(right, 'people.done').click()
  const person = page.getByRole('region', { name: first.say('people.person'), exact: true })
  await expect(person).toContainText('Rynek 1')
  await expect(person).toContainText('Krakau')
  expect((await valuesOf(page, 'role')).sort()).toEqual(['Kassenwart', 'Vorstand'])
})

test('what is typed about one person never lands on another, however fast one goes there', async ({
  page,
}) => {
  const house = await welcome(page, 'de')
  await addPerson(house, { given: 'Anna', family: 'Nowak' })
  const anna = idOf(page)
  await addPerson(house, { given: 'Zsófia', family: 'Kovács' })
  const zsofia = idOf(page)
  await goTo(house, `/people/${anna}/change`)
  await field(house, 'people.role').fill('Vorstand')
  await goTo(house, `/people/${zsofia}/change`)
  await expect(field(house, 'people.givenName')).toHaveValue('Zsófia')
  await expect(field(house, 'people.role')).toHaveValue('')
  await goTo(house, `/people/${anna}/change`)
  await expect(field(house, 'people.role')).toHaveValue('Vorstand')
})

test('what one tab writes is seen in the other at once', async ({ page, context }) => {
  const first = await welcome(page, 'de')
  const second = await open(context, first.say, '/#/people')
  await second.page.getByRole('heading', { level: 1 }).waitFor()
  await addPerson(first, { given: 'Zsófia', family: 'Kovács' })
  await expect(second.page.getByRole('link', { name: /Zsófia/ })).toBeVisible()
})

/** A page of this origin that is not the app; once the service worker is there, it answers every page with the app. */
async function pastTheApp(context: BrowserContext): Promise<Page> {
  const other = await context.newPage()
  await other.goto('/favicon.svg')
  return other
}

test('a newer version of the database in another tab leads to plain words, not to an exception', async ({
  page,
  context,
}) => {
  const other = await pastTheApp(context)
  const house = await welcome(page, 'de')
  await addPerson(house, { given: 'Anna', family: 'Nowak' })
  const thrown: string[] = []
  page.on('pageerror', (error) => thrown.push(String(error)))
  await other.evaluate(async () => {
    const names = (await indexedDB.databases()).map((one) => one.name ?? '')
    for (const name of names.filter((one) => one !== 'ponte-device')) {
      await new Promise((resolve, reject) => {
        const request = indexedDB.open(name, 1000)
        request.addEventListener('success', () => {
          request.result.close()
          resolve(undefined)
        })
        request.addEventListener('error', () => reject(request.error ?? new Error('refused')))
      })
    }
  })
  await expect(page.getByRole('alert')).toContainText(house.say('app.problem.oldVersion'))
  await button(house, 'app.problem.again').click()
  await expect(page.getByRole('alert')).toContainText(house.say('app.problem.oldVersion'))
  expect(thrown).toEqual([])
})

test('a notebook whose first tab is slow to let go says so in the second, and goes on when it is free', async ({
  page,
  context,
}) => {
  const other = await pastTheApp(context)
  const house = await welcome(page, 'de')
  await page.goto('about:blank')
  // An older app that does not hear the newer one: it holds the database at a lower version.
  await other.evaluate(async () => {
    const names = (await indexedDB.databases()).map((one) => one.name ?? '')
    const name = names.find((one) => /^ponte-(?!device)/.test(one)) ?? ''
    const done = (request: IDBOpenDBRequest): Promise<unknown> =>
      new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)))
    await done(indexedDB.deleteDatabase(name))
    await done(indexedDB.open(name, 1))
  })
  await page.goto('/')
  await expect(page.getByRole('alert')).toContainText(house.say('app.problem.blocked'))
  await other.close()
  // As the page promised, it goes on by itself.
  await expect(place(house, 'start.title')).toBeVisible()
})
