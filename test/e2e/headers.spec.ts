import { chromium, type Page } from '@playwright/test'
import { writeFile } from 'node:fs/promises'
import { filmOf } from './camera.ts'
import { launchOptions } from './chromium.ts'
import { accept, allShared, invite, seedCircle, share, test } from './circle.ts'
import { button, expect, goTo, installed, welcome } from './house.ts'
import { visit } from './measure.ts'
import { everyAddress } from './routes.ts'
import { seed } from './seed.ts'
import { wordsOf } from './words.ts'

const say = wordsOf('de')

/** Everything that the browser complains of from now on: what it forbids, and what fails. */
async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = []
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`forbidden: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`)
    })
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  return complaints
}

test('under the headers of the server every screen works, with its workers, its photos and its printing', async ({
  page,
  device,
}) => {
  test.setTimeout(900_000)
  const complaints = await complaintsOf(page)
  const house = await welcome(page, 'de')
  const records = await seed(house)
  const addresses = everyAddress({ ...records, ...(await seedCircle(house, await device(), 'de')) })
  await installed(page)
  await allShared(house)
  for (const address of addresses) {
    await test.step(`opens ${address}`, async () => {
      await visit(page, address)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      if (address.endsWith('/print')) await page.pdf()
      expect(complaints, address).toEqual([])
    })
  }
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toContain('/sw.js')
  // The policy is there: what it forbids does not happen, and is complained of.
  const made = await page.evaluate(() => {
    try {
      return new Worker('/exchange.js').constructor.name
    } catch {
      return 'refused'
    }
  })
  expect(made).toBe('refused')
  await expect.poll(() => complaints.join()).toMatch(/TrustedScriptURL/)
})

test('whoever is invited scans the code with the camera, under the same headers', async ({
  page,
  server,
}, testInfo) => {
  const renate = await welcome(page, 'de')
  await share(renate, 'Verein Altenbrück')
  const { link } = await invite(renate, 'member', 'Maria Nowak')
  const film = testInfo.outputPath('camera.y4m')
  await writeFile(film, filmOf(link))
  const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...launchOptions.args, ...camera, `--use-file-for-fake-video-capture=${film}`],
  })
  const context = await browser.newContext({ baseURL: server.url, locale: 'de-DE' })
  const maria = { page: await context.newPage(), say }
  const complaints = await complaintsOf(maria.page)
  await maria.page.goto('/')
  await goTo(maria, '/join')
  await button(maria, 'ui.code.scan').click()
  await expect(maria.page.getByText(say('join.invites', { name: 'Renate Vogel' }))).toBeVisible({
    timeout: 60_000,
  })
  await accept(maria)
  expect(complaints).toEqual([])
  await browser.close()
})
