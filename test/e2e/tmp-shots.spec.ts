import { expect, goTo, test, welcome } from './house.ts'
import { wear } from './look.ts'
import { begin, idIn } from './practising.ts'
for (const language of ['de', 'hu'] as const)
  test(`@tmp shots ${language}`, async ({ page }) => {
    test.setTimeout(300_000)
    const house = await welcome(page, language)
    await begin(house)
    const id = await idIn(page, 'partnership', 'Chełmno')
    const saumur = await idIn(page, 'partnership', 'Saumur')
    const leeds = await idIn(page, 'partnership', 'Leeds')
    const paths = {
      today: '/today',
      list: '/anniversaries',
      one: `/anniversaries/${id}/b:30`,
      kept: `/anniversaries/${saumur}/b:50`,
      leeds: `/anniversaries/${leeds}/0:50`,
      plan: `/formats/festakt/for/${id}/b:30`,
      change: `/anniversaries/${saumur}/b:50/change`,
      print: '/anniversaries/print',
      events: '/events',
    }
    for (const [name, path] of Object.entries(paths)) {
      await goTo(house, path)
      await expect(page.getByRole('heading').first()).toBeVisible()
      await page.waitForTimeout(700)
      if (name === 'events') {
        await page.getByRole('searchbox').fill('altenbruck')
        await page.waitForTimeout(500)
      }
      for (const [width, height, size] of [
        [820, 1180, 'normal'],
        [360, 740, 'normal'],
        [360, 740, 'xlarge'],
      ] as const) {
        await wear(page, { width, height, size, theme: 'light' })
        await page.waitForTimeout(200)
        await page.screenshot({
          path: `/tmp/ponte/anniv-shots/${language}-${name}-${width}-${size}.png`,
          fullPage: name !== 'start',
        })
      }
      await wear(page, { width: 820, height: 1180, size: 'normal', theme: 'light' })
    }
  })
