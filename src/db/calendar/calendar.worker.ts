import { Tables } from '../tables.ts'
import { daysByRule } from './days-by-rule.ts'
import { keepWorkedOut } from './keep.ts'

// The library that knows the rules, and hundreds of days to write: here no key press waits for them.
addEventListener('message', ({ data }: MessageEvent<string>) => {
  const tables = new Tables(data)
  const stop = keepWorkedOut({ tables, now: Date.now, byRule: daysByRule }, reportError)
  // Another tab wants the tables for a newer version, or to remove them: this one must not open them again.
  tables.on('versionchange', () => {
    stop()
    tables.close()
  })
})
