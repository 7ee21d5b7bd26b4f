import { expect, test } from 'vitest'
import 'fake-indexeddb/auto'
import { run } from './simulate/run.ts'

/** Seconds for as many seeds as fit; `npm run simulate` plays as long as one likes. */
const seconds = Number(process.env['PONTE_SECONDS'] ?? 120)

test(
  'tablets keep what they promise in every weather, whoever dies when, and come to the same notebook',
  { timeout: (seconds + 120) * 1000 },
  async () => {
    const end = performance.now() + seconds * 1000
    let seed = 0
    while (seed < 3 || performance.now() < end) {
      seed += 1
      await run({ seed }).catch((error: unknown) => {
        throw new Error(`npm run simulate -- --seed ${seed} --runs 1 --loud`, { cause: error })
      })
    }
    expect(seed).toBeGreaterThanOrEqual(3)
  },
)
