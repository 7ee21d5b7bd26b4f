import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { foundAt } from '../server/exchange/circle.ts'
import { publish } from '../server/register/publisher.ts'
import { contentOf } from '../shared/register/entries.ts'
import { test as base } from './circle.ts'
import { button, expect, goTo, installed, link, welcome } from './house.ts'
import { barriers } from './look.ts'
import { begin } from './practising.ts'
import { addPartnership } from './seed-more.ts'
import { Server } from './server.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const header =
  'townLabel\tcountry\tlat\tlon\tpopulation\tpartnerLabel\tpartnerCountry\tpartnerLat\tpartnerLon\tpartnerPopulation\tsince'

type Town = readonly [name: string, country: string, lat: number, lon: number, people: number | '']
const altenbrueck: Town = ['Altenbrück', 'DE', 51.22, 7.63, 72_000]
const brighouse: Town = ['Brighouse', 'GB', 53.7, -1.78, 33_000]
const krakow: Town = ['Kraków', 'PL', 50.06, 19.94, 779_000]
const hidvasar: Town = ['Hídvásár', 'HU', 47.68, 16.59, 63_000]

/** Made-up villages with which nobody of ours is linked. */
const villages = Array.from({ length: 9 }, (_, at): [Town, Town] => [
  [`Falu ${at}`, 'HU', 46 + at * 0.2, 17 + at * 0.5, at % 3 ? 5000 * (at + 1) : ''],
  [`Wioska ${at}`, 'PL', 50 + at * 0.3, 16 + at * 0.7, 4000 * (at + 1)],
])

/** A base in which both partners of Altenbrück are linked with Hídvásár, and an association that looks for partners. */
async function fill(server: Server): Promise<void> {
  const file = join(server.dataFile, '../export.tsv')
  const links = [[altenbrueck, brighouse], [brighouse, hidvasar], [krakow, hidvasar], ...villages]
  const rows = links.map((towns) => [...towns.flat(), ''].join('\t'))
  writeFileSync(file, [header, ...rows, ''].join('\n'))
  execFileSync(process.execPath, [join(root, 'src/server/register/commands/import.ts'), file], {
    env: { ...process.env, DATA_FILE: server.dataFile },
  })
  const { founder } = await foundAt({ url: server.url, fetch })
  await publish(founder, {
    content: contentOf('idea', { association: 'Chor sucht Chor', seeksPartners: true, themes: ['choir'] }),
  })
}

const test = base.extend<object, { filled: Server }>({
  filled: [
    async ({}, use) => {
      const server = await Server.begin()
      await fill(server)
      await use(server)
      await server.kill()
    },
    { scope: 'worker' },
  ],
})

test('towns that could fit are suggested with their reasons, also offline, and no partner is', async ({
  device,
  filled,
}) => {
  test.setTimeout(240_000)
  const renate = await welcome(await device(filled), 'de')
  const { page, say } = renate
  await addPartnership(renate)
  await goTo(renate, '/more')
  await link(renate, 'fit.title').click()
  await expect(page.getByRole('heading', { level: 1, name: say('fit.title') })).toBeVisible()
  await expect(button(renate, 'fit.fetchNow')).toBeVisible()
  expect(await barriers(page)).toEqual([])
  await button(renate, 'fit.fetchNow').click()

  const suggestions = page
    .locator('section')
    .filter({ hasText: say('fit.hint') })
    .getByRole('link')
  await expect(suggestions.first()).toBeVisible({ timeout: 60_000 })
  await expect(suggestions.first()).toContainText('Hídvásár')
  await expect(suggestions.first()).toContainText(
    'Ihre Partner Brighouse und Kraków sind auch mit Hídvásár verbunden.',
  )
  await expect(suggestions.first()).toContainText('Ähnlich groß: 63.000 Einwohner.')
  await expect(suggestions.filter({ hasText: /^(?:Kraków|Brighouse|Altenbrück)/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: /Chor sucht Chor/ })).toContainText(say('register.seeks'))
  expect(await barriers(page)).toEqual([])

  await button(renate, 'ui.filters.open').click()
  await button(renate, 'ui.filters.chooseCountry').click()
  await page.getByRole('button', { name: 'Polen', exact: true }).click({ delay: 600 })
  await expect(suggestions).toHaveCount(9)
  await expect(suggestions.filter({ hasText: /^Wioska/ })).toHaveCount(9)
  expect(await barriers(page)).toEqual([])

  await installed(page)
  await page.context().setOffline(true)
  await page.reload()
  await expect(suggestions.first()).toContainText('Hídvásár', { timeout: 60_000 })
  await suggestions.first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hídvásár' })).toBeVisible()
  await page.context().setOffline(false)
})

test('to practise there is no list of real towns, and that is said', async ({ device, filled }) => {
  test.setTimeout(120_000)
  const zofia = await welcome(await device(filled), 'pl')
  await begin(zofia)
  await goTo(zofia, '/fit')
  await expect(zofia.page.getByText(zofia.say('fit.practice'))).toBeVisible()
  await expect(link(zofia, 'register.title')).toBeVisible()
})
