import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core'
import { installProbe, type Probe } from './probe.ts'

/** How much slower than this machine a tablet is taken to be. */
export const slowness = 6

const flags = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // A container's root has no sandbox to offer.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** A browser with a profile of its own, in German, as wide as a tablet held upright. */
export const launchBare = (profile: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    executablePath: process.env['PONTE_CHROMIUM'] ?? '/usr/bin/chromium',
    args: flags,
    locale: 'de-DE',
    viewport: { width: 810, height: 1080 },
  })

/** The same, with the probe in each page. */
export async function launch(profile: string): Promise<BrowserContext> {
  const context = await launchBare(profile)
  await context.addInitScript(installProbe, { store: 'outbox' })
  return context
}

/** A page and the line to its inside. */
export type Tab = { readonly page: Page; readonly line: CDPSession }

/** A new page, slowed down or not. */
export async function openTab(context: BrowserContext, slow: boolean): Promise<Tab> {
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(error))
  const line = await context.newCDPSession(page)
  if (slow) await setSlowness(line, slowness)
  return { page, line }
}

export async function setSlowness(line: CDPSession, rate: number): Promise<void> {
  await line.send('Emulation.setCPUThrottlingRate', { rate })
}

/** Runs code in the page; no content policy stands in its way. Rejects with what it throws. */
export async function run<T>({ line }: Tab, expression: string): Promise<T> {
  const { result, exceptionDetails } = await line.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value as T
}

/** What the probe says once the page has been quiet for so many milliseconds. */
export async function probeWhenQuiet(tab: Tab, milliseconds: number): Promise<Probe> {
  await run(tab, `benchProbe.quiet(${milliseconds})`)
  return run<Probe>(tab, `({ ...benchProbe, quiet: undefined })`)
}

/** Presses one key as a keyboard does, whatever letter stands on it. */
export async function press({ line }: Tab, letter: string): Promise<void> {
  await line.send('Input.dispatchKeyEvent', {
    type: 'keyDown',
    key: letter,
    text: letter,
    unmodifiedText: letter,
  })
  await line.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter })
}

/** Waits until an expression is true in the page, which its content policy would keep Playwright from asking. */
export async function until(tab: Tab, expression: string): Promise<void> {
  await run(tab, `(async () => { while (!(${expression})) await new Promise((go) => setTimeout(go, 20)) })()`)
}

/** Waits until a service worker answers for this page's address, so that it opens without a network. */
export async function untilKept(tab: Tab): Promise<void> {
  await run(tab, 'navigator.serviceWorker.ready.then(() => undefined)')
  await until(tab, 'navigator.serviceWorker.controller !== null')
}
