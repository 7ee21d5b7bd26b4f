import type { Locator } from '@playwright/test'

/** A second tap so soon after a question came up is taken for a slip of the finger. */
const readingTime = 600

/** Taps like a person who reads first, and counts. */
export class Finger {
  taps = 0
  async tap(target: Locator): Promise<void> {
    await target.waitFor({ timeout: 60_000 })
    await target.page().waitForTimeout(readingTime)
    await target.tap()
    this.taps += 1
  }
}
