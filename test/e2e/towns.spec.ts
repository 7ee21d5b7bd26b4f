import { allShared, invite, join, share, test as circle } from './circle.ts'
import { Finger } from './finger.ts'
import {
  addPerson,
  button,
  expect,
  field,
  goTo,
  idOf,
  installed,
  link,
  place,
  test,
  welcome,
} from './house.ts'
import type { House } from './house.ts'
import { wear } from './look.ts'
import { visit } from './measure.ts'
import { pagesOf, paperComplaints } from './sheet.ts'
import { findTown, nameTown } from './town-place.ts'

/** A second press within half a second counts as a slip of the finger. */
const delay = 600

const heading = ({ page }: House, name: string) => page.getByRole('heading', { level: 1, name, exact: true })

/** A year on which something of the partnership happened, as the last of its dates. */
async function addYear({ page, say }: House, year: string, what: string, isFirst: boolean): Promise<void> {
  const add = isFirst ? 'partnerships.date.addFirst' : 'partnerships.date.add'
  await page.getByRole('button', { name: say(add), exact: true }).click({ delay })
  const entry = page.getByRole('group', { name: say('partnerships.date.one'), exact: true }).last()
  await entry.getByRole('radio', { name: what, exact: true }).check()
  await entry.getByRole('radio', { name: say('ui.rough.year'), exact: true }).check()
  await entry.getByRole('textbox', { name: say('ui.date.year'), exact: true }).fill(year)
}

