import { fileURLToPath } from 'node:url'
import type { Language } from '../../src/shared/language.ts'
import { chooseFile, takeButton, type Card } from './contact-file.ts'
import { addNote, button, expect, link, test, welcome, type House } from './house.ts'
import { wear } from './look.ts'
import { visit } from './measure.ts'
import { seed } from './seed.ts'
import { pagesOf, paperComplaints, pictureOfSheet } from './sheet.ts'
import type { Page } from '@playwright/test'

const families = ['Nowak', 'Ćwik', 'Müller', 'Kovács', 'Ősz', "O'Brien", 'Wiśniewska', 'Źrebiec', 'Szabó']
const given = ['Anna', 'Łukasz', 'Jürgen', 'Zsófia', 'Małgorzata', 'Émile', 'Teresa']
const towns = ['Kraków', 'Köln', 'Pécs', 'Hódmezővásárhely', '']

/** The longest name, the most numbers and the longest address that a sheet has to bear. */
const longest: Card = {
  name: ['Maria Magdalena Hans-Joachim', 'Großmann-Leutheusser Konstantynopolitańczykowianeczkowa'],
  phone: '+49 171 123 45 67',
  otherPhones: ['+49 (0)3341 123 45 67', '030 90 29 50 00, abends nach 18 Uhr'],
  email: 'maria.grossmann-leutheusser@staedtepartnerschaftsverein-beispielstadt.example.org',
  town: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
}

const cards: readonly Card[] = [
  longest,
  ...Array.from({ length: 39 }, (_, index): Card => {
    const pick = <Item>(list: readonly Item[]): Item => list[index % list.length] as Item
    return {
      name: [pick(given), pick(families)],
      phone: `+48 601 234 5${index + 10}`,
      otherPhones: index % 6 === 0 ? [`+48 12 345 67 ${index + 10}`] : [],
      email: `${index + 10}@example.org`,
      town: pick(towns),
      groups: index % 10 === 0 ? 'Chor' : '',
    }
  }),
]

/** A notebook with forty people in it, in the darkest colours and the largest letters that there are. */
async function fortyPeople(page: Page, language: Language): Promise<House> {
  const house = await welcome(page, language)
  await chooseFile(house, cards)
  await takeButton(house, cards.length).click()
  await button(house, 'ui.close').click()
  await wear(page, { width: 820, height: 1180, size: 'xlarge', theme: 'dark' })
  return house
}

const a4 = '595x842 pt'

for (const language of ['de', 'hu'] as const) {
  test.describe(`in ${language}`, () => {
    test('the member list comes out whole on A4, black on white, in letters of 12 points', async ({
      page,
    }) => {
      const { say } = await fortyPeople(page, language)
      await visit(page, '/people/print')
      await expect(page.getByRole('rowheader')).toHaveCount(40)
      expect(await paperComplaints(page)).toEqual([])
      const { count, size } = await pagesOf(page)
      expect(size).toBe(a4)
      expect(count).toBeGreaterThan(1)
      await page.getByRole('radio', { name: 'Chor' }).check()
      await expect(page.getByRole('rowheader')).toHaveCount(4)
      await expect(page.getByRole('article')).toContainText(
        say('people.toPrint.membersOf', { group: 'Chor' }),
      )
      expect((await pagesOf(page)).count).toBe(1)
    })

    test('the telephone list comes out whole in letters of 24 points', async ({ page }) => {
      await fortyPeople(page, language)
      await visit(page, '/people/print/phones')
      await expect(page.getByRole('article').getByRole('listitem')).toHaveCount(40)
      expect(await paperComplaints(page, { points: 24 })).toEqual([])
      const { count, size } = await pagesOf(page)
      expect(size).toBe(a4)
      expect(count).toBeGreaterThan(3)
    })
  })
}

test('a list that grows while one reads it is printed to its end', async ({ page }) => {
  await fortyPeople(page, 'de')
  await visit(page, '/people')
  const rows = page.locator('.people .row')
  expect(await rows.count()).toBeLessThan(40)
  const atOnce = await pagesOf(page)
  await expect(rows).toHaveCount(40)
  expect(atOnce).toEqual(await pagesOf(page))
  expect(atOnce.count).toBeGreaterThan(2)
})

test('ordinary pages come out without anything to tap, their photos at most half a page high', async ({
  page,
}) => {
  const house = await welcome(page, 'de')
  const ids = await seed(house)
  await wear(page, { width: 820, height: 1180, size: 'xlarge', theme: 'contrast' })
  const all = `/people/${ids.people}/all`
  const pages = [
    `/people/${ids.people}`,
    `/notes/${ids.notes}`,
    `/groups/${ids.groups}`,
    '/notes',
    all,
    '/privacy',
  ]
  for (const address of pages) {
    await visit(page, address)
    expect(await paperComplaints(page), address).toEqual([])
  }
  await visit(page, `/people/${ids.people}`)
  await page.emulateMedia({ media: 'print' })
  const photo = page.getByRole('img').first()
  await expect.poll(async () => (await photo.boundingBox())?.height).toBeGreaterThan(40)
  expect((await photo.boundingBox())?.height).toBeLessThan(500)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('the way to a sheet and to the printer can be gone by keys alone', async ({ page }) => {
  const house = await welcome(page, 'de')
  await addNote(house, 'Der Chor singt.')
  await page.evaluate(() => Object.assign(window, { print: () => (document.title = 'printed') }))
  await visit(page, '/print')
  await link(house, 'ui.toContent').focus()
  const enterAt = async (name: RegExp): Promise<void> => {
    const focused = page.locator(':focus')
    for (let tab = 0; tab < 40; tab += 1) {
      await page.keyboard.press('Tab')
      if (name.test((await focused.textContent()) ?? '')) break
    }
    await expect(focused).toHaveText(name)
    await page.keyboard.press('Enter')
  }
  await enterAt(/^Telefonliste/)
  await expect(page.getByRole('heading', { level: 1, name: 'Telefonliste' })).toBeVisible()
  await enterAt(/^Drucken$/)
  await expect(page).toHaveTitle('printed')
})

test('pictures of the sheets @screens', async ({ page }) => {
  await fortyPeople(page, 'de')
  for (const language of ['de', 'hu']) {
    await page.evaluate((chosen) => localStorage.setItem('ponte-language', chosen), language)
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    for (const [name, address] of [
      ['members', '/people/print'],
      ['phones', '/people/print/phones'],
    ] as const) {
      await visit(page, address)
      await expect(page.getByRole('article')).toBeVisible()
      const file = new URL(`../../docs/screens/print-${name}-${language}.png`, import.meta.url)
      await pictureOfSheet(page, fileURLToPath(file))
    }
  }
})
