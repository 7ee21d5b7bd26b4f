import { expect, test } from 'vitest'
import { isId, newId, zeroId } from '../../src/shared/ids.ts'

test('a new id is 32 lower-case hex characters and never the one before', () => {
  const made = new Set(Array.from({ length: 1000 }, () => newId()))
  expect(made.size).toBe(1000)
  for (const id of made) expect(isId(id)).toBe(true)
})

test('a new id is what the randomness says', () => {
  expect(newId((bytes) => bytes.fill(0xa5))).toBe('a5'.repeat(16))
})

test('only the one spelling is an id', () => {
  expect(isId(zeroId)).toBe(true)
  for (const value of [
    '',
    'a'.repeat(31),
    'a'.repeat(33),
    'A'.repeat(32),
    'g'.repeat(32),
    `${zeroId}\n`,
    null,
    7,
  ]) {
    expect(isId(value)).toBe(false)
  }
})
