import type { Page } from '@playwright/test'

// Inside the page; it stops dead at the wished step, so that nothing after it can happen before the tab is killed.
function instrument(): void {
  const watched = globalThis as typeof globalThis & { ponteSteps?: string[]; ponteStopAt?: number | string }
  const step = (name: string): void => {
    if (!watched.ponteSteps) return
    watched.ponteSteps.push(name)
    if (watched.ponteSteps.length !== watched.ponteStopAt && name !== watched.ponteStopAt) return
    console.log(`stopped at: ${name}`)
    for (;;);
  }
  const isNotebook = (name: string): boolean => name.startsWith('ponte-') && name !== 'ponte-device'
  for (const verb of ['put', 'add', 'delete'] as const) {
    const original = IDBObjectStore.prototype[verb] as (...given: unknown[]) => IDBRequest
    Object.defineProperty(IDBObjectStore.prototype, verb, {
      value(this: IDBObjectStore, ...given: unknown[]) {
        const request = original.apply(this, given)
        if (isNotebook(this.transaction.db.name)) step(`${verb} in ${this.name}`)
        return request
      },
    })
  }
  const begin = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction')?.value as (
    this: IDBDatabase,
    ...given: Parameters<IDBDatabase['transaction']>
  ) => IDBTransaction
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given) {
    const transaction = begin.apply(this, given)
    if (given[1] === 'readwrite' && isNotebook(this.name))
      transaction.addEventListener('complete', () => step('durable, and nobody knows it yet'))
    return transaction
  }
}

/** Makes every step of writing in this page countable. To be called before the page is loaded. */
export const watchSteps = (page: Page): Promise<unknown> => page.addInitScript(instrument)

/** From now on steps are counted, and the page stops dead at the given one, or at the first of that name. */
export async function stopAt(page: Page, step: number | string): Promise<void> {
  await page.evaluate((wished) => Object.assign(globalThis, { ponteSteps: [], ponteStopAt: wished }), step)
}

/** The steps since then. */
export const stepsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as typeof globalThis & { ponteSteps?: string[] }).ponteSteps ?? [])

/**
 * Does something in the page and kills the page if that comes to the step: the step's name if it was killed. Steps are counted from
 * here on, once there is somebody who hears that it stopped.
 */
export async function doOrDie(
  page: Page,
  step: number | string,
  act: () => Promise<void>,
): Promise<string | undefined> {
  const session = await page.context().newCDPSession(page)
  let stoppedAt = 'nowhere that it told of'
  const crashed = page.waitForEvent('crash', { timeout: 0 })
  page.on('console', (message) => {
    if (!message.text().startsWith('stopped at: ')) return
    stoppedAt = message.text().slice('stopped at: '.length)
    // The answer never comes: who should give it is gone.
    session.send('Page.crash').catch(() => undefined)
  })
  await stopAt(page, step)
  return Promise.race([
    crashed.then(() => stoppedAt),
    act().then(
      () => undefined,
      async (error: unknown) => {
        // Waiting for a killed page fails; anything else that fails has no crash to show for it.
        const killed = await Promise.race([
          crashed,
          new Promise((resolve) => setTimeout(resolve, 3000, undefined)),
        ])
        if (!killed) throw error
        return stoppedAt
      },
    ),
  ])
}
