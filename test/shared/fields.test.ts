import { describe, expect, test } from 'vitest'
import { isKindName, isName, isValue } from '../../src/shared/fields.ts'

/** A value nested so deep. */
const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)])

describe('the name of a field', () => {
  test('is none that every object has already', () => {
    const names = Object.getOwnPropertyNames(Object.prototype)
    expect(names).toContain('__proto__')
    for (const name of names) expect(isName(name), name).toBe(false)
  })

  test('may be anything else', () => {
    for (const name of ['name', 'phones/71d0', '', 'prototype', 'length', 'ő', '__Proto__'])
      expect(isName(name)).toBe(true)
  })
})

describe('what a field can hold', () => {
  test('is JSON, at most 30 deep', () => {
    for (const value of [null, '', 'a', 0, -1.5, true, [], {}, { a: [1, { b: null }] }, deep(30)])
      expect(isValue(value)).toBe(true)
    for (const value of [undefined, Number.NaN, Infinity, 1n, () => 1, [undefined], deep(31)])
      expect(isValue(value)).toBe(false)
  })

  test('has no part that is called like something of every object', () => {
    for (const text of ['{"__proto__":1}', '{"a":[{"toString":null}]}', '{"constructor":{"prototype":1}}'])
      expect(isValue(JSON.parse(text))).toBe(false)
  })
})

test('the name of a kind is a plain word', () => {
  for (const name of ['person', 'a', 'newKind-2', `k${'x'.repeat(63)}`]) expect(isKindName(name)).toBe(true)
  for (const name of [
    '',
    'Person',
    '1',
    'bin',
    'a b',
    '__proto__',
    `k${'x'.repeat(64)}`,
    'person\n',
    7,
    null,
  ])
    expect(isKindName(name)).toBe(false)
})
