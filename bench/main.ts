// What the design promises, measured in a browser that is slowed down, on a notebook of 10,000 records:
// npm run bench -- start search save --seconds 600 --seed 1
// The map alone: npm run bench -- map --seconds 60
// Searching the public register, 25,000 links and 5,000 entries: npm run bench -- register-search --seconds 120
// And what a notebook costs on its way to another device, beside others, and when it is old:
// npm run bench -- join growth --seconds 1800
// And how well it is told who would fit: npm run bench -- fit --seconds 900
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { readArguments, type Wanted } from './arguments.ts'
import { slowness } from './browser.ts'
import { startClock, type Clock } from './clock.ts'
import { compareJoin } from './compare.ts'
import { nothing, type Amount } from './entries.ts'
import { measureFit } from './fit/measure.ts'
import type { GrowthReport } from './growth.ts'
import { showGrowth } from './growth-report.ts'
import { showJoin } from './join-report.ts'
import { measureMap } from './map.ts'
import { ratioOf, showResults, type Result } from './result.ts'
import { measureRegisterSearch } from './register-search.ts'
import { measureSave } from './save.ts'
import { measureSearch } from './search.ts'
import { setStage, type Stage } from './stage.ts'
import { measureStart } from './start.ts'

/** 10,000 records of everything, and 500 photos. */
const mixed: Amount = {
  people: 4000,
  notes: 3500,
  events: 500,
  projects: 200,
  steps: 800,
  visits: 500,
  documents: 500,
  photos: 500,
}
const people: Amount = { ...nothing, people: 10_000 }

type Measure = (stage: Stage, clock: Clock) => Promise<Result[]>

/** Each measure gets an equal share of what the ones before it left. */
async function onStage(
  seed: number,
  amount: Amount,
  clock: Clock,
  measures: readonly Measure[],
  later: number,
): Promise<Result[]> {
  const results: Result[] = []
  if (measures.length === 0) return results
  const stage = await setStage(seed, amount)
  const { app, peer } = stage.fillSeconds
  console.log(
    `Filled in ${app.toFixed(1)} s (bare ${peer.toFixed(1)} s): ${Object.entries(amount)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => `${count} ${kind}`)
      .join(', ')}.`,
  )
  try {
    for (const [at, measure] of measures.entries()) {
      const share = clock.left() / (measures.length - at + later)
      results.push(...(await measure(stage, startClock(share))))
    }
    return results
  } finally {
    await stage.clear()
  }
}

/** Whether it is measured without a filled notebook. */
const isElsewhere = (part: Wanted['parts'][number]): boolean =>
  part === 'map' || part === 'register-search' || part === 'join' || part === 'growth' || part === 'fit'

async function measureApp({ parts, seed }: Wanted, clock: Clock): Promise<Result[]> {
  const onMixed = [
    ...(parts.includes('save') ? [measureSave] : []),
    // Last: it takes both servers away.
    ...(parts.includes('start') ? [measureStart] : []),
  ]
  const onPeople = parts.includes('search') ? [measureSearch] : []
  const afterwards = parts.filter(isElsewhere).length
  return [
    ...(await onStage(seed, mixed, clock, onMixed, onPeople.length + afterwards)),
    ...(await onStage(seed, people, clock, onPeople, afterwards)),
    ...(parts.includes('map') ? await measureMap(seed, startClock(clock.left() / afterwards)) : []),
    ...(parts.includes('register-search')
      ? await measureRegisterSearch(seed, clock.left() / afterwards)
      : []),
  ]
}

/** Two of its devices live in this process: it gets tables in memory, and reads the source as the bundler would. */
async function growNow(by: Wanted, left: Clock): Promise<GrowthReport> {
  await import('../test/sync/simulate/prepare.ts')
  const { measureGrowth } = await import('./growth.ts')
  return measureGrowth(by, left)
}

if (!existsSync('dist/sw.js')) throw new Error('There is no build to measure: npm run build')
const wanted = readArguments(process.argv.slice(2))
console.log(
  `Seed ${wanted.seed}, at most ${wanted.seconds} s; ${cpus().length} cores${!wanted.parts.every(isElsewhere) ? `, the page slowed ${slowness}x` : ''}.`,
)
const clock = startClock(wanted.seconds)
const results = await measureApp(wanted, clock)
const fit = wanted.parts.includes('fit') ? await measureFit(wanted, clock) : undefined
const isGrowing = wanted.parts.includes('growth')
const join = wanted.parts.includes('join')
  ? await compareJoin(wanted.seed, startClock(clock.left() / (isGrowing ? 2 : 1)))
  : undefined
const growth = isGrowing ? await growNow(wanted, clock) : undefined
if (results.length > 0) console.log(`\n${showResults(results)}`)
if (join) console.log(`\n${showJoin(join)}`)
if (growth) console.log(`\n${showGrowth(growth)}`)
if (fit) console.log(`\n${fit.text}`)
console.log(
  `\n${JSON.stringify({
    bench: wanted,
    slowness,
    results: results.map((result) => ({ ...result, name: result.name.trim(), ratio: ratioOf(result) })),
    join,
    growth,
    fit: fit?.figures,
  })}`,
)
