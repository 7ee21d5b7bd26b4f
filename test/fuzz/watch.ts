import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Bytes } from '../../src/shared/bytes.ts'
import type { Board } from './board.ts'
import type { Job, Told } from './child.ts'
import { workOf } from './work.ts'

/** An input that something was wrong with, and what. */
export type Found = { readonly target: string; readonly input: Bytes; readonly what: string }

/** Of the process's own work: on a busy machine seconds say little. */
const mostSeconds = 2
/** For an input that waits and does nothing. */
const mostWaiting = 30
const mostMegabytes = 256
/** For making inputs and whatever else is no input: a process that stays away longer has no use. */
const patience = 120
/** Of what it says when it dies: the end of it names the reason, but what Node adds about its heap is long. */
const mostWords = 4000

export type Watch = {
  readonly targets: readonly string[]
  readonly seed: number
  readonly life: number
  readonly board: Board
  /** Ends it when this says so. */
  readonly isOver: () => boolean
  readonly onFound: (found: Found) => void
  readonly only?: readonly Bytes[]
}

const program = fileURLToPath(new URL('./child.ts', import.meta.url))
const options = [
  `--max-old-space-size=${mostMegabytes}`,
  '--disable-warning=DEP0204',
  '--disable-warning=ExperimentalWarning',
]

/** Why an input ended the process that tried it, or why it was ended from here. Dying of a full heap takes seconds too. */
function deathOf(isSlow: boolean, code: number | null, signal: string | null, words: string): string {
  if (words.includes('heap out of memory') || words.includes('Last few GCs'))
    return `memory: over ${mostMegabytes} MB`
  if (isSlow) return `slow: it took over ${mostSeconds} s`
  // Nothing left to do, and the answer isn't there.
  if (code === 13) return 'it waits for what never comes'
  return `died: ${signal ?? code} ${words}`
}

/**
 * One process that tries inputs, until it is over or an input ends it: when it works on one for over 2 seconds, or its heap grows
 * over 256 MB. Then the board still shows it.
 */
export function watch({ targets, seed, life, board, isOver, onFound, only }: Watch): Promise<void> {
  const child = fork(program, {
    execArgv: options,
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  const job: Job = { file: board.file, targets, seed, life, ...(only ? { only } : {}) }
  const find = (what: string): void => {
    const { target, input } = board.present()
    onFound({ target: targets[target] ?? '', input, what })
  }
  return new Promise((resolve, reject) => {
    let words = ''
    child.stderr?.setEncoding('utf8')
    child.stderr?.on('data', (text: string) => (words = (words + text).slice(0, mostWords)))
    /** Why it was ended from here: that it is over, or what is wrong. */
    let why: 'done' | 'slow' | 'away' | undefined
    let [turn, since, before] = [board.turn, performance.now(), 0]
    const end = (reason: 'done' | 'slow' | 'away'): void => {
      why ??= reason
      child.kill('SIGKILL')
    }
    const look = (): void => {
      if (isOver()) return end('done')
      const [now, worked] = [board.turn, workOf(child.pid ?? 0)]
      if (now !== turn) [turn, since, before] = [now, performance.now(), worked]
      const seconds = (performance.now() - since) / 1000
      if (turn % 2 === 1 && (worked - before > mostSeconds || seconds > mostWaiting)) end('slow')
      else if (seconds > patience) end('away')
    }
    const timer = setInterval(look, 100)
    child.on('message', (told: Told) => {
      if ('done' in told) return end('done')
      find(told.found)
      child.send('noted')
    })
    child.on('error', reject)
    // When nothing of what it said is under way any more.
    child.on('close', (code, signal) => {
      clearInterval(timer)
      const isTrying = board.turn % 2 === 1
      if (why === 'done') return resolve()
      // It came to its end in the moment before it was ended.
      if (why === 'slow' && board.turn !== turn) return resolve()
      if (why !== 'away' && isTrying) find(deathOf(why === 'slow', code, signal, words))
      else
        return reject(new Error(why ? `nothing was tried for ${patience} s` : `it ended by itself: ${words}`))
      resolve()
    })
    child.send(job)
  })
}
