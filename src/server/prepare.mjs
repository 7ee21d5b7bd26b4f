// Keeps the server's sources without their types, for start.mjs.
import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'

enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/ponte'))
await import('./serve.ts')
flushCompileCache()
