import { fileURLToPath } from 'node:url'
import type { Language } from '../../src/shared/language.ts'
import { chooseFile } from './contact-file.ts'
import { expect, test, welcome } from './house.ts'
import { wear } from './look.ts'
import { visit } from './measure.ts'
import { seed } from './seed.ts'
import type { Page } from '@playwright/test'

const folder = fileURLToPath(new URL('../../docs/screens/', import.meta.url))
const tablet = { width: 820, height: 1180, size: 'normal', theme: 'light' }
const phone = { ...tablet, width: 360, height: 740 }

const picture = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: `${folder}${name}.png`, scale: 'css' })

async function change(page: Page, language: Language): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('ponte-language', chosen), language)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

test('pictures of the screens for the README @screens', async ({ page }) => {
  test.setTimeout(300_000)
  const house = await welcome(page, 'de')
  const ids = await seed(house)
  const shot = async (name: string, address: string, look: Parameters<typeof wear>[1]): Promise<void> => {
    await wear(page, look)
    await visit(page, address)
    await page.waitForTimeout(300)
    await picture(page, name)
  }
  await shot('start-de-tablet', '/', tablet)
  await shot('person-de-tablet', `/people/${ids.people}`, tablet)
  await shot('contacts-de-landscape', `/people/${ids.people}`, { ...tablet, width: 1180, height: 820 })
  await shot('start-dark', '/', { ...tablet, theme: 'dark' })
  await shot('person-contrast', `/people/${ids.people}`, { ...tablet, theme: 'contrast' })
  await wear(page, tablet)
  await chooseFile(house, [
    { name: ['Tomasz', 'Zieliński'], phone: '+48 12 222 33 44' },
    { name: ['Łukasz', 'Wiśniewski'], phone: '+48 12 345 67 89', email: 'lukasz.wisniewski@example.org' },
    { name: ['Erzsébet', 'Szabó'], email: 'szabo@example.org' },
  ])
  await picture(page, 'import-check-de')
  await change(page, 'pl')
  await shot('everything-else-pl', '/more', tablet)
  await change(page, 'en')
  await shot('backup-en', '/backup', tablet)
  await change(page, 'hu')
  await shot('contacts-hu-phone-xlarge', '/people', { ...phone, size: 'xlarge' })
  await wear(page, phone)
  await visit(page, '/notes/new')
  await page.getByRole('textbox').first().fill('Negyven vendégnek lefoglaltam a buszt.')
  await expect(page.getByRole('status').filter({ hasText: /\S/ })).toBeVisible()
  await page.waitForTimeout(1000)
  await picture(page, 'note-form-hu-phone')
})
