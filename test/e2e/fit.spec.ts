import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { foundAt } from '../server/exchange/circle.ts'
import { publish } from '../server/register/publisher.ts'
import { contentOf } from '../shared/register/entries.ts'
import { allShared, share, test as base } from './circle.ts'
import { button, expect, field, goTo, installed, link, welcome } from './house.ts'
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
  [`Wioska ${at}`, 'PL', 50 + at * 0.3, 16 + at * 0.7, at ? 4000 * (at + 1) : ''],
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
  const renate = await welcome(await device(filled), 'de')
  const { page, say } = renate
  await addPartnership(renate)
  await goTo(renate, '/towns')
  await link(renate, 'towns.whoWouldFit').click()
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
  // The one with Kraków rests: so the notebook says.
  await expect(suggestions.first()).toContainText(
    'Bitte selbst prüfen: Die Verbindung Altenbrück\u00A0– Kraków ruht.',
  )
  await expect.poll(() => page.workers().some((worker) => /fit\.worker/.test(worker.url()))).toBe(true)
  await expect(suggestions.filter({ hasText: /^(?:Kraków|Brighouse|Altenbrück)/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: /Chor sucht Chor/ })).toContainText(say('register.seeks'))
  expect(await barriers(page)).toEqual([])

  await button(renate, 'ui.filters.open').click()
  await button(renate, 'ui.filters.chooseCountry').click()
  await page.getByRole('button', { name: 'Polen', exact: true }).click({ delay: 600 })
  await expect(suggestions).toHaveCount(9)
  await expect(suggestions.filter({ hasText: /^Wioska/ })).toHaveCount(9)
  await expect(suggestions.filter({ hasText: /^Wioska 0/ })).toContainText(
    'Wenig Daten. Einwohnerzahl unbekannt.',
  )
  expect(await barriers(page)).toEqual([])

  await installed(page)
  await page.context().setOffline(true)
  await page.reload()
  await expect(suggestions.first()).toContainText('Hídvásár', { timeout: 60_000 })
  await suggestions.first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hídvásár' })).toBeVisible()
  await page.context().setOffline(false)
})

test('themes that a coordinator ticks are compared with those of others in the register, apart from all that is computed', async ({
  device,
  filled,
}) => {
  const renate = await welcome(await device(filled), 'de')
  const { page, say } = renate
  await share(renate, 'Verein Altenbrück')
  await allShared(renate)
  const common = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: say('fit.common'), exact: true }) })
  const choir = common.getByRole('link', { name: /Chor sucht Chor/ })
  await goTo(renate, '/fit')
  await button(renate, 'fit.fetchNow').click()
  await expect(choir).toBeVisible({ timeout: 60_000 })
  await expect(common).toContainText('Eigene Themen wählen Sie')

  await goTo(renate, '/register/advice')
  await field(renate, 'register.titleField').fill('Wer singt mit uns?')
  await field(renate, 'register.association').fill('Verein Altenbrück')
  await page.getByRole('textbox', { name: /^Deutsch/ }).fill('Wir singen dienstags.')
  await field(renate, 'register.mail').fill('verein@example.org')
  await button(renate, 'register.form.chooseThemes').click()
  for (const theme of ['Chor', 'Klima'])
    await page.getByRole('checkbox', { name: theme, exact: true }).check()
  await button(renate, 'register.form.done').click()
  await expect(page).toHaveURL(/#\/register\/\w{32}$/)
  const written = page.url().split('#').at(-1) ?? ''
  await goTo(renate, '/fit')
  // Written down is not yet public: the other side can't read it.
  await expect(choir).toBeVisible()
  await expect(choir).not.toContainText('Gemeinsam')

  await goTo(renate, written)
  await link(renate, 'register.publishNext').click()
  await button(renate, 'register.publish').click()
  await expect(button(renate, 'register.withdraw')).toBeVisible({ timeout: 60_000 })
  await goTo(renate, '/fit')
  await expect(choir).toContainText('Gemeinsam: Chor', { timeout: 60_000 })
  await expect(common.getByRole('link', { name: /Verein Altenbrück/ })).toHaveCount(0)
  expect(await barriers(page)).toEqual([])
})

test('to practise there is no list of real towns, and that is said', async ({ device, filled }) => {
  const zofia = await welcome(await device(filled), 'pl')
  await begin(zofia)
  await goTo(zofia, '/fit')
  await expect(zofia.page.getByText(zofia.say('fit.practice'))).toBeVisible()
  await expect(link(zofia, 'register.title')).toBeVisible()
})
