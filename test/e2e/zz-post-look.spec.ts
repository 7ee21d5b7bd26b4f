import { test, welcome, goTo } from './house.ts'
import { wear } from './look.ts'
import { begin, idIn } from './practising.ts'
test('shots', async ({ page }) => {
  test.setTimeout(300_000)
  const house = await welcome(page, 'de')
  await begin(house)
  const visit = await idIn(page, 'visit', 'Nagy')
  for (const [language, width, height, size] of [['de', 820, 1180, 'normal'], ['hu', 360, 740, 'normal'], ['hu', 360, 740, 'xlarge']] as const) {
    await page.evaluate((chosen) => localStorage.setItem('ponte-language', chosen), language)
    await page.reload()
    await wear(page, { width, height, size, theme: 'light' })
    await goTo(house, `/posts/new/${visit}`)
    await page.waitForTimeout(2500)
    await page.getByRole('radio').first().check()
    const tick = page.locator('main .entry input[type=checkbox]').first()
    await tick.check()
    await page.waitForTimeout(300)
    const who = page.locator('main .entry fieldset input[type=checkbox]')
    await who.first().check()
    await page.waitForTimeout(1000)
    await page.screenshot({ path: `/tmp/ponte/shots/post-${language}-${width}-${size}.png`, fullPage: true, scale: 'css' })
    await goTo(house, `/visits/${visit}`)
    await page.waitForTimeout(2500)
    await page.screenshot({ path: `/tmp/ponte/shots/visit-${language}-${width}-${size}.png`, fullPage: true, scale: 'css' })
  }
})
