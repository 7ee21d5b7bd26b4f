import { once } from 'node:events'
import '../sync/simulate/prepare.ts'
import { chanceFrom } from '../../bench/random.ts'
import type { Bytes } from '../../src/shared/bytes.ts'
import { Board } from './board.ts'
import { planted } from './planted.ts'
import type { Target } from './target.ts'
import { targets } from './targets.ts'

/** What a process is to do: its targets by turns, or these inputs alone. */
export type Job = {
  /** The board's. */
  readonly file: string
  readonly targets: readonly string[]
  readonly seed: number
  /** How many processes there were before this one: it goes on with other inputs. */
  readonly life: number
  readonly only?: readonly Bytes[]
}

/** What it tells: that something was found (and in which input, by the board), or that all is tried. */
export type Told = { readonly found: string } | { readonly done: true }

const [job] = (await once(process, 'message')) as [Job]
const board = Board.open(job.file)
const tell = (something: Told): unknown => process.send?.(something)
// Without whoever watches it has no use.
process.on('disconnect', () => process.exit())
// An input that waits for what never comes ends the process, which would wait for messages else.
process.channel?.unref()

const mebibyte = 1024 * 1024
const mostBytes = 256 * mebibyte

const wordsOf = (error: unknown): string => {
  const { stack = String(error), cause } = error as Error
  return cause === undefined ? stack : `${stack}\nbecause of ${wordsOf(cause)}`
}

/** What lies outside the heap is not limited by Node: it is counted here. */
const outside = (): number => process.memoryUsage().arrayBuffers

async function tryOne(at: number, target: Target, input: Bytes): Promise<void> {
  board.begin(at, input)
  const before = outside()
  try {
    const verdict = await target.judge(input)
    if (outside() - before > mostBytes) throw new Error('it took more than 256 MB')
    board.end(verdict)
  } catch (error) {
    const isNoted = once(process, 'message')
    process.channel?.ref()
    tell({ found: wordsOf(error) })
    // The board is read before the next input is written there.
    await isNoted
    process.channel?.unref()
    board.end('found')
  }
}

async function load(name: string): Promise<Target> {
  const maker = (await targets[name]?.()) ?? planted[name]
  if (!maker) throw new Error(`There is no target ${name}: ${Object.keys(targets).join(', ')}`)
  return maker()
}

/** Each target gets as much time as the others. */
async function fuzz(loaded: readonly Target[]): Promise<never> {
  const spent = loaded.map(() => 0)
  const counts = loaded.map(() => 0)
  for (;;) {
    const at = spent.indexOf(Math.min(...spent))
    const target = loaded[at]
    const count = (counts[at] = (counts[at] ?? 0) + 1)
    if (!target) continue
    const began = performance.now()
    const chance = chanceFrom(
      (job.seed ^ Math.imul(at + 1, 0x9e3779b1) ^ Math.imul(job.life, 0x85ebca6b)) + count,
    )
    await tryOne(at, target, await target.make(chance))
    spent[at] = (spent[at] ?? 0) + performance.now() - began
  }
}

const loaded = await Promise.all(job.targets.map(load))
if (job.only) {
  const [target] = loaded
  for (const input of job.only) if (target) await tryOne(0, target, input)
  tell({ done: true })
} else await fuzz(loaded)
