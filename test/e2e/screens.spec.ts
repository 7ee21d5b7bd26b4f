import { fileURLToPath } from 'node:url'
import type { Language } from '../../src/shared/language.ts'
import { chooseFile } from './contact-file.ts'
import { expect, test, welcome } from './house.ts'
import { wear, type Look } from './look.ts'
import { visit } from './measure.ts'
import { begin, idIn } from './practising.ts'
import { pictureOfSheet } from './sheet.ts'
import type { Page } from '@playwright/test'

const fileOf = (name: string): string =>
  fileURLToPath(new URL(`../../docs/screens/${name}.png`, import.meta.url))
const tablet = { width: 820, height: 1180, size: 'normal', theme: 'light' }
const landscape = { ...tablet, width: 1180, height: 820 }
const phone = { ...tablet, width: 360, height: 740 }

const picture = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: fileOf(name), scale: 'css' })

async function change(page: Page, language: Language): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('ponte-language', chosen), language)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

test('pictures of the screens for the README @screens', async ({ page }) => {
  const house = await welcome(page, 'de')
  await begin(house)
  const shot = async (name: string, address: string, look: Look): Promise<void> => {
    await wear(page, look)
    await visit(page, address)
    await page.waitForTimeout(600)
    await picture(page, name)
  }
  const anna = `/people/${await idIn(page, 'person', 'Anna Nowak')}`
  const stammtisch = `/events/${await idIn(page, 'event', 'Stammtisch')}`
  const sopron = `/projects/${await idIn(page, 'project', 'Sopron')}`
  const nagy = `/visits/${await idIn(page, 'visit', 'Nagy')}`
  // The calendar is worked out beside the screen.
  await expect(page.getByRole('link', { name: /Stammtisch/ }).first()).toBeVisible()
  await shot('start-de-tablet', '/', tablet)
  await shot('person-de-tablet', anna, tablet)
  await shot('visit-de-tablet', nagy, tablet)
  await shot('contacts-de-landscape', anna, landscape)
  await shot('events-de-landscape', stammtisch, landscape)
  await shot('project-de-landscape', sopron, landscape)
  await shot('chronicle-de-tablet', '/chronicle', tablet)
  await shot('today-de-tablet', '/today', tablet)
  await shot('start-dark', '/', { ...tablet, theme: 'dark' })
  await shot('person-contrast', anna, { ...tablet, theme: 'contrast' })
  await wear(page, tablet)
  await chooseFile(house, [
    { name: ['Tomasz', 'Zieliński'], phone: '+48 12 222 33 44' },
    { name: ['Łukasz', 'Wiśniewski'], phone: '+48 12 345 67 89', email: 'lukasz.wisniewski@example.org' },
    { name: ['Erzsébet', 'Szabó'], email: 'szabo@example.org' },
  ])
  await picture(page, 'import-check-de')
  await change(page, 'pl')
  await shot('everything-else-pl', '/more', tablet)
  await shot('projects-pl-phone', '/projects', phone)
  await change(page, 'en')
  await shot('practice-en', '/practice', tablet)
  await change(page, 'hu')
  await shot('events-hu-phone-xlarge', '/events', { ...phone, size: 'xlarge' })
  await wear(page, phone)
  await visit(page, '/notes/new')
  await page.getByRole('textbox').first().fill('Negyven vendégnek lefoglaltam a buszt.')
  await expect(page.getByRole('status').filter({ hasText: /\S/ }).last()).toBeVisible()
  await page.waitForTimeout(1000)
  await picture(page, 'note-form-hu-phone')
})

test('pictures of what is printed about events, visits, steps and what is owed @screens', async ({
  page,
}) => {
  const house = await welcome(page, 'de')
  await begin(house)
  const sheets = {
    programme: `/events/${await idIn(page, 'event', 'Mitgliederversammlung')}/print`,
    visit: `/visits/${await idIn(page, 'visit', 'Nagy')}/print`,
    steps: '/steps/print',
    owed: '/projects/owed/print',
  }
  for (const language of ['de', 'hu'] as const) {
    await change(page, language)
    for (const [name, address] of Object.entries(sheets)) {
      await visit(page, address)
      await expect(page.getByRole('article')).toBeVisible()
      await page.waitForTimeout(800)
      await pictureOfSheet(page, fileOf(`print-${name}-${language}`))
    }
  }
})
