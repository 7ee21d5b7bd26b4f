import { cp } from 'node:fs/promises'
import { allShared, exchangeNow, invite, join, share, test } from './circle.ts'
import { addNote, expect, goTo, installed, welcome, type House } from './house.ts'
import { openBrowser } from './own-browser.ts'
import { contents } from './stores.ts'
import { wordsOf } from './words.ts'
import type { BrowserContext } from '@playwright/test'

const say = wordsOf('de')

async function open(context: BrowserContext, url: string): Promise<House> {
  const page = await context.newPage()
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1, name: say('start.title') })).toBeVisible()
  return { page, say }
}

test('a tablet and the copy that was restored of it both go on writing, and nothing is lost', async ({
  device,
  server,
}, testInfo) => {
  test.setTimeout(600_000)
  const [folder, copy] = [testInfo.outputPath('profile'), testInfo.outputPath('copy')]
  const before = await openBrowser(folder)
  const renate = await welcome(await before.newPage(), 'de', server.url)
  await addNote(renate, 'Vor der Kopie.')
  await share(renate, 'Verein Altenbrück')
  await allShared(renate)
  const maria = await join(await device(), await invite(renate, 'member', 'Maria Nowak'))
  for (const { page } of [renate, maria]) await installed(page)
  // Written and not yet sent when the copy is made: both will have it.
  await server.kill()
  await addNote(renate, 'Steht in beiden.')
  await before.close()
  await cp(folder, copy, { recursive: true })

  const contexts = [await openBrowser(folder), await openBrowser(copy)] as const
  const [first, second] = [await open(contexts[0], server.url), await open(contexts[1], server.url)]
  await addNote(first, 'Auf dem Tablet geschrieben.')
  await addNote(second, 'Auf der Kopie geschrieben.')
  await server.start()
  const houses = [first, second, maria]
  // Whoever finds out that it is a copy begins anew, in the middle of this.
  const exchange = (house: House): Promise<void> =>
    expect(async () => expect(await exchangeNow(house, 15_000)).toBe(true)).toPass({ timeout: 120_000 })
  for (const house of [...houses, ...houses]) await exchange(house)
  for (const house of houses) {
    await allShared(house)
    await goTo(house, '/notes')
    for (const text of [
      'Vor der Kopie.',
      'Steht in beiden.',
      'Auf dem Tablet geschrieben.',
      'Auf der Kopie geschrieben.',
    ])
      await expect(house.page.getByRole('link', { name: text })).toHaveCount(1)
    await expect(async () => expect(await contents(house.page)).toEqual(await contents(maria.page))).toPass({
      timeout: 60_000,
    })
  }
  await goTo(maria, '/members')
  const person = maria.page.locator('.member').filter({ hasText: 'Renate Vogel' })
  await expect(person).toHaveCount(1)
  await expect(person.locator('.device')).toHaveCount(2)
  for (const context of contexts) await context.close()
})
