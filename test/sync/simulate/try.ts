import 'fake-indexeddb/auto'
import './globs.ts'
const { run } = await import('./run.ts')
const [from = '1', to = from, loud] = process.argv.slice(2)
const began = Date.now()
let n = 0
const sum: Record<string, number> = {}
for (let seed = Number(from); seed <= Number(to); seed += 1) {
  try {
    const told = await run({ seed, ...(loud ? { say: (line: string) => console.log(line) } : {}) })
    for (const [k, v] of Object.entries(told)) sum[k] = (sum[k] ?? 0) + v
  } catch (error) {
    console.log('seed', seed, error)
    if (!loud) { if ((sum['failed'] = (sum['failed'] ?? 0) + 1) >= 12) break }
  }
  n += 1
}
console.log(n, 'runs', (Date.now() - began) / n, 'ms a run', sum)
process.exit(0)
