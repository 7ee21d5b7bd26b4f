import {
  addPerson,
  button,
  expect,
  field,
  goTo,
  idOf,
  installed,
  link,
  test,
  welcome,
  type House,
} from './house.ts'

/** A second tap within half a second counts as a slip of the finger. */
const pause = 600

async function next(house: House, key: string): Promise<void> {
  await house.page.waitForTimeout(pause)
  await button(house, 'ideas.next').click()
  await expect(house.page.getByRole('heading', { level: 1, name: house.say(key), exact: true })).toBeVisible()
}

test('an idea is written down without internet, put forward, and becomes a project with its steps', async ({
  page,
  context,
}) => {
  const house = await welcome(page, 'de')
  const { say } = house
  await installed(page)
  await addPerson(house, { given: 'Zsófia', family: 'Kovács', town: 'Pécs' })
  await context.setOffline(true)
  await goTo(house, '/ideas')
  await link(house, 'ideas.add').click()
  await expect(page.getByRole('heading', { level: 1, name: say('ideas.title.ask') })).toBeVisible()

  await button(house, 'ideas.next').click()
  await expect(page.getByText(say('ideas.titleMissing'))).toBeVisible()
  await field(house, 'ideas.title.name').fill('Kochen über die Grenze')
  await next(house, 'ideas.goal.ask')
  await field(house, 'ideas.goal.name').fill('Familien lernen einander kennen.')
  await next(house, 'ideas.town.ask')
  await page.getByRole('radio', { name: 'Pécs' }).check()
  for (const question of ['who', 'audience', 'where', 'when', 'languages', 'steps'])
    await next(house, `ideas.${question}.ask`)
  await field(house, 'ideas.steps.name').fill('Zsófia Kovács: Rezept aussuchen\nLink schicken')
  await button(house, 'ideas.forToday').click()

  await expect(page.getByRole('heading', { level: 1, name: 'Kochen über die Grenze' })).toBeVisible()
  const idea = idOf(page)
  await expect(page.getByText(say('ideas.draftIsSeen'))).toBeVisible()
  await button(house, 'ideas.move.share').click()
  await expect(page.getByText(say('ideas.moved.shared'))).toBeVisible()
  await button(house, 'ui.undo').click()
  await expect(page.getByText(say('ideas.draftIsSeen'))).toBeVisible()
  await page.waitForTimeout(pause)
  await button(house, 'ideas.move.share').click()
  await button(house, 'ui.close').click()

  await button(house, 'ideas.project.make').click()
  await expect(page).toHaveURL(/#\/projects\/[0-9a-f]{16,}$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Kochen über die Grenze' })).toBeVisible()
  const steps = page.getByRole('checkbox', { name: /Rezept aussuchen.*Zsófia Kovács/s })
  await expect(steps).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: say('ideas.about.project') })).toBeVisible()
  const project = idOf(page)

  await page.reload()
  await page.getByRole('link', { name: /Kochen über die Grenze/ }).click()
  await expect(page).toHaveURL(new RegExp(`#/ideas/${idea}$`))
  await expect(page.locator(`a[href="#/projects/${project}"]`)).toBeVisible()
  await expect(button(house, 'ideas.project.make')).toHaveCount(0)
})

test('what was typed into a sheet outlives the tab, and the text for the other side speaks Hungarian', async ({
  page,
}) => {
  const house = await welcome(page, 'de')
  const { say } = house
  await goTo(house, '/ideas/new')
  await button(house, 'ideas.layout.all').click()
  await field(house, 'ideas.title.name').fill('Chorbuch')
  await field(house, 'ideas.success.name').fill('Beide Chöre singen daraus.')
  await expect(page.getByText(say('ui.saving'))).toHaveCount(0)
  await page.goto('about:blank')
  await page.goto('/#/ideas')
  await page.getByRole('link', { name: /Chorbuch/ }).click()
  await expect(page.getByText('Beide Chöre singen daraus.')).toBeVisible()
  await link(house, 'ideas.send.title').click()
  await page.getByRole('radio', { name: 'Magyar' }).check()
  await expect(page.getByRole('article')).toContainText(/Eredmény\s*Beide Chöre singen daraus\./)
  await expect(page.getByRole('article')).toContainText('A válaszok nyelve: német')
  // The way of answering is remembered.
  await goTo(house, '/ideas/new')
  await expect(page.getByRole('heading', { level: 1, name: say('ideas.add') })).toBeVisible()
})
