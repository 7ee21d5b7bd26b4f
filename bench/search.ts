import { queryTokens } from '../src/shared/query.ts'
import {
  launch,
  openTab,
  press,
  probeWhenQuiet,
  run,
  slowness,
  setSlowness,
  type Tab,
  until,
} from './browser.ts'
import { expectFrom } from './expected.ts'
import { repeat, type Clock } from './clock.ts'
import type { Result } from './result.ts'
import type { Stage } from './stage.ts'
import { keysOf } from './keys.ts'
import { median } from './statistics.ts'

/** Names, some with accents or signs, and digits out of telephone numbers: 45 keys. */
const queries = ['Müller-Ost', 'Łukasz', 'Szabó', '4930', '0612', `O'Brien`, 'Kowal', 'Erzs']

const quiet = 400

/** The beginnings of words that these keystrokes look for, each as its last token. */
const beginnings = queries.flatMap((query) =>
  [...query].flatMap((_, at) => queryTokens(query.slice(0, at + 1)).at(-1)?.[0] ?? []),
)

/** Whether the line above the list tells this number; where nobody is found it tells none. */
const tells = (count: number): string =>
  `document.querySelector('.people').previousElementSibling.textContent.replace(/\\D/g, '') === '${count || ''}'`

/** Types a query; milliseconds from each key to the painted result, without keys that change nothing. */
async function type(tab: Tab, query: string, expect: (query: string) => number): Promise<number[]> {
  await tab.page.fill('input[type=search]', '')
  await tab.page.waitForSelector('.people .rows li:nth-child(2)')
  await probeWhenQuiet(tab, quiet)
  await tab.page.focus('input[type=search]')
  const spans: number[] = []
  let before = -1
  for (let at = 1; at <= query.length; at += 1) {
    const count = expect(query.slice(0, at))
    await press(tab, query.charAt(at - 1))
    await until(tab, tells(count))
    const { inputAt, changedAt, paintedAt } = await probeWhenQuiet(tab, quiet)
    if (count !== before && changedAt > inputAt) spans.push(paintedAt - inputAt)
    before = count
  }
  return spans
}

async function openContacts(tab: Tab, address: string): Promise<number> {
  await tab.page.goto('about:blank')
  await tab.page.goto(address)
  await tab.page.waitForSelector('nav.places a[href="#/people"]')
  await probeWhenQuiet(tab, quiet)
  await tab.page.click('nav.places a[href="#/people"]')
  await tab.page.waitForSelector('.people .rows li')
  const { inputAt, paintedAt } = await probeWhenQuiet(tab, quiet)
  return paintedAt - inputAt
}

/** Megabytes of JavaScript objects after a collection. */
async function heapOf({ line }: Tab): Promise<number> {
  await line.send('HeapProfiler.collectGarbage')
  await line.send('Performance.enable')
  const { metrics } = await line.send('Performance.getMetrics')
  return (metrics.find((one) => one.name === 'JSHeapUsedSize')?.value ?? 0) / 1_000_000
}

/** Opening the contacts and searching in them, beside reading and looking up with Dexie alone. */
export async function measureSearch(stage: Stage, clock: Clock): Promise<Result[]> {
  const expect = expectFrom(stage.seed, stage.amount)
  const context = await launch(stage.profile)
  const app = await openTab(context, true)
  const bare = await openTab(context, false)
  await bare.page.goto(`${stage.peer.address}/fill`)
  const rounds = await repeat(clock, 5, async () => {
    await app.page.bringToFront()
    const opened = await openContacts(app, stage.app.address)
    const heap = await heapOf(app)
    const keys: number[] = []
    for (const query of queries) {
      if (keys.length > 0 && clock.left() < 0) break
      keys.push(...(await type(app, query, expect)))
    }
    await bare.page.bringToFront()
    await setSlowness(bare.line, slowness)
    const [read] = await run<number[]>(bare, 'bench.readAll()')
    const bareKeys = await run<number[]>(bare, `bench.lookUp(${JSON.stringify(beginnings)})`)
    await setSlowness(bare.line, 1)
    return { opened, heap, keys, read: read ?? 0, bareKeys }
  })
  await context.close()
  const over = <T>(measure: (round: (typeof rounds)[number]) => T): T[] => rounds.map(measure)
  const count = rounds.length
  return [
    ...keysOf('search', rounds),
    {
      name: 'contacts, tap to painted list',
      unit: 'ms',
      value: median(over((one) => one.opened)),
      peer: median(over((one) => one.read)),
      rounds: count,
    },
    {
      name: 'JavaScript memory with the contacts open',
      unit: 'MB',
      value: median(over((one) => one.heap)),
      rounds: count,
    },
  ]
}
