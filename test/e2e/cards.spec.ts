import { languages } from '../../src/shared/language.ts'
import { button, expect, field, goTo, installed, link, test, welcome } from './house.ts'

for (const language of languages) {
  test(`a first step is found, ticked off without a network, and stays ticked in ${language}`, async ({
    page,
    context,
  }) => {
    const house = await welcome(page, language)
    const { say } = house
    await installed(page)
    await context.setOffline(true)
    await page.getByRole('link', { name: say('start.everythingElse'), exact: true }).click()
    await link(house, 'first-steps.title').click()
    await expect(page.getByText(say('first-steps.count', { done: 0, all: 16 }))).toBeVisible()
    await link(house, 'first-steps.beginNow').click()
    const how = page.locator('.numbered > li')
    await expect(how.first()).toBeVisible()
    await expect(page.locator('main .picture svg').first()).toBeVisible()
    await button(house, 'first-steps.tick').click()
    await expect(page.getByText(say('first-steps.done'))).toBeVisible()
    await link(house, 'first-steps.next').click()
    await expect(button(house, 'first-steps.tick')).toBeVisible()
    await page.reload()
    await expect(button(house, 'first-steps.tick')).toBeVisible()
    await goTo(house, '/first-steps')
    await expect(page.getByText(say('first-steps.count', { done: 1, all: 16 }))).toBeVisible()
  })

  test(`a deadline for a grant becomes a next step on the day that one says in ${language}`, async ({
    page,
  }) => {
    const house = await welcome(page, language)
    const { say } = house
    await goTo(house, '/funding')
    await page.getByRole('link', { name: /CERV/ }).click()
    await expect(page.getByText(say('funding.asOf', { date: '2024' }))).toBeVisible()
    await link(house, 'funding.remind').click()
    await field(house, 'ui.date.day').fill('15')
    await field(house, 'ui.date.month').fill('1')
    await field(house, 'ui.date.year').fill('2030')
    await button(house, 'funding.done').click()
    await expect(page.getByText(say('funding.reminded'))).toBeVisible()
    await expect(page).toHaveURL(/#\/steps\/[^/]{16,}$/)
    await goTo(house, '/steps')
    await expect(page.locator('.step').filter({ hasText: 'CERV' })).toContainText('2030')
  })
}

test('a channel says who looks after it and where access lies, never the password', async ({ page }) => {
  const house = await welcome(page, 'de')
  const { say } = house
  await goTo(house, '/first-steps/social-access')
  await page.getByRole('link', { name: 'Kanäle des Vereins', exact: true }).click()
  await link(house, 'channels.add').click()
  await expect(page.getByText(say('channels.accessHint'))).toBeVisible()
  await field(house, 'channels.name').fill('Internetseite')
  await field(house, 'channels.address').fill('www.example.org')
  await field(house, 'channels.access').fill('Umschlag beim Vorstand')
  await button(house, 'channels.done').click()
  await expect(page.getByText('Umschlag beim Vorstand')).toBeVisible()
  await expect(link(house, 'channels.open')).toHaveAttribute('href', 'https://www.example.org')
  await goTo(house, '/channels')
  await expect(page.getByRole('link', { name: /Internetseite/ })).toContainText(say('channels.nobody'))
})
