import type { Page } from '@playwright/test'
import type { House } from './house.ts'

type File = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** A photo of coloured squares: the smaller they are, the more bytes it takes. */
export async function drawPhoto(page: Page, square: number): Promise<File> {
  const drawn = await page.evaluate((size) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 1200 })
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    for (let x = 0; x < 1600; x += size)
      for (let y = 0; y < 1200; y += size) {
        context.fillStyle = `hsl(${Math.floor(Math.random() * 360)} 60% 60%)`
        context.fillRect(x, y, size, size)
      }
    return canvas.toDataURL('image/jpeg', 0.8).split(',')[1] ?? ''
  }, square)
  return { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(drawn, 'base64') }
}

/** Adds a photo to the page of a record, as the system's own chooser hands it over. */
export async function addPhoto({ page, say }: House, square = 200): Promise<void> {
  const before = await page.locator('.photos img').count()
  await page.getByLabel(say('ui.photo.choose')).setInputFiles(await drawPhoto(page, square))
  await page.locator('.photos img').nth(before).waitFor({ timeout: 60_000 })
}
