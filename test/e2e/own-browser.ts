import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { launchOptions, tablet } from './chromium.ts'

/** A whole browser with its profile in `folder`: what lies there outlives the browser. */
export const openBrowser = (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, { ...launchOptions, ...tablet })

/** Ends all processes of a browser as a flat battery would: nothing is told, nothing is written any more. */
export async function killBrowser(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession()
  if (!session) throw new Error('this browser has no processes of its own')
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const closed = context.waitForEvent('close')
  for (const { id } of processInfo) {
    try {
      process.kill(id, 'SIGKILL')
    } catch {
      // It had just ended with another one.
    }
  }
  await closed
}

/** Kills a tab without a word to it. */
export async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  // The answer never comes: who should give it is gone.
  session.send('Page.crash').catch(() => undefined)
  await crashed
}
