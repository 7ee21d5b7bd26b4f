import { openSqlite } from '../src/server/store/sqlite.ts'
import { foldWords } from '../src/shared/fold.ts'
import { queryTokens } from '../src/shared/query.ts'
import { launch, openTab, run, setSlowness, slowness, until } from './browser.ts'
import { repeat, startClock } from './clock.ts'
import { nothing } from './entries.ts'
import { chanceFrom } from './random.ts'
import { fillBase, fillEntries } from './register-fill.ts'
import { madeBase, madeContents } from './register-made.ts'
import type { Result } from './result.ts'
import { newDataFile } from './servers.ts'
import { setStage, type Stage } from './stage.ts'
import { keysOf } from './keys.ts'
import { median } from './statistics.ts'
import { beginningsOf, openList, typeAll, type Searched } from './typing.ts'

const links = 25_000
const entries = 5000
/** Words of towns with accents, a town and its number, words of the entries' texts that all or none of them have: 50 keys. */
const queries = ['Großdorf', 'kisfalva 12', 'Altenbrück 99', 'schulen', 'Nowywice', 'chor', 'Xanten']

type Findable = { readonly name: string; readonly words: readonly string[] }

/** What a query must show last: the first of its towns, else its newest entry, '' for neither; by looking through all of them. */
function expectFrom(seed: number): (query: string) => string {
  const towns: Findable[] = madeBase(chanceFrom(seed), links)
    .towns.toSorted((one, other) => other.population - one.population)
    .map(({ name }) => ({ name, words: foldWords(name) }))
  const published: Findable[] = madeContents(chanceFrom(seed + 1), entries)
    .toReversed()
    .map(({ title, association, text }) => ({
      name: title,
      words: foldWords([title, association, text.de].join(' ')),
    }))
  return (query) => {
    const tokens = queryTokens(query)
    const isMeant = ({ words }: Findable): boolean =>
      tokens.every((starts) => starts.some((start) => words.some((word) => word.startsWith(start))))
    const isWhole = ({ words }: Findable): boolean => tokens.flat().some((start) => words.includes(start))
    const found = towns.filter(isMeant)
    return (found.find(isWhole) ?? found[0] ?? published.find(isMeant))?.name ?? ''
  }
}

/** Whether the last list of the page begins with this one. */
const shows = (name: string): string =>
  `([...document.querySelectorAll('main .rows')].at(-1)?.querySelector('strong')?.textContent ?? '') === ${JSON.stringify(name)}`

async function fillServer(seed: number): Promise<string> {
  const file = newDataFile()
  const store = openSqlite(file)
  await fillBase(store, chanceFrom(seed), links)
  await fillEntries(store, chanceFrom(seed + 1), entries)
  await store.close()
  return file
}

async function measureOn(stage: Stage, seed: number, seconds: number): Promise<Result[]> {
  const expect = expectFrom(seed)
  const register: Searched = {
    from: '/#/more',
    link: 'a[href="#/register"]',
    listed: 'main .rows li:nth-child(2)',
    quiet: 700,
    shows: (query) => shows(expect(query)),
  }
  const context = await launch(stage.profile)
  const app = await openTab(context, false)
  const bare = await openTab(context, false)
  await bare.page.goto(`${stage.peer.address}/fill`)
  await run(bare, `bench.fillTowns(${seed}, ${links})`)
  await app.page.bringToFront()
  // The first time it is fetched: what is measured is what lies here.
  const from = performance.now()
  await app.page.goto(`${stage.app.address}/#/register`)
  await app.page.waitForSelector('input[type=search]')
  await app.page.fill('input[type=search]', queries[0] ?? '')
  await until(app, register.shows(queries[0] ?? ''))
  console.log(`Fetched and kept in ${((performance.now() - from) / 1000).toFixed(1)} s.`)
  const clock = startClock(seconds)
  const rounds = await repeat(clock, 5, async () => {
    await app.page.bringToFront()
    await setSlowness(app.line, slowness)
    const opened = await openList(app, register, stage.app.address)
    const keys = await typeAll(app, register, queries, clock)
    await setSlowness(app.line, 1)
    await bare.page.bringToFront()
    await setSlowness(bare.line, slowness)
    const bareKeys = await run<number[]>(bare, `bench.lookUp(${JSON.stringify(beginningsOf(queries))})`)
    await setSlowness(bare.line, 1)
    return { opened, keys, bareKeys }
  })
  await context.close()
  const over = <T>(measure: (round: (typeof rounds)[number]) => T): T[] => rounds.map(measure)
  const count = rounds.length
  return [
    ...keysOf(`search in ${links} links and ${entries} entries`, rounds),
    {
      name: 'register, tap to painted list',
      unit: 'ms',
      value: median(over((one) => one.opened)),
      rounds: count,
    },
  ]
}

/**
 * Searching in the public register that lies on the device, beside one look-up of the towns with Dexie alone; for so many seconds, once all of
 * it is filled.
 */
export async function measureRegisterSearch(seed: number, seconds: number): Promise<Result[]> {
  const stage = await setStage(seed, nothing, await fillServer(seed))
  try {
    return await measureOn(stage, seed, seconds)
  } finally {
    await stage.clear()
  }
}
