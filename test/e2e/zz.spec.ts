import { share, test } from './circle.ts'
import { addPerson, button, expect, field, goTo, link, welcome } from './house.ts'
const out = '/tmp/ponte/reg/shots'
for (const language of ['de', 'hu'] as const)
  for (const [w, h] of [
    [820, 1180],
    [360, 740],
  ] as const)
    test(`look ${language} ${w}`, async ({ device }) => {
      test.setTimeout(180_000)
      const page = await device()
      await page.setViewportSize({ width: w, height: h })
      const house = await welcome(page, language)
      if (w === 360) await page.evaluate(() => localStorage.setItem('ponte-size', 'largest'))
      await share(house, 'Verein Altenbrück')
      await addPerson(house, { given: 'Anna', family: 'Kowalska', email: 'anna@example.org' })
      const shot = async (name: string): Promise<void> => {
        await page.waitForTimeout(700)
        await page.screenshot({ path: `${out}/${language}-${w}-${name}.png`, fullPage: true })
      }
      if (w === 360) {
        await goTo(house, '/display')
        await page.getByRole('radio').nth(2).check()
        await page.waitForTimeout(300)
      }
      await goTo(house, '/register/advice')
      await field(house, 'register.titleField').fill('Wie findet man Gastfamilien?')
      await page
        .getByRole('textbox', { name: /^Deutsch/ })
        .fill(
          'Anna Kowalska fragt: Was hat bei Ihnen geholfen, wenn Jugendliche kommen? Wir freuen uns über jede Antwort.',
        )
      await field(house, 'register.mail').fill('anna@example.org')
      await field(house, 'register.web').fill('www.verein.example.org')
      await button(house, 'register.form.chooseThemes').click()
      await page.getByRole('checkbox').nth(3).check()
      await shot('form')
      await button(house, 'register.form.done').click()
      await expect(page).toHaveURL(/#\/register\/\w{32}$/)
      await shot('page-draft')
      await link(house, 'register.publishNext').click()
      await shot('confirm')
      await button(house, 'register.publish').click()
      await expect(button(house, 'register.withdraw')).toBeVisible({ timeout: 20_000 })
      await shot('page-public')
      await goTo(house, '/register/published')
      await shot('own')
      await goTo(house, '/register')
      await page.waitForTimeout(1500)
      await shot('list')
      await button(house, 'register.filters').click()
      await shot('filters')
      await page
        .getByRole('link', { name: /Gastfamilien/ })
        .first()
        .click()
      await shot('entry')
      await link(house, 'register.report.title').click()
      await shot('report')
      await goTo(house, '/more')
      await shot('more')
    })
