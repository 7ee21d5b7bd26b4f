import { describe, expect, test } from 'vitest'
import {
  exactly,
  hexOf,
  hexUpTo,
  isCount,
  isPointHex,
  listOf,
  oneOf,
  orNull,
  shaped,
  type Check,
} from '../../src/shared/shape.ts'

/** Fails with the value that a check judges wrongly. */
function judges(check: Check, right: readonly unknown[], wrong: readonly unknown[]): void {
  for (const value of right) expect(check(value), JSON.stringify(value)).toBe(true)
  for (const value of wrong) expect(check(value), JSON.stringify(value)).toBe(false)
}

describe('a check', () => {
  test('of hex takes lower case of that length and nothing else', () => {
    judges(hexOf(2), ['00ff'], ['', '00f', '00fff', '00FF', '00fg', ' 00f', '00f\n', 255, null, ['00ff']])
    judges(hexUpTo(2), ['00', '00ff'], ['', '0', '00f', '00ff00', '0G', '00\n', 0])
  })

  test('of a point takes the uncompressed form only', () => {
    const rest = '11'.repeat(64)
    judges(isPointHex, [`04${rest}`], [`06${rest}`, `07${rest}`, `00${rest}`, `02${rest.slice(64)}`, '04', 4])
  })

  test('of a number takes what JavaScript counts exactly', () => {
    judges(isCount, [0, 1, 2 ** 53 - 1], [-1, -0, 0.5, 2 ** 53, Number.NaN, Infinity, '1', null, true])
  })

  test('of one of several, of nothing, of a list', () => {
    judges(oneOf('a', 'b'), ['a', 'b'], ['c', '', 0, undefined, ['a']])
    judges(orNull(isCount), [null, 1], [undefined, -1])
    judges(listOf(isCount, 2), [[], [1], [1, 2]], [[1, 2, 3], [1, 'a'], { length: 0 }, '12', null])
  })
})

describe('a shape', () => {
  const checks = { a: isCount, b: hexOf(1) }

  test('has exactly its fields', () => {
    judges(
      shaped(checks),
      [{ a: 1, b: '00' }],
      [{ a: 1 }, { a: 1, b: '00', c: 1 }, { a: 1, c: '00' }, { a: -1, b: '00' }, [], [1, '00'], null, 'a', 1],
    )
  })

  test('never takes from a prototype what the value itself lacks', () => {
    const inherited: unknown = Object.create({ a: 1, b: '00' })
    expect(exactly(inherited, checks)).toBe(false)
    expect(exactly(JSON.parse('{"a":1,"__proto__":{"b":"00"}}'), checks)).toBe(false)
    expect(exactly(JSON.parse('{"a":1,"b":"00","__proto__":null}'), checks)).toBe(false)
    const wanting = { toString: (value: unknown) => typeof value === 'function' }
    expect(exactly({}, wanting)).toBe(false)
  })
})
