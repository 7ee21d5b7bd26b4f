import { languages, type Language } from '../../src/shared/language.ts'
import { sizes, themes } from '../../src/ui/preferences.ts'
import { seedCircle, test } from './circle.ts'
import { expect, welcome } from './house.ts'
import { barriers, Ledger, wear, type Look } from './look.ts'
import { complaints, visit } from './measure.ts'
import { everyAddress } from './routes.ts'
import { seed } from './seed.ts'
import type { Page } from '@playwright/test'

const viewports = ['360x740', '600x960', '744x1133', '820x1180', '1180x820', '960x600', '1366x768']

/** Over the four languages every pair of viewport, size and theme comes up; very large text on a phone in each. */
function looksOf(turn: number): Look[] {
  const pairwise = viewports.map((viewport, index): Look => {
    const [width = 0, height = 0] = viewport.split('x').map(Number)
    return {
      width,
      height,
      size: sizes[(index + turn) % 3] ?? 'normal',
      theme: themes[(2 * index + turn) % 3] ?? 'light',
    }
  })
  const narrow = { width: 320, height: 640, size: 'xlarge', theme: 'light' }
  return [...pairwise, narrow, { ...narrow, width: 360, height: 740 }]
}

/** A notebook with everything in it, shared with somebody on another device. Returns the addresses of all its screens. */
async function wholeNotebook(page: Page, other: Page, language: Language): Promise<string[]> {
  const house = await welcome(page, language)
  const records = await seed(house)
  return everyAddress({ ...records, ...(await seedCircle(house, other, language)) })
}

for (const [turn, language] of languages.entries()) {
  test(`every screen can be read and tapped in ${language}, at every size, in all colours, on all devices`, async ({
    page,
    device,
  }) => {
    test.setTimeout(1_800_000)
    const addresses = await wholeNotebook(page, await device(), language)
    const ledger = new Ledger()
    for (const [index, look] of looksOf(turn).entries()) {
      await wear(page, look)
      // The narrowest one shows every screen; of the others each shows every second one, and the next language the rest.
      const isNarrowest = index === viewports.length
      for (const address of addresses.filter((_, at) => isNarrowest || (at + index + turn) % 2 === 0)) {
        await visit(page, address)
        const place = `${address.replace(/[0-9a-f]{20,}/, 'ID')} ${look.width}x${look.height} ${look.size} ${look.theme}`
        for (const complaint of await complaints(page)) ledger.add(complaint, place)
      }
    }
    expect(ledger.lines()).toEqual([])
  })

  test(`no screen in ${language} has barriers that axe knows`, async ({ page, device }) => {
    test.setTimeout(1_800_000)
    const addresses = await wholeNotebook(page, await device(), language)
    const ledger = new Ledger()
    // Words differ between languages, colours don't: one theme a language, and over the languages all of them.
    const theme = themes[turn % 3] ?? 'light'
    await wear(page, { width: 820, height: 1180, size: 'normal', theme })
    for (const address of addresses) {
      await visit(page, address)
      for (const barrier of await barriers(page))
        ledger.add(barrier, `${address.replace(/[0-9a-f]{20,}/, 'ID')} ${theme}`)
    }
    expect(ledger.lines()).toEqual([])
  })
}
