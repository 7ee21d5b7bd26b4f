// What `npm start` runs: as main.ts does, from what prepare.mjs has kept. The part of Node that takes the types out of the sources
// takes 30 MiB for as long as the process lives.
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/ponte'))
const { serve } = await import('./serve.ts')
serve()
