import type { Notebook } from '../tables.ts'

/** A worker that can be started and told which space's calendar it keeps; tests hand in their own. */
type Keeper = EventTarget & { postMessage(space: string, transfer: Transferable[]): void }

const startWorker = (): Keeper =>
  new Worker(new URL('./calendar.worker.ts', import.meta.url), { type: 'module' })

/**
 * Keeps the notebook's calendar worked out beside the screen. Where workers don't start, on the screen's own thread:
 * then a series stands there once, and nothing that was written is out of sight.
 */
export function startCalendar(notebook: Notebook, start = startWorker): void {
  const here = (): void => {
    const report = (error: unknown): void => reportError(error)
    import('./keep.ts').then(({ keepWorkedOut }) => void keepWorkedOut(notebook, report), report)
  }
  try {
    const worker = start()
    worker.addEventListener('error', here, { once: true })
    worker.postMessage(notebook.space, [])
  } catch {
    here()
  }
}
