import { render } from 'preact'
import '../ui/look/look.css'
import { watchMoves } from '../ui/route.ts'
import { App } from './app.tsx'
import { firstFeatures } from './first-features.ts'
import { firstLanguage, speak } from './i18n.ts'
import { environmentOf, mayKeepHere } from './may-keep.ts'
import { beginOpening } from './opening.ts'
import { loadProblemScreen } from './problem-now.tsx'
import { watchScrolling } from './scroll.ts'
import { trust } from './trust.ts'
import { trustBy } from '../ui/script.ts'
import { readMark } from '../db/mark.ts'

trustBy(trust)
watchMoves()
watchScrolling()
/** Whether a notebook lies here. A browser that refuses to tell gets its answer from the opening itself. */
function hasBegun(): boolean {
  try {
    return Boolean(readMark(localStorage))
  } catch {
    return false
  }
}

// All at once what the first picture needs: the notebook, the texts and, where a notebook has begun, the parts of Start.
const opening = mayKeepHere(environmentOf(window)) ? beginOpening() : undefined
if (hasBegun()) for (const { onStart } of firstFeatures) void onStart?.load().catch(reportError)
const language = firstLanguage()
render(<App first={{ t: await speak(language), language }} opening={opening} />, document.body)

/** Milliseconds after which the first picture stands, also on a slow device. */
const later = 3000

// Nobody waits for what only the next start needs. A browser that refuses a service worker still keeps the notebook;
// that the app then needs the network is said to whoever looks into the console.
function install(): void {
  setTimeout(() => {
    import('../ui/update.ts').then((update) => update.installWorker()).catch(reportError)
    loadProblemScreen().catch(reportError)
  }, later)
}
if (opening) void opening.open.catch(() => undefined).then(install)
else install()