/** Writes down the partnership of Altenbrück and Kraków and arrives on its page. */
async function addPartnership(house: House): Promise<string> {
  const { page, say } = house
  await goTo(house, '/partnerships/new')
  await nameTown(house, 'partnerships.ourTown', 'DE', 'Altenbrück')
  await nameTown(house, 'partnerships.theirTownName', 'PL', 'Kraków')
  await addYear(house, '1991', say('partnerships.date.signedIn', { town: 'Altenbrück' }), true)
  await addYear(house, '1990', say('partnerships.date.signedIn', { town: 'Altenbrück' }), false)
  await button(house, 'partnerships.done').click()
  await expect(page).toHaveURL(/#\/partnerships\/[0-9a-f]{16,}$/)
  await expect(heading(house, 'Altenbrück – Kraków')).toBeVisible()
  return idOf(page)
}

async function addProject(house: House, title: string): Promise<void> {
  const { page } = house
  await goTo(house, '/projects/new')
  await field(house, 'projects.name').fill(title)
  await page.getByRole('radio', { name: 'Kraków', exact: true }).check()
  await button(house, 'projects.done').click()
  await expect(page).toHaveURL(/#\/projects\/[0-9a-f]{16,}$/)
}

test('a partnership is written down without internet, gathers what is done, rests, and loses nothing', async ({
  page,
  context,
}) => {
  const house = await welcome(page, 'de')
  const { say } = house
  await installed(page)
  await context.setOffline(true)
  const id = await addPartnership(house)
  await expect(page.getByText(say('partnerships.since', { when: '1990' }))).toBeVisible()
  await expect(page.getByText(say('partnerships.contradictory'))).toBeVisible()
  await expect(page.locator('.timeline .year')).toHaveText(['1990', '1991'])

  // The town is offered from now on, by its own name.
  await addProject(house, 'Chorreise an die Weichsel')
  await goTo(house, `/partnerships/${id}`)
  const projects = page
    .getByRole('region')
    .or(page.locator('section'))
    .filter({
      has: page.getByRole('heading', { name: say('partnerships.projects'), exact: true }),
    })
  await expect(projects.getByRole('link', { name: /Chorreise an die Weichsel/ })).toBeVisible()
  await page
    .getByRole('link', { name: say('partnerships.allWith', { town: 'Kraków', number: 1 }), exact: true })
    .click()
  await expect(page.getByRole('link', { name: /Chorreise an die Weichsel/ })).toBeVisible()

  // An agreement belongs to it as soon as it is in the chronicle.
  await goTo(house, `/partnerships/${id}`)
  await link(house, 'chronicle.addAgreement').click()
  await field(house, 'chronicle.titleField').fill('Urkunde von 1991')
  await expect(page.getByRole('radio', { name: say('chronicle.type.agreement'), exact: true })).toBeChecked()
  await button(house, 'chronicle.done').click()
  await expect(heading(house, 'Urkunde von 1991')).toBeVisible()
  await page.getByRole('link', { name: /Altenbrück – Kraków/ }).click()
  await expect(page.getByRole('link', { name: /Urkunde von 1991/ })).toBeVisible()

  await link(house, 'partnerships.change').click()
  await page.getByRole('radio', { name: say('ui.link.state.resting'), exact: true }).check()
  await field(house, 'partnerships.why').fill('Niemand hat Zeit.')
  await expect(page.getByText(say('ui.saving'))).toHaveCount(0)
  // The tab dies; what was typed is there at the next start.
  await page.goto('about:blank')
  await page.goto(`/#/partnerships/${id}`)
  await expect(page.getByText(say('partnerships.whyIs', { reason: 'Niemand hat Zeit.' }))).toBeVisible()
  await goTo(house, '/towns')
  await expect(page.getByRole('heading', { name: say('ui.link.state.resting'), exact: true })).toBeVisible()

  await page.getByRole('link', { name: /Kraków.*1990/s }).click()
  await expect(heading(house, 'Altenbrück – Kraków')).toBeVisible()
  await page.waitForTimeout(delay)
  await button(house, 'partnerships.delete').click()
  await expect(page.getByText(say('towns.withoutLink'))).toBeVisible()
  await button(house, 'ui.undo').click()
  await expect(page.getByRole('heading', { name: say('ui.link.state.resting'), exact: true })).toBeVisible()
})

test('a town of the list stands on the map, and partner towns take two taps', async ({ page }) => {
  const house = await welcome(page, 'pl')
  const { say } = house
  await goTo(house, '/partnerships/new')
  await findTown(house, 'partnerships.ourTown', 'PL', 'Kraków')
  await findTown(house, 'partnerships.theirTownName', 'HU', 'Pécs')
  await button(house, 'partnerships.done').click()
  await expect(heading(house, 'Kraków – Pécs')).toBeVisible()

  await goTo(house, '/')
  await expect(heading(house, say('start.title'))).toBeVisible()
  const finger = new Finger()
  await finger.tap(place(house, 'people.contacts'))
  await finger.tap(link(house, 'towns.short'))
  await expect(heading(house, say('towns.title'))).toBeVisible()
  expect(finger.taps, 'see the partner towns').toBeLessThanOrEqual(2)
  await finger.tap(page.locator('main .rows').getByRole('link', { name: /Pécs/ }))
  await expect(heading(house, 'Kraków – Pécs')).toBeVisible()
  expect(finger.taps, 'see a partnership').toBeLessThanOrEqual(3)

  await goTo(house, '/towns')
  const point = page.locator('.map').getByRole('link', { name: /Pécs/ })
  await point.click()
  await expect(heading(house, 'Kraków – Pécs')).toBeVisible()
})

for (const language of ['de', 'hu'] as const)
  test(`a partnership and the list of towns come out on A4 in ${language}`, async ({ page }) => {
    const house = await welcome(page, language)
    const id = await addPartnership(house)
    await addProject(house, 'Chorreise')
    await wear(page, { width: 820, height: 1180, size: 'xlarge', theme: 'dark' })
    for (const address of [`/partnerships/${id}/print`, '/towns/print']) {
      await visit(page, address)
      await expect(page.getByRole('table').first()).toBeVisible()
      expect(await paperComplaints(page)).toEqual([])
      expect(await pagesOf(page)).toMatchObject({ count: 1, size: '595x842 pt' })
    }
  })

circle(
  'somebody of the partner town reads its page in their own language and finds whom to write to',
  async ({ device }) => {
    const renate = await welcome(await device(), 'de')
    await addPerson(renate, { given: 'Helga', family: 'Brandt', email: 'helga@example.org' })
    const id = await addPartnership(renate)
    await goTo(renate, `/partnerships/${id}/change`)
    await button(renate, 'partnerships.who.add').first().click()
    await renate.page.getByRole('button', { name: 'Helga Brandt', exact: true }).click()
    await renate.page.waitForTimeout(delay)
    await button(renate, 'partnerships.done').click()
    await expect(heading(renate, 'Altenbrück – Kraków')).toBeVisible()
    await addProject(renate, 'Chorreise')
    await share(renate, 'Verein Altenbrück')
    await allShared(renate)
    const anna = await join(await device(), await invite(renate, 'reader', 'Anna Nowak', 'pl'), '', 'pl')
    const { page, say } = anna
    await goTo(anna, '/towns')
    await page
      .locator('main .rows')
      .getByRole('link', { name: /Kraków/ })
      .click()
    await page
      .getByRole('link', { name: say('partnerships.townPage', { town: 'Kraków' }), exact: true })
      .click()
    await expect(heading(anna, 'Kraków')).toBeVisible()
    await expect(page.getByRole('heading', { name: say('towns.planned'), exact: true })).toBeVisible()
    const letter = page.getByRole('link', {
      name: say('towns.writeTo', { name: 'Helga Brandt' }),
      exact: true,
    })
    await expect(letter).toHaveAttribute('href', 'mailto:helga%40example.org')
    for (const key of ['towns.change', 'notes.write']) await expect(link(anna, key)).toHaveCount(0)
    await expect(button(anna, 'towns.delete')).toHaveCount(0)
  },
)
