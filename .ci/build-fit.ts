// After the app, whose service worker doesn't keep it.
import { buildFit } from './fit.ts'

await buildFit('dist')
