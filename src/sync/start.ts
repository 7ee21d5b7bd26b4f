import { onPhotoWanted } from '../db/photo-url.ts'
import type { Notebook } from '../db/tables.ts'
import { askInBackground } from './ask-background.ts'
import type { Call, Start, Wake } from './calls.ts'
import { fetchPhoto, handVerbsTo, loseVerbs } from './verbs.ts'
import { watchMe } from './watch-me.ts'

/** The worker beside the screen; tests hand in their own. */
type Beside = EventTarget & { postMessage(message: Start | Call | Wake, transfer: Transferable[]): void }

/** An entry of the build beside the page, so that both share what they have in common. */
const workerAddress = (): string =>
  new URL(import.meta.env.DEV ? 'src/sync/exchange.worker.ts' : 'exchange.js', document.baseURI).href

const startWorker = (trust: (address: string) => string): Beside =>
  new Worker(trust(workerAddress()), { type: 'module' })

/** Milliseconds after which a worker is begun once more whose file could not be fetched. */
const beginAgain = 5000

/** Where workers don't start, on the screen's own thread: then a series stands there once, and nothing is exchanged. */
function keepCalendarHere(notebook: Notebook): void {
  const report = (error: unknown): void => reportError(error)
  import('../db/calendar/keep.ts').then(({ keepWorkedOut }) => void keepWorkedOut(notebook, report), report)
}

/**
 * Works out the calendar and exchanges with the others, beside the screen. `trust` lets an address of the app's own be
 * run as a script; `onOther` hears when this device isn't what it was when the notebook was opened (`watchMe`).
 */
export function startBeside(
  notebook: Notebook,
  trust: (address: string) => string,
  onOther: () => void,
  start: (trust: (address: string) => string) => Beside = startWorker,
): void {
  let isKeptHere = false
  const here = (): void => {
    if (!isKeptHere) keepCalendarHere(notebook)
    isKeptHere = true
  }
  let worker: Beside | undefined
  const begin = (): void => {
    const next = start(trust)
    worker = next
    next.addEventListener('error', here, { once: true })
    next.addEventListener('error', (event) => {
      // What goes wrong inside of it has words. Without any, its file did not come: the app isn't kept here yet, and the
      // network has just gone.
      if ('message' in event) return
      loseVerbs()
      setTimeout(begin, beginAgain)
    })
    next.postMessage({ space: notebook.space, appAddress: new URL('.', document.baseURI).href }, [])
    handVerbsTo(next)
  }
  try {
    begin()
    // Without a network, or before the others have sent it, its thumbnail stands there.
    onPhotoWanted((id) => void fetchPhoto(id).catch(() => undefined))
    askInBackground(notebook)
    watchMe(notebook, onOther)
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') worker?.postMessage({ wake: true }, [])
    })
  } catch {
    here()
  }
}
