import { allShared, share, test } from './circle.ts'
import { addNote, button, comeBackTo, expect, goTo, idOf, installed, welcome, type House } from './house.ts'
import { addPhoto } from './pictures.ts'
import { stores } from './stores.ts'
import type { Page } from '@playwright/test'

/** From now on the browser says that nearly all of its room is used up. */
const nearlyFull = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    navigator.storage.estimate = () => Promise.resolve({ quota: 10e9, usage: 9.9e9 })
  })

const lie = async (page: Page): Promise<{ photos: number; thumbs: number }> => {
  const { photos, thumbs } = await stores(page)
  return { photos: photos?.length ?? 0, thumbs: thumbs?.length ?? 0 }
}

/** How wide the picture is on the page of a photo: the photo itself has 1600, the small picture 320. */
const widthOf = (page: Page): Promise<number> =>
  page.locator('img.whole').evaluate((image) => (image as HTMLImageElement).naturalWidth)

/** Opens one of the photos of a note. */
async function look(house: House, note: string, nth: number): Promise<void> {
  await goTo(house, `/notes/${note}`)
  await house.page.locator('.photos a').nth(nth).click()
}

test('a device that is nearly full says so, makes room by one tap, and shows each photo again', async ({
  device,
}) => {
  const page = await device()
  await nearlyFull(page)
  const house = await welcome(page, 'de')
  const { say } = house
  await addNote(house, 'Der Bus fährt um acht Uhr.')
  const note = idOf(page)
  for (let count = 0; count < 2; count += 1) await addPhoto(house)
  await goTo(house, '/')
  // Nobody else has them yet.
  await expect(page.getByText(say('room.little'))).toBeVisible()
  await expect(page.getByText(say('room.delete'))).toBeVisible()
  await expect(button(house, 'room.free')).toHaveCount(0)

  await share(house, 'Verein Altenbrück')
  await allShared(house)
  await comeBackTo(house, '/')
  await button(house, 'room.free').click()
  await expect(page.getByText(say('room.freed', { size: '1' }))).toBeVisible()
  await expect.poll(() => lie(page)).toEqual({ photos: 0, thumbs: 2 })

  await look(house, note, 0)
  await expect.poll(() => widthOf(page), { timeout: 60_000 }).toBe(1600)
  await expect.poll(() => lie(page)).toEqual({ photos: 1, thumbs: 2 })
  await installed(page)
  await page.context().setOffline(true)
  await look(house, note, 1)
  await expect(page.getByText(say('photos.small'))).toBeVisible()
  await expect.poll(() => widthOf(page)).toBe(320)
  await page.context().setOffline(false)
  await expect.poll(() => widthOf(page), { timeout: 60_000 }).toBe(1600)
  await expect(page.getByText(say('photos.small'))).toHaveCount(0)

  // Whoever has just made room is left alone for a week.
  await page.reload()
  await allShared(house)
  await expect(page.getByText(say('room.little'))).toHaveCount(0)
  await goTo(house, '/saved')
  await page.getByRole('link', { name: say('saved.littleRoom') }).click()
  await expect(page.getByText(say('room.here', { here: '2', all: '2' }))).toBeVisible()
})

test('all photos come to a device where somebody wants them, without being looked at', async ({ device }) => {
  const page = await device()
  const house = await welcome(page, 'de')
  const { say } = house
  await addNote(house, 'Der Bus fährt um acht Uhr.')
  for (let count = 0; count < 2; count += 1) await addPhoto(house)
  await share(house, 'Verein Altenbrück')
  await allShared(house)
  await goTo(house, '/more')
  await page.getByRole('link', { name: say('room.title') }).click()
  await button(house, 'room.free').click()
  await expect(page.getByText(say('room.here', { here: '0', all: '2' }))).toBeVisible()
  await expect(page.getByRole('radio', { name: say('room.looked') })).toBeChecked()
  await page.getByRole('radio', { name: say('room.all') }).check()
  await expect(page.getByText(say('room.here', { here: '2', all: '2' }))).toBeVisible({ timeout: 60_000 })
  await expect.poll(() => lie(page)).toEqual({ photos: 2, thumbs: 2 })
})
