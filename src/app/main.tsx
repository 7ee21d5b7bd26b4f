import { render } from 'preact'
import '../ui/look/look.css'
import { watchMoves } from '../ui/route.ts'
import { App } from './app.tsx'
import { firstLanguage, speak } from './i18n.ts'
import { watchScrolling } from './scroll.ts'

watchMoves()
watchScrolling()
const language = firstLanguage()
render(<App first={{ t: await speak(language), language }} />, document.body)

// After the first picture: nobody waits for what only the next start needs. A browser that refuses a service worker
// still keeps the notebook; that the app then needs the network is said to whoever looks into the console.
import('../ui/update.ts').then((update) => update.installWorker()).catch(reportError)
