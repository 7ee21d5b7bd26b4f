import { addPerson, expect, field, goTo, idOf, test, welcome } from './house.ts'
import { stores } from './stores.ts'
import type { Page } from '@playwright/test'

/** A JPEG of this size as base64, drawn by the browser itself. */
const draw = (page: Page, width: number, height: number): Promise<string> =>
  page.evaluate(
    ([w, h]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h })
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no canvas')
      context.fillStyle = '#0b4a7f'
      context.fillRect(0, 0, w / 2, h)
      return canvas.toDataURL('image/jpeg', 0.8).split(',')[1] ?? ''
    },
    [width, height] as const,
  )

/** An Exif segment with a camera and the place 50° north, 19° east, as phones write it. */
function exif(): Buffer {
  const tiff = Buffer.alloc(160)
  let at = tiff.write('II*\0', 0, 'latin1')
  at = tiff.writeUInt32LE(8, at)
  const entry = (tag: number, type: number, count: number, value: number): void => {
    at = tiff.writeUInt16LE(tag, at)
    at = tiff.writeUInt16LE(type, at)
    at = tiff.writeUInt32LE(count, at)
    at = tiff.writeUInt32LE(value, at)
  }
  at = tiff.writeUInt16LE(2, at)
  entry(0x010f, 2, 8, 110)
  entry(0x8825, 4, 1, 38)
  at = tiff.writeUInt32LE(0, at)
  at = tiff.writeUInt16LE(4, at)
  entry(1, 2, 2, 'N'.charCodeAt(0))
  entry(2, 5, 3, 118)
  entry(3, 2, 2, 'E'.charCodeAt(0))
  entry(4, 5, 3, 118)
  tiff.writeUInt32LE(0, at)
  tiff.write('Kamera1\0', 110, 'latin1')
  for (const [index, number] of [50, 1, 3, 1, 40, 1].entries()) tiff.writeUInt32LE(number, 118 + 4 * index)
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** What lies in a store as text of one byte a letter, with the size of each picture. */
async function kept(page: Page, store: string): Promise<{ text: string; width: number; height: number }[]> {
  await expect.poll(async () => ((await stores(page))[store] ?? []).length).toBe(1)
  return page.evaluate(async (name) => {
    const found =
      (await indexedDB.databases())
        .map((one) => one.name ?? '')
        .find((one) => /^ponte-(?!device)/.test(one)) ?? ''
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)))
    const database = await done(indexedDB.open(found))
    const rows = (await done(database.transaction(name).objectStore(name).getAll())) as {
      bytes: ArrayBuffer
    }[]
    database.close()
    return Promise.all(
      rows.map(async ({ bytes }) => {
        const { width, height } = await createImageBitmap(new Blob([bytes]))
        return { text: new TextDecoder('latin1').decode(bytes), width, height }
      }),
    )
  }, store)
}

test('a photo is kept small and without the place where it was taken', async ({ page }) => {
  const house = await welcome(page, 'de')
  await addPerson(house, { given: 'Anna', family: 'Nowak' })
  await goTo(house, `/people/${idOf(page)}/change`)
  // The person's page has buttons of the same name.
  await expect(field(house, 'people.givenName')).toBeVisible()
  const plain = Buffer.from(await draw(page, 3000, 2000), 'base64')
  const withPlace = Buffer.concat([plain.subarray(0, 2), exif(), plain.subarray(2)])
  expect(withPlace.toString('latin1')).toContain('Kamera1')
  await page
    .getByLabel(house.say('ui.photo.choose'))
    .setInputFiles({ name: 'IMG_1234.JPG', mimeType: 'image/jpeg', buffer: withPlace })
  await expect(page.getByRole('img', { name: /Anna Nowak/ })).toBeVisible()
  const [full] = await kept(page, 'photos')
  expect(full).toMatchObject({ width: 1600, height: 1067 })
  const [thumb] = await kept(page, 'thumbs')
  expect(thumb).toMatchObject({ width: 320, height: 213 })
  for (const { text } of [full, thumb].flatMap((one) => one ?? [])) {
    expect(text).not.toContain('Exif')
    expect(text).not.toContain('Kamera1')
  }
})

test('a file that is no picture changes nothing and says so', async ({ page }) => {
  const house = await welcome(page, 'de')
  await addPerson(house, { given: 'Anna', family: 'Nowak' })
  await goTo(house, `/people/${idOf(page)}/change`)
  // The person's page has buttons of the same name.
  await expect(field(house, 'people.givenName')).toBeVisible()
  await page
    .getByLabel(house.say('ui.photo.choose'))
    .setInputFiles({ name: 'brief.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Sehr geehrte Damen') })
  await expect(page.getByText(house.say('ui.photo.unreadable'))).toBeVisible()
  expect((await stores(page))['photos']).toEqual([])
})
