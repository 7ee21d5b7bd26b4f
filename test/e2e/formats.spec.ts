import { languages } from '../../src/shared/language.ts'
import { button, expect, goTo, idOf, installed, link, settled, test, welcome, type House } from './house.ts'

const heading = ({ page }: House, level: number, name: string | RegExp) =>
  page.getByRole('heading', { level, name })

const firstFormat = ({ page }: House) => page.locator('a.row[href^="#/formats/"]').first()

/** Ticks an answer to a question about what one has. */
async function answer({ page, say }: House, question: string, given: string): Promise<void> {
  const group = page.getByRole('group', { name: say(question), exact: true })
  await group.getByRole('radio', { name: say(given), exact: true }).check()
}

for (const language of languages) {
  test(`a format is found by what one has and becomes a series with its steps, without a network, in ${language}`, async ({
    page,
    context,
  }) => {
    const house = await welcome(page, language)
    const { say } = house
    await installed(page)
    await context.setOffline(true)
    await goTo(house, '/more')
    await link(house, 'formats.title').click()
    await expect(page.getByText(say('formats.found', { count: 22 }))).toBeVisible()
    await link(house, 'formats.byWhatOneHas').click()
    await expect(heading(house, 1, say('formats.whatOneHas'))).toBeVisible()
    await answer(house, 'formats.ask.travel', 'formats.travel.without')
    await answer(house, 'formats.ask.money', 'formats.money.no')
    await button(house, 'formats.show').click()
    await expect(heading(house, 1, say('formats.title'))).toBeVisible()
    await firstFormat(house).click()
    await expect(page).toHaveURL(/#\/formats\/stammtisch$/)
    await expect(page.getByRole('listitem').first()).toBeVisible()
    await page.goBack()
    await expect(button(house, 'formats.travel.without')).toBeVisible()
    await goTo(house, '/formats/stammtisch')
    await expect(button(house, 'formats.make.monthly')).toBeVisible()
    const heading1 = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
    const title = heading1.replaceAll('\u00AD', '')
    await page.waitForTimeout(600)
    await button(house, 'formats.make.monthly').click()
    await expect(page).toHaveURL(/#\/events\/[0-9a-f]{16,}\/change$/)
    const id = idOf(page)
    await expect(page.getByRole('textbox').first()).toHaveValue(title)
    await button(house, 'ui.close').click()
    await button(house, 'events.done').click()
    await expect(page).toHaveURL(new RegExp(`#/events/${id}$`))
    await settled(house)
    await expect(page.getByRole('checkbox')).toHaveCount(6)
    await page
      .getByRole('region', { name: say('events.event') })
      .getByRole('link', { name: title })
      .click()
    await expect(page).toHaveURL(/#\/formats\/stammtisch$/)
    await expect(heading(house, 2, say('formats.ours'))).toBeVisible()
  })
}

test('what was made by mistake is gone with one tap, and the handbook is there again', async ({ page }) => {
  const house = await welcome(page, 'de')
  await goTo(house, '/formats/briefe')
  await expect(heading(house, 1, 'Brieffreundschaft')).toBeVisible()
  await page.waitForTimeout(600)
  await button(house, 'formats.make.project').click()
  await expect(page).toHaveURL(/#\/projects\/[0-9a-f]{16,}$/)
  await settled(house)
  await button(house, 'ui.undo').click()
  await expect(page).toHaveURL(/#\/formats\/briefe$/)
  await goTo(house, '/steps')
  await expect(heading(house, 1, house.say('steps.title'))).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(0)
})
