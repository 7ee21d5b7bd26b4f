import { render } from 'preact'
import '../ui/look/look.css'
import { watchMoves } from '../ui/route.ts'
import { installWorker } from '../ui/update.ts'
import { App } from './app.tsx'
import { firstLanguage, speak } from './i18n.ts'
import { watchScrolling } from './scroll.ts'

watchMoves()
watchScrolling()
const language = firstLanguage()
render(<App first={{ t: await speak(language), language }} />, document.body)
await installWorker()
