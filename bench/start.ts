import { launch, openTab, probeWhenQuiet, run, type Tab } from './browser.ts'
import { repeat, type Clock } from './clock.ts'
import { scriptsAfter, scriptsOf } from './first-screens.ts'
import type { Result } from './result.ts'
import type { Stage } from './stage.ts'
import { median } from './statistics.ts'

/** Nothing more comes after so many milliseconds without a change. */
const quiet = 700

type Opened = { readonly ms: number; readonly scripts: readonly string[] }

/** A browser that was just started opens an address without a network: milliseconds until `last` and all else is painted. */
async function open(
  stage: Stage,
  address: string,
  last: string,
  then: (tab: Tab) => Promise<void>,
): Promise<Opened> {
  const context = await launch(stage.profile)
  try {
    const tab = await openTab(context, true)
    await tab.page.goto(address)
    await tab.page.waitForSelector(last)
    const { paintedAt } = await probeWhenQuiet(tab, quiet)
    const scripts = await run<string[]>(
      tab,
      `performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname.slice(1)).filter((name) => name.endsWith('.js') && name !== 'sw.js')`,
    )
    await then(tab)
    return { ms: paintedAt, scripts }
  } finally {
    await context.close()
  }
}

/** Start is usable only if its buttons lead somewhere. */
async function tryButtons({ page }: Tab): Promise<void> {
  await page.click('.buttons.big a[href="#/notes/new"]')
  await page.waitForSelector('form textarea')
  await page.goBack()
  await page.click('.buttons.big a[href="#/visits/new"]')
  await page.waitForSelector('form button')
}

/** What the browser fetched and the list of first-screens.ts must be the same, or the sizes say nothing. */
function compare(fetched: readonly string[]): void {
  const listed = scriptsOf('dist', 'start', 'de')
  const after = scriptsAfter('dist', 'de')
  const unlisted = fetched.filter((file) => !listed.includes(file) && !after.includes(file))
  const unused = listed.filter((file) => !fetched.includes(file))
  if (unlisted.length + unused.length > 0)
    throw new Error(
      `bench/first-screens.ts is wrong. Start also fetched: ${unlisted.join(' ') || 'nothing'}; it did not fetch: ${unused.join(' ') || 'nothing'}.`,
    )
}

/** Cold start without a network, beside a page that opens Dexie and shows three rows. */
export async function measureStart(stage: Stage, clock: Clock): Promise<Result[]> {
  await Promise.all([stage.app.stop(), stage.peer.stop()])
  const rounds = await repeat(clock, 5, async () => {
    const app = await open(stage, stage.app.address, '.section .rows li:nth-child(3)', tryButtons)
    compare(app.scripts)
    const peer = await open(stage, stage.peer.address, 'li:nth-child(3)', async () => undefined)
    return { app: app.ms, peer: peer.ms }
  })
  return [
    {
      name: 'start to usable, cold, offline',
      unit: 'ms',
      value: median(rounds.map((round) => round.app)),
      peer: median(rounds.map((round) => round.peer)),
      rounds: rounds.length,
      limit: 1500,
    },
  ]
}
