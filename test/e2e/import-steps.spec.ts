import { chooseFile, takeButton, type Card } from './contact-file.ts'
import { expect, test, welcome, type House } from './house.ts'
import { doOrDie, stepsOf, stopAt, watchSteps } from './steps.ts'
import { halves, stores } from './stores.ts'
import type { BrowserContext } from '@playwright/test'

const count = 500
const many: readonly Card[] = Array.from({ length: count }, (_, index) => ({
  name: ['Anna', `Nowak ${index + 1}`],
  phone: `+48 12 ${1000 + index}`,
  email: `anna${index}@example.org`,
}))

async function ready(context: BrowserContext, say: House['say']): Promise<House> {
  const house = { page: await context.newPage(), say }
  await watchSteps(house.page)
  await chooseFile(house, many)
  return house
}

async function bringIn(house: House): Promise<void> {
  await takeButton(house, count).click()
  await house.page
    .getByRole('status')
    .getByText(house.say('imports.taken', { count }))
    .first()
    .waitFor({ timeout: 60_000 })
}

test('500 people are brought in all or not at all, wherever the tab is killed', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(400_000)
  const elsewhere = await browser.newContext({ baseURL })
  const { say } = await welcome(await elsewhere.newPage(), 'de')
  const counted = await ready(elsewhere, say)
  await stopAt(counted.page, Infinity)
  await bringIn(counted)
  const steps = await stepsOf(counted.page)
  await elsewhere.close()
  expect(steps.length).toBeGreaterThan(3 * count)

  await welcome(page, 'de')
  await page.close()
  const covered: string[] = []
  const moments = [1, count, count + 1, 2 * count + 1, 2 * count + 250, steps.length - 1, steps.length]
  for (const moment of moments) {
    const house = await ready(page.context(), say)
    const killed = await doOrDie(house.page, moment, () => bringIn(house))
    await house.page.close()
    // The very last step may be one that a slower run does not come to; every other is one of bringing in.
    if (moment < steps.length) expect(killed, `step ${moment}`).toBeDefined()
    const after = await page.context().newPage()
    await after.goto('/#/people')
    await expect(after.getByRole('heading', { level: 1, name: say('people.contacts') })).toBeVisible()
    const { records, versions, outbox } = halves(await stores(after))
    covered.push(`step ${moment} of ${steps.length}, ${steps[moment - 1]}: ${records.length} people`)
    expect([0, count], covered.at(-1)).toContain(records.length)
    expect(versions).toEqual(records)
    expect(outbox).toEqual(records)
    await after.close()
    if (records.length > 0) break
  }
  console.log(`Killed while 500 people were brought in:\n${covered.join('\n')}`)
})
