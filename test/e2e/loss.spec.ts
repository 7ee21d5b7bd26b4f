import {
  addNote,
  addPerson,
  answerFirstQuestions,
  button,
  expect,
  field,
  goTo,
  installed,
  place,
  saved,
  test,
  welcome,
} from './house.ts'
import { halves, stores } from './stores.ts'
import type { CDPSession, Page } from '@playwright/test'

const originOf = (page: Page): string => new URL(page.url()).origin

test('a notebook that the browser has deleted is called gone, and two taps begin a new one', async ({
  page,
  context,
}) => {
  const house = await welcome(page, 'de')
  const { say } = house
  await addPerson(house, { given: 'Anna', family: 'Nowak' })
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin: originOf(page), storageTypes: 'indexeddb' })
  await page.reload()
  await expect(page.getByRole('alert')).toContainText(say('app.problem.gone'))
  await page.reload()
  await expect(page.getByRole('alert')).toContainText(say('app.problem.gone'))
  await button(house, 'app.problem.beginNew').click()
  await button(house, 'app.problem.beginNewSure').click()
  // The page loads anew by itself; going to an address now would call that off.
  const again = await answerFirstQuestions(page, 'de')
  await addNote(again, 'Von vorn begonnen.')
  await place(again, 'start.title').click()
  await expect(page.getByRole('link', { name: 'Von vorn begonnen.' })).toBeVisible()
})

/** Leaves so many bytes more than what lies there now; without a number the usual room again. */
async function leaveRoom(session: CDPSession, page: Page, bytes?: number): Promise<void> {
  const origin = originOf(page)
  const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)
  const limit = bytes === undefined ? {} : { quotaSize: usage + bytes }
  await session.send('Storage.overrideQuotaForOrigin', { origin, ...limit })
}

test('a full tablet is said in plain words, keeps nothing by halves, and what was typed is not lost', async ({
  page,
  context,
}) => {
  const house = await welcome(page, 'de')
  const full = page.getByRole('alert').filter({ hasText: house.say('app.problem.full') })
  await addNote(house, 'Vorher gespeichert.')
  await installed(page)
  const session = await context.newCDPSession(page)
  await leaveRoom(session, page, 20_000)
  await goTo(house, '/notes/new')
  let typed = ''
  // Browsers look at the room that is left only now and then: so write until this one notices.
  for (let round = 1; round < 60 && !(await full.isVisible()); round += 1) {
    typed = `Runde ${round}. ${'Der Bus fährt um acht Uhr vom Rathaus ab. '.repeat(300)}`
    await field(house, 'notes.text').fill(typed)
    // Where something else found no room meanwhile, both are in the page: the alert, and the form hidden beneath it.
    await expect(saved(house).or(full).first()).toBeVisible()
    await page.waitForTimeout(500)
  }
  await expect(full).toBeVisible()
  const { records, versions, outbox } = halves(await stores(page))
  expect(records).toHaveLength(1)
  expect(versions).toEqual(records)
  expect(outbox).toEqual(records)
  await leaveRoom(session, page)
  await button(house, 'app.problem.again').click()
  await goTo(house, '/notes')
  await expect(page.getByRole('link', { name: 'Vorher gespeichert.' })).toBeVisible()
  await expect(
    page.getByRole('link', { name: new RegExp(typed.slice(0, 9)) }),
    'the last words that were typed',
  ).toBeVisible()
  await addNote(house, 'Danach geht es weiter.')
})

const tab = {
  ipad: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
  iphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
}

for (const [name, userAgent] of Object.entries(tab)) {
  test.describe(`in Safari on ${name}`, () => {
    test.use({ userAgent })

    test('a tab explains how to install and writes nothing', async ({ page }) => {
      await page.addInitScript(() =>
        Object.defineProperty(Navigator.prototype, 'maxTouchPoints', { get: () => 5 }),
      )
      await page.goto('/#/notes/new')
      await expect(page.getByRole('listitem')).toHaveCount(3)
      await expect(page.getByText('Zum Home-Bildschirm')).toBeVisible()
      await expect(page.getByRole('textbox')).toHaveCount(0)
      expect(await page.evaluate(() => indexedDB.databases())).toEqual([])
    })

    test('the app on the home screen keeps and writes', async ({ page }) => {
      await page.addInitScript(() =>
        Object.defineProperty(Navigator.prototype, 'standalone', { get: () => true }),
      )
      await addNote(await welcome(page, 'de'), 'Vom Home-Bildschirm aus.')
    })
  })
}
