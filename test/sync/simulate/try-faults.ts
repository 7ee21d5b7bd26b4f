import 'fake-indexeddb/auto'
import './globs.ts'
const { run } = await import('./run.ts')
const { faults } = await import('./faults.ts')
for (const fault of faults) {
  let found = ''
  const began = Date.now()
  for (let seed = 1; seed <= 30 && !found; seed += 1)
    await run({ seed, fault }).catch((error: unknown) => { found = `${seed}: ${String(error)}`.slice(0, 230) })
  console.log(fault.does, '->', found || 'NOT FOUND', Date.now() - began, 'ms')
}
process.exit(0)
