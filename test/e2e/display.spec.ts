import { expect, goTo, test, welcome, type House } from './house.ts'
import { languages, languageNames } from '../../src/shared/language.ts'
import { wordsOf } from './words.ts'

const sizeOf = ({ page }: House): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).fontSize)
const pageColour = ({ page }: House): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor)

test('size, colours and language change at once, without loading anything anew, and are remembered', async ({
  page,
}) => {
  const house = await welcome(page, 'de')
  const { say } = house
  await page.evaluate(() => void Object.assign(window, { sameAsBefore: true }))
  await goTo(house, '/display')
  for (const [size, pixels] of [
    ['large', '26px'],
    ['xlarge', '32px'],
    ['normal', '21px'],
    ['large', '26px'],
  ] as const) {
    await page.getByRole('radio', { name: say(`ui.size.${size}`), exact: true }).check()
    await expect.poll(() => sizeOf(house)).toBe(pixels)
  }
  for (const [theme, colour] of [
    ['dark', 'rgb(16, 18, 20)'],
    ['light', 'rgb(250, 247, 240)'],
    ['contrast', 'rgb(0, 0, 0)'],
  ] as const) {
    await page.getByRole('radio', { name: say(`ui.theme.${theme}`), exact: true }).check()
    await expect.poll(() => pageColour(house)).toBe(colour)
  }
  await goTo(house, '/language')
  for (const language of [...languages].reverse()) {
    await page.getByRole('radio', { name: languageNames[language], exact: true }).check()
    await expect(
      page.getByRole('heading', { level: 1, name: wordsOf(language)('settings.language') }),
    ).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
  }
  await page.getByRole('radio', { name: languageNames.hu, exact: true }).check()
  await expect(page.locator('html')).toHaveAttribute('lang', 'hu')
  expect(await page.evaluate(() => 'sameAsBefore' in window)).toBe(true)

  await page.goto('/')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: wordsOf('hu')('start.title') })).toBeVisible()
  expect(await sizeOf(house)).toBe('26px')
  expect(await pageColour(house)).toBe('rgb(0, 0, 0)')
})

test('before anything is chosen the colours follow the device', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, colorScheme: 'dark' })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await context.close()
})
