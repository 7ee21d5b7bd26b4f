import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { faults } from './simulate/faults.ts'
import { run } from './simulate/run.ts'

/** Seeds after which a fault counts as unnoticed; most show in the first three. */
const most = 60

test.each(faults)('the simulation notices who $does', { timeout: 240_000 }, async (fault) => {
  const failures: unknown[] = []
  for (let seed = 1; seed <= most && failures.length === 0; seed += 1)
    await run({ seed, fault, tablets: 4 }).catch((error: unknown) => failures.push(error))
  expect(failures[0]).toBeInstanceOf(Error)
})
