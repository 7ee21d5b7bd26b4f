import { allShared, exchanged, exchangeNow, invite, share, startThere, test } from './circle.ts'
import { chooseFile, takeButton, type Card } from './contact-file.ts'
import { addNote, button, expect, goTo, installed, welcome, type House } from './house.ts'
import { Line } from './line.ts'
import { addPhoto } from './pictures.ts'
import { logOf } from './server-log.ts'
import { Server } from './server.ts'
import { contents, stores } from './stores.ts'
import { wordsOf } from './words.ts'
import type { Page } from '@playwright/test'

const say = wordsOf('de')
const people = 300
const photos = 3

const cards: readonly Card[] = Array.from({ length: people }, (_, index) => ({
  name: ['Gast', `Nummer ${index + 1}`],
  phone: `+48 12 ${100_000 + index}`,
  email: `gast${index + 1}@example.org`,
  town: 'Kraków',
}))

/** Everything that is to be sent: 300 people, and a note with photos of a few hundred kilobytes. */
async function write(house: House): Promise<void> {
  await chooseFile(house, cards)
  await takeButton(house, people).click()
  await house.page
    .getByText(say('imports.taken', { count: people }))
    .first()
    .waitFor({ timeout: 60_000 })
  await addNote(house, 'Fotos vom Sommerfest.')
  for (let one = 0; one < photos; one += 1) await addPhoto(house, 8)
}

/** Sends everything over a line that is cut so often; each time it is tried once more. */
async function sendOver(line: Line, house: House): Promise<void> {
  // In the middle of the challenge, of the records, and of each photo.
  line.cutAfter('up', [1_000, 4_000, 20_000, 40_000, 150_000, 300_000])
  while (line.toCome > 0) await exchangeNow(house)
  await exchanged(house)
}

/** From the name to Start over such a line; each time it is tried once more, as the page offers. */
async function joinOver(line: Line, page: Page): Promise<House> {
  const house = { page, say }
  await button(house, 'join.title').click()
  line.cutAfter('down', [500, 3_000, 10_000, 30_000, 45_000])
  await button(house, 'join.next').click()
  const size = page.getByRole('heading', { name: say('join.size') })
  const again = page.getByRole('heading', { name: say('join.problem.offline') })
  const here = page.getByRole('heading', { name: say('join.here') })
  for (;;) {
    await expect(size.or(again).or(here)).toBeVisible({ timeout: 60_000 })
    // A second tap so soon is taken for a trembling hand.
    await page.waitForTimeout(600)
    if (await here.isVisible()) break
    const next = (await again.isVisible()) ? button(house, 'join.again') : button(house, 'join.next')
    // What it belongs to may just be over.
    await next.click({ timeout: 1000 }).catch(() => undefined)
  }
  expect(line.toCome).toBe(0)
  await startThere(house)
  return house
}

test('hundreds of records and their photos arrive once each over a slow line that is cut again and again', async ({
  device,
}) => {
  test.setTimeout(600_000)
  const line = await Line.open()
  const server = await Server.begin(line.url)
  line.leadTo(server.port)
  try {
    const page = await device(server)
    const renate = await welcome(page, 'de')
    await share(renate, 'Verein Altenbrück')
    await installed(page)
    const invited = await invite(renate, 'member', 'Maria Nowak')
    const other = await device(server)
    await other.goto(invited.link)
    await expect(other.getByText(say('join.invites', { name: 'Renate Vogel' }))).toBeVisible()
    await installed(other)

    await server.kill()
    await write(renate)
    await server.start()
    line.slow(200_000)
    await sendOver(line, renate)
    await allShared(renate)
    const maria = await joinOver(line, other)
    line.mend()
    await exchanged(maria)
    await expect(async () => expect(await contents(other)).toEqual(await contents(page))).toPass({
      timeout: 60_000,
    })
    const [mine, theirs] = [await stores(page), await stores(other)]
    // Everybody, their group, the note, the photos and the notebook itself.
    expect(mine['records']).toHaveLength(people + 1 + photos + 1)
    for (const rows of [mine, theirs])
      for (const store of ['outbox', 'sealed', 'waiting', 'unsentPhotos', 'frozen', 'aside'])
        expect(rows[store], store).toEqual([])
    expect(theirs['thumbs']).toHaveLength(photos)
    const sent = Object.values(logOf(server.dataFile)).reduce((sum, one) => sum + one, 0)
    expect(sent).toBeGreaterThanOrEqual(people + 1 + photos + 1)
    await goTo(maria, '/people')
    await other.getByRole('searchbox').fill('Nummer 300')
    await expect(other.getByRole('link', { name: /Nummer 300/ })).toHaveCount(1)
  } finally {
    await server.kill()
    await line.end()
  }
})
