import {
  addNote,
  addPerson,
  button,
  expect,
  field,
  goTo,
  idOf,
  installed,
  place,
  saved,
  welcome,
} from './house.ts'
import { seedCircle, test } from './circle.ts'
import { openBrowser } from './own-browser.ts'
import { everyAddress } from './routes.ts'
import {
  addChannel,
  addEntry,
  addDocument,
  addEvent,
  addIdea,
  addPartnership,
  addProject,
  addPost,
  addReport,
  addStep,
  addTerm,
  addVisits,
} from './seed-more.ts'

test('after one visit everything opens with no server and no network, also in a browser that was restarted', async ({
  server,
  device,
}, testInfo) => {
  test.setTimeout(600_000)
  const folder = testInfo.outputPath('profile')
  const first = await openBrowser(folder)
  const before = await welcome(await first.newPage(), 'de', server.url)
  const { say } = before
  await addPerson(before, { given: 'Łukasz', family: 'Ćwik', town: 'Kraków', phone: '+48 12 345 67 89' })
  const people = idOf(before.page)
  await addNote(before, 'Der Bus fährt um acht Uhr.', people)
  const notes = idOf(before.page)
  await goTo(before, '/groups/new')
  await field(before, 'groups.name').fill('Chor')
  await button(before, 'groups.done').click()
  await expect(saved(before)).toBeVisible()
  const groups = idOf(before.page)
  const events = await addEvent(before)
  const projects = await addProject(before)
  const steps = await addStep(before, projects)
  const chronicle = await addDocument(before)
  const channels = await addChannel(before)
  const ideas = await addIdea(before)
  const glossary = await addTerm(before)
  const visits = await addVisits(before)
  const posts = await addPost(before, visits.visits)
  const yearly = await addReport(before)
  const register = await addEntry(before)
  const partners = await addPartnership(before)
  const circle = await seedCircle(before, await device(), 'de')
  const records = { people, groups, notes, events, projects, steps, chronicle, channels }
  const written = { ...records, glossary, ideas, posts, yearly, register }
  const ids = { ...written, ...visits, ...partners, ...circle }
  await installed(before.page)
  await server.kill()
  await first.close()

  const second = await openBrowser(folder)
  await second.setOffline(true)
  const page = await second.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  await page.goto(server.url)
  const house = { page, say }
  await expect(page.getByRole('heading', { level: 1, name: say('start.title') })).toBeVisible()
  await expect(page.getByRole('link', { name: /Der Bus fährt um acht Uhr/ })).toBeVisible()
  await place(house, 'people.contacts').click()
  await expect(page.getByRole('link', { name: /Łukasz/ })).toBeVisible()
  for (const address of everyAddress(ids)) {
    await test.step(`opens ${address}`, async () => {
      await goTo(house, address)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
      await expect(page.locator('.picture:empty:not(img)')).toHaveCount(0)
      expect(problems, address).toEqual([])
    })
  }
  await second.close()
})
