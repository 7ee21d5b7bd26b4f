// Tablets, an exchange and a bad network, played from seeds for as long as one likes:
// npm run simulate -- --seconds 3600 --seed 1 --tablets 5 --cores 2
// A seed that fails is printed with the command that plays it again; --fault <n> plays with the n-th engine that is wrong.
import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import './prepare.ts'
import type { Told } from './run.ts'

type Options = {
  readonly seconds: number
  readonly seed: number
  readonly runs: number
  readonly tablets: number | undefined
  readonly cores: number
  readonly fault: number | undefined
  readonly isLoud: boolean
}

const numbers = ['seconds', 'seed', 'runs', 'tablets', 'cores', 'fault'] as const

function readOptions(): Options {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: { ...Object.fromEntries(numbers.map((name) => [name, text])), loud: { type: 'boolean' } },
  })
  const given = values as { readonly [name: string]: string | boolean | undefined }
  const numberOf = (name: (typeof numbers)[number]): number | undefined => {
    const value = given[name]
    if (value === undefined) return undefined
    const number = Number(value)
    if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} takes a whole number.`)
    return number
  }
  const runs = numberOf('runs')
  return {
    seconds: numberOf('seconds') ?? (runs === undefined ? 60 : Infinity),
    seed: numberOf('seed') ?? Math.floor(Math.random() * 1e9),
    runs: runs ?? Infinity,
    tablets: numberOf('tablets'),
    cores: Math.max(1, Math.min(numberOf('cores') ?? availableParallelism(), runs ?? Infinity)),
    fault: numberOf('fault'),
    isLoud: given['loud'] === true,
  }
}

type Sum = { runs: number; failed: number; told: { [what: string]: number } }

const add = (told: Sum['told'], more: Told): void => {
  for (const [what, count] of Object.entries(more)) told[what] = (told[what] ?? 0) + count
}

function commandFor(seed: number, { tablets, fault }: Options): string {
  const more = [
    tablets === undefined ? '' : ` --tablets ${tablets}`,
    fault === undefined ? '' : ` --fault ${fault}`,
  ]
  return `npm run simulate -- --seed ${seed} --runs 1${more.join('')} --loud`
}

/** Plays every n-th seed, from the one whose turn it is. */
async function playAll(options: Options, turn: number): Promise<Sum> {
  const { run } = await import('./run.ts')
  const { faults, noFault } = await import('./faults.ts')
  const fault = options.fault === undefined ? noFault : (faults[options.fault] ?? noFault)
  const say = options.isLoud ? { say: (line: string) => console.log(line) } : {}
  const end = performance.now() + options.seconds * 1000
  const sum: Sum = { runs: 0, failed: 0, told: {} }
  for (let at = turn; at < options.runs && performance.now() < end; at += options.cores) {
    const seed = options.seed + at
    sum.runs += 1
    try {
      add(sum.told, await run({ seed, tablets: options.tablets, fault, ...say }))
    } catch (error) {
      sum.failed += 1
      console.log(`Seed ${seed} fails:`, error, `\nAgain: ${commandFor(seed, options)}`)
    }
  }
  return sum
}

/** The same in a process of its own. */
function playInChild(turn: number): Promise<Sum> {
  return new Promise((resolve, reject) => {
    const words = process.argv.slice(2)
    const child = fork(fileURLToPath(import.meta.url), words, {
      env: { ...process.env, PONTE_TURN: String(turn) },
    })
    let sum: Sum | undefined
    child.on('message', (message) => (sum = message as Sum))
    child.on('exit', () => (sum ? resolve(sum) : reject(new Error('a process ended early'))))
  })
}

// What a tab that died had begun, and nobody waits for, ends with it: not all the other histories.
process.on('unhandledRejection', (error) => {
  if (!(error instanceof Error) || error.name !== 'Crash') throw error
})

const turn = process.env['PONTE_TURN']
const options = readOptions()
if (turn !== undefined) {
  const sum = await playAll(options, Number(turn))
  process.send?.(sum, undefined, {}, () => process.exit())
} else {
  const began = performance.now()
  console.log(`Seed ${options.seed}, ${options.cores} at once.`)
  const seeded = { ...options }
  process.argv.push('--seed', String(seeded.seed))
  const others = Array.from({ length: options.cores - 1 }, (_, at) => playInChild(at + 1))
  const sums = [await playAll(options, 0), ...(await Promise.all(others))]
  const total: Sum = { runs: 0, failed: 0, told: {} }
  for (const sum of sums) {
    total.runs += sum.runs
    total.failed += sum.failed
    add(total.told, sum.told)
  }
  const seconds = Math.round((performance.now() - began) / 1000)
  const { runs, failed, told } = total
  console.log(JSON.stringify({ seed: options.seed, cores: options.cores, seconds, runs, failed, ...told }))
  process.exit(failed > 0 ? 1 : 0)
}
