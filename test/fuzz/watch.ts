import { Worker } from 'node:worker_threads'
import type { Bytes } from '../../src/shared/bytes.ts'
import type { Board } from './board.ts'
import type { Job, Told } from './worker.ts'

/** An input that something was wrong with, and what. */
export type Found = { readonly target: string; readonly input: Bytes; readonly what: string }

/** Of the thread's own work: on a busy machine seconds say little. */
const mostSeconds = 2
/** For an input that waits and does nothing. */
const mostWaiting = 30
const mostMegabytes = 256
/** For making inputs and whatever else is no input: a thread that stays away longer has no use. */
const patience = 120

/** Seconds of work; 0 for a thread that isn't there yet, or ends: whoever waits for that hears of it otherwise. */
const workOf = (worker: Worker): Promise<number> =>
  worker.cpuUsage().then(
    ({ user, system }) => (user + system) / 1e6,
    () => 0,
  )

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

/**
 * One thread that tries inputs, until it is over or an input kills it. The thread is ended when it works on an input for over 2
 * seconds, and ends by itself when its heap grows over 256 MB. Resolves with whether another one is to go on.
 */
export function watch({
  targets,
  seed,
  life,
  board,
  isOver,
  onFound,
  only,
}: Watch): Promise<'done' | 'died'> {
  const job: Job = { memory: board.memory, targets, seed, life, ...(only ? { only } : {}) }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    execArgv: ['--disable-warning=DEP0204', '--disable-warning=ExperimentalWarning'],
  })
  const finding = (what: string): Found => {
    const { target, input } = board.present()
    return { target: targets[target] ?? '', input, what }
  }
  return new Promise((resolve, reject) => {
    let [turn, since, before, isEnding] = [board.turn, performance.now(), 0, false]
    const end = (how: 'done' | 'died'): void => {
      clearInterval(timer)
      isEnding = true
      worker.removeAllListeners()
      worker.on('error', () => undefined)
      void worker.terminate().then(() => resolve(how))
    }
    const fail = (error: unknown): void => {
      end('died')
      reject(error instanceof Error ? error : new Error(String(error)))
    }
    const look = async (): Promise<void> => {
      if (isOver()) return end('done')
      const worked = await workOf(worker)
      if (isEnding) return
      if (board.turn !== turn) [turn, since, before] = [board.turn, performance.now(), worked]
      const seconds = (performance.now() - since) / 1000
      if (turn % 2 === 1 && (worked - before > mostSeconds || seconds > mostWaiting)) {
        onFound(finding(`slow: it took over ${mostSeconds} s`))
        end('died')
      } else if (seconds > patience) fail(new Error(`nothing was tried for ${patience} s`))
    }
    const timer = setInterval(() => void look().catch(fail), 100)
    worker.on('message', (told: Told) => {
      if ('done' in told) end('done')
      if (!('found' in told)) return
      onFound(finding(told.found))
      worker.postMessage('noted', [])
    })
    worker.on('error', (error: Error & { code?: string }) => {
      if (board.turn % 2 === 0) return fail(error)
      onFound(
        finding(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory: over 256 MB' : `died: ${error.stack}`),
      )
      end('died')
    })
    worker.on('exit', () => {
      if (board.turn % 2 === 0) return fail(new Error('the thread ended by itself'))
      onFound(finding('it waits for what never comes'))
      end('died')
    })
  })
}
