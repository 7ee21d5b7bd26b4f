import type { Page } from '@playwright/test'
import { button, expect, goTo, type House } from './house.ts'

/** The coloured band over every page. */
export const band = ({ page, say }: House) => page.getByRole('complementary', { name: say('practice.title') })

/** Opens the practice notebook, which is filled at the first time. */
export async function begin(house: House): Promise<void> {
  await goTo(house, '/practice')
  await button(house, 'practice.begin').click()
  await expect(band(house)).toBeVisible({ timeout: 120_000 })
}

/** The id of the first record of a kind whose name contains these words, in the practice notebook. */
export async function idIn(page: Page, kind: string, words: string): Promise<string> {
  const rows = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('refused')))
      })
    const database = await done(indexedDB.open('ponte-practice'))
    const all = await done(database.transaction('records').objectStore('records').getAll())
    database.close()
    return all as { id: string; kind: string; label: string }[]
  })
  const found = rows.find((row) => row.kind === kind && row.label.includes(words))
  if (!found) throw new Error(`no ${kind} called ${words} in the practice notebook`)
  return found.id
}
