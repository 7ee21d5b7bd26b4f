import { expect, it } from 'vitest'
import { isNearlyFull, readRoom } from '../../src/db/room.ts'

const megabyte = 1024 * 1024
const says = (left: number, of: number): boolean => isNearlyFull({ left: left * megabyte, of: of * megabyte })

it('a large device is nearly full below a thousand photos, a small one below a tenth, a tiny one below a visit', () => {
  expect([says(301, 60_000), says(299, 60_000)]).toEqual([false, true])
  expect([says(101, 1000), says(99, 1000)]).toEqual([false, true])
  expect([says(21, 100), says(19, 100)]).toEqual([false, true])
})

it('reads what the browser says, also where more is used than it allows', async () => {
  expect(await readRoom(() => Promise.resolve({ quota: 10, usage: 4 }))).toEqual({ left: 6, of: 10 })
  expect(await readRoom(() => Promise.resolve({ quota: 10, usage: 12 }))).toEqual({ left: 0, of: 10 })
})

it('knows nothing where the browser says nothing, nothing of use, or refuses', async () => {
  const answers = [{}, { quota: 0, usage: 0 }, { quota: 10 }, undefined]
  for (const answer of answers) expect(await readRoom(() => Promise.resolve(answer))).toBeUndefined()
  expect(await readRoom(() => Promise.reject(new TypeError('no')))).toBeUndefined()
  // No storage here at all.
  expect(await readRoom()).toBeUndefined()
})
