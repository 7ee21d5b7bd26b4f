import { addNote, button, expect, field, goTo, saved, test, welcome, type House } from './house.ts'
import { crash, killBrowser, openBrowser } from './own-browser.ts'
import { halves, stores } from './stores.ts'
import { wordsOf } from './words.ts'

const say = wordsOf('de')

async function type(house: House, text: string): Promise<void> {
  await goTo(house, '/notes/new')
  await field(house, 'notes.text').fill(text)
  await expect(saved(house)).toBeVisible()
}

/** The note stands in the list exactly once, and nothing lies there by halves. */
async function standsOnce(house: House, text: string): Promise<void> {
  await house.page.goto('/#/notes')
  await expect(house.page.getByRole('link', { name: text })).toHaveCount(1)
  const { records, versions, outbox } = halves(await stores(house.page))
  expect(versions).toEqual(records)
  expect(outbox).toEqual(records)
}

test('what the screen calls saved is there after the tab was killed', async ({ page, context }) => {
  const first = await welcome(page, 'de')
  await type(first, 'Im Formular gestorben.')
  await crash(page)
  const second = { page: await context.newPage(), say }
  await standsOnce(second, 'Im Formular gestorben.')
  await addNote(second, 'Nach dem Knopf gestorben.')
  await crash(second.page)
  await standsOnce({ page: await context.newPage(), say }, 'Nach dem Knopf gestorben.')
})

const moments: readonly { when: string; act: (house: House) => Promise<void> }[] = [
  { when: 'right after the word saved', act: () => Promise.resolve() },
  {
    when: 'right after the tap on Done',
    act: (house) => button(house, 'notes.done').click({ noWaitAfter: true }),
  },
]

for (const { when, act } of moments) {
  test(`what was typed is there after the whole browser was killed ${when}`, async ({ server }, testInfo) => {
    const folder = testInfo.outputPath('profile')
    const first = await openBrowser(folder)
    const house = await welcome(await first.newPage(), 'de', server.url)
    await type(house, 'Der Bürgermeister kommt mit.')
    await act(house)
    await killBrowser(first)
    const second = await openBrowser(folder)
    const page = await second.newPage()
    await page.goto(`${server.url}/#/notes`)
    await expect(page.getByRole('link', { name: 'Der Bürgermeister kommt mit.' })).toHaveCount(1)
    await second.close()
  })
}

test('a note is whole, either standing or deleted, after the browser was killed while it was deleted', async ({
  server,
}, testInfo) => {
  const folder = testInfo.outputPath('profile')
  const first = await openBrowser(folder)
  const house = await welcome(await first.newPage(), 'de', server.url)
  await addNote(house, 'Wird gerade gelöscht.')
  await button(house, 'notes.delete').click({ noWaitAfter: true })
  await killBrowser(first)
  const second = await openBrowser(folder)
  const page = await second.newPage()
  await page.goto(`${server.url}/#/notes`)
  await expect(page.getByRole('heading', { level: 1, name: say('notes.title') })).toBeVisible()
  const rows = await stores(page)
  expect(rows['records']).toHaveLength(1)
  expect(rows['records']?.[0]).toMatchObject({ fields: { text: 'Wird gerade gelöscht.' } })
  const { records, versions } = halves(rows)
  expect(versions).toEqual(records)
  const [row] = rows['records'] as { list: string }[]
  await page.goto(`${server.url}/#${row?.list === 'bin' ? '/deleted' : '/notes'}`)
  await expect(page.getByText('Wird gerade gelöscht.')).toBeVisible()
  await second.close()
})
