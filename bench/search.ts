import { launch, openTab, run, slowness, setSlowness, type Tab } from './browser.ts'
import { expectFrom } from './expected.ts'
import { repeat, type Clock } from './clock.ts'
import type { Result } from './result.ts'
import type { Stage } from './stage.ts'
import { keysOf } from './keys.ts'
import { median } from './statistics.ts'
import { beginningsOf, openList, typeAll, type Searched } from './typing.ts'

/** Names, some with accents or signs, and digits out of telephone numbers: 45 keys. */
const queries = ['Müller-Ost', 'Łukasz', 'Szabó', '4930', '0612', `O'Brien`, 'Kowal', 'Erzs']

/** Whether the line above the list tells this number; where nobody is found it tells none. */
const tells = (count: number): string =>
  `document.querySelector('.people').previousElementSibling.textContent.replace(/\\D/g, '') === '${count || ''}'`

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
  const contacts: Searched = {
    from: '',
    link: 'nav.places a[href="#/people"]',
    listed: '.people .rows li:nth-child(2)',
    quiet: 400,
    shows: (query) => tells(expect(query)),
  }
  const context = await launch(stage.profile)
  const app = await openTab(context, true)
  const bare = await openTab(context, false)
  await bare.page.goto(`${stage.peer.address}/fill`)
  const rounds = await repeat(clock, 5, async () => {
    await app.page.bringToFront()
    const opened = await openList(app, contacts, stage.app.address)
    const heap = await heapOf(app)
    const keys = await typeAll(app, contacts, queries, clock)
    await bare.page.bringToFront()
    await setSlowness(bare.line, slowness)
    const [read] = await run<number[]>(bare, 'bench.readAll()')
    const bareKeys = await run<number[]>(bare, `bench.lookUp(${JSON.stringify(beginningsOf(queries))})`)
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
