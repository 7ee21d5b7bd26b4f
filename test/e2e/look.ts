import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

export type Look = {
  readonly width: number
  readonly height: number
  readonly size: string
  readonly theme: string
}

/** Puts the app into these letters and colours, on a screen of this size, as its own choosers do. */
export async function wear(page: Page, { width, height, size, theme }: Look): Promise<void> {
  // A colour that is just changing has any contrast.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.setViewportSize({ width, height })
  await page.evaluate(
    ([letters, colours]) => {
      localStorage.setItem('ponte-size', letters)
      localStorage.setItem('ponte-theme', colours)
      Object.assign(document.documentElement.dataset, { size: letters, theme: colours })
    },
    [size, theme] as const,
  )
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
const rules = { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } }

/**
 * What axe finds on the present screen, with contrast and targets as strict as it can. The screen is as high as the
 * page meanwhile: else what scrolls away under the bar at the bottom counts as covered by it.
 */
export async function barriers(page: Page): Promise<string[]> {
  const { width, height } = page.viewportSize() ?? { width: 820, height: 1180 }
  // Parts of it may still come: as high as it is once it grows no more.
  for (let [before, whole] = [0, height]; whole > before;) {
    before = whole
    await page.setViewportSize({ width, height: whole })
    await page.waitForTimeout(200)
    whole = Math.max(whole, await page.evaluate(() => document.documentElement.scrollHeight))
  }
  const { violations } = await new AxeBuilder({ page })
    // There are no frames here, and this way it needs no page of its own for each answer.
    .setLegacyMode(true)
    .options({ runOnly: { type: 'tag', values: tags }, rules })
    .analyze()
  await page.setViewportSize({ width, height })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary ?? ''}`),
  )
}

/** Complaints by what they say, each with the screens and looks in which it came up. */
export class Ledger {
  readonly #places = new Map<string, string[]>()
  add(complaint: string, place: string): void {
    this.#places.set(complaint, [...(this.#places.get(complaint) ?? []), place])
  }
  lines(): string[] {
    return [...this.#places].map(
      ([complaint, places]) =>
        `${complaint}\n    ${places.length} times, first: ${places.slice(0, 3).join('; ')}`,
    )
  }
}
