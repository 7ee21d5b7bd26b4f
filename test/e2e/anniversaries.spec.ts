import { languages } from '../../src/shared/language.ts'
import { button, expect, goTo, idOf, installed, link, settled, test, welcome, type House } from './house.ts'
import { begin, idIn } from './practising.ts'

/** The renewed promise of Chełmno has its thirtieth year six weeks from the day on which one begins to practise. */
const title = ({ say }: House): string => say('ui.anniversary.with', { count: 30, town: 'Chełmno' })

/** A checkbox for each line of the format's checklist. */
const checklist = 7

async function openFromEvents(house: House): Promise<string> {
  const { page } = house
  const id = await idIn(page, 'partnership', 'Chełmno')
  await goTo(house, '/events')
  // Six weeks ahead is further down the list than what comes at once.
  await page.getByRole('searchbox', { name: house.say('events.search') }).fill('chelmno')
  await expect(page.getByRole('link', { name: title(house) })).toBeVisible()
  return id
}

for (const language of languages) {
  test(`an anniversary stands among the events, and its celebration becomes a project with steps, without a network, in ${language}`, async ({
    page,
    context,
  }) => {
    const house = await welcome(page, language)
    await installed(page)
    await context.setOffline(true)
    await begin(house)
    const id = await openFromEvents(house)
    const plan = page.locator(`a[href="#/formats/festakt/for/${id}/b:30"]`)
    await plan.click()
    await expect(page.getByRole('heading', { level: 2, name: title(house) })).toBeVisible()
    await button(house, 'formats.celebration.make').click()
    await expect(page).toHaveURL(/#\/projects\/[0-9a-f]{16,}$/)
    const project = idOf(page)
    await settled(house)
    await expect(page.getByRole('heading', { level: 1, name: title(house) })).toBeVisible()
    await expect(page.getByRole('checkbox')).toHaveCount(checklist)
    await button(house, 'ui.close').click()
    await goTo(house, `/anniversaries/${id}/b:30`)
    await expect(page.locator(`a[href="#/projects/${project}"]`)).toBeVisible()
    await expect(link(house, 'anniversaries.plan')).toHaveCount(0)
    await openFromEvents(house)
    await expect(plan).toHaveCount(0)
  })
}

test('Start tells of an anniversary that is six weeks ahead, among what there is to think of', async ({
  page,
}) => {
  const house = await welcome(page, 'de')
  await begin(house)
  const id = await idIn(page, 'partnership', 'Chełmno')
  await goTo(house, '/today')
  await expect(
    page.getByRole('heading', { level: 2, name: house.say('steps.feast.anniversaries') }),
  ).toBeVisible()
  await page.locator(`a[href="#/anniversaries/${id}/b:30"]`).click()
  await expect(page.getByRole('heading', { level: 1, name: title(house) })).toBeVisible()
})

test('a celebration that was put off shows both days; a plan made by mistake is gone with one tap', async ({
  page,
}) => {
  const house = await welcome(page, 'de')
  const { say } = house
  await begin(house)
  const id = await idIn(page, 'partnership', 'Chełmno')
  await goTo(house, `/formats/festakt/for/${id}/b:30`)
  await button(house, 'formats.celebration.make').click({ delay: 600 })
  await expect(page).toHaveURL(/#\/projects\/[0-9a-f]{16,}$/)
  await settled(house)
  await button(house, 'ui.undo').click()
  await expect(page).toHaveURL(new RegExp(`#/anniversaries/${id}/b:30$`))
  await expect(page.getByText(say('anniversaries.notPlanned'))).toBeVisible()

  await link(house, 'anniversaries.putDays').click()
  for (const [legend, year] of [
    ['anniversaries.plannedFor', '2027'],
    ['anniversaries.celebratedOn', '2028'],
  ] as const) {
    const fields = page.getByRole('group', { name: say(legend) }).getByRole('textbox')
    for (const [at, part] of ['14', 'Mai', year].entries()) await fields.nth(at).fill(part)
  }
  await button(house, 'anniversaries.done').click()
  await expect(page.getByText(/geplant: 14\.\s*Mai 2027/)).toBeVisible()
  await expect(page.getByText(/Gefeiert: 14\.\s*Mai 2028/)).toBeVisible()
})
