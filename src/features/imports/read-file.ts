import { script } from '../../ui/script.ts'
import { limits } from './vcard/limits.ts'
import type { VcardProblem, VcardResult } from './vcard/types.ts'

/** 'stopped': the file's bytes didn't come, or reading them broke off. */
export type ReadProblem = VcardProblem | 'stopped'
export type Reading = Extract<VcardResult, { ok: true }> | { ok: false; problem: ReadProblem }

/** What reading needs of a worker; tests hand in their own. */
export type Reader = EventTarget & {
  postMessage(message: ArrayBuffer, transfer: Transferable[]): void
  terminate(): void
}

// Its address, and not a worker at once: the page's policy has to see it first.
const [readerAddress = ''] = Object.values(
  import.meta.glob<string>('./reader.worker.ts', { query: '?worker&url', import: 'default', eager: true }),
)

const startReader = (): Reader => new Worker(script(readerAddress), { type: 'module' })

/** Milliseconds: a worker that the system has killed for its memory may say nothing at all. */
const longest = 120_000

const stopped: Reading = { ok: false, problem: 'stopped' }

function answerOf(reader: Reader, bytes: ArrayBuffer, signal: AbortSignal): Promise<Reading> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(stopped), longest)
    const end = (reading: Reading): void => {
      clearTimeout(timer)
      resolve(reading)
    }
    reader.addEventListener('message', (event) => end((event as MessageEvent<VcardResult>).data))
    for (const broken of ['error', 'messageerror']) reader.addEventListener(broken, () => end(stopped))
    signal.addEventListener('abort', () => end(stopped))
    reader.postMessage(bytes, [bytes])
  })
}

/**
 * The people of a contact file, read beside the screen. One that is too large is refused by its size, before a byte of
 * it is read. `signal` ends the reading.
 */
export async function readFile(file: Blob, signal: AbortSignal, start = startReader): Promise<Reading> {
  if (file.size > limits.file) return { ok: false, problem: 'too-large' }
  // A file that lies elsewhere, or was taken away meanwhile, has no bytes to give.
  const bytes = await file.arrayBuffer().catch(() => undefined)
  if (!bytes || signal.aborted) return stopped
  const reader = start()
  try {
    return await answerOf(reader, bytes, signal)
  } finally {
    reader.terminate()
  }
}
