import { expect, test } from 'vitest'
import { toHex, utf8 } from '../../src/shared/bytes.ts'
import { labelled, labels } from '../../src/shared/labels.ts'

test('no two uses share a label, and each names the protocol', () => {
  const all = Object.values(labels)
  expect(new Set(all).size).toBe(all.length)
  for (const label of all) expect(label).toMatch(/^p1 [a-z]+( [a-z]+)*$/)
})

test('a labelled message is the label with its length, then the parts', () => {
  expect(toHex(labelled(labels.wrap, utf8('a'), utf8('b')))).toBe(`00000007${toHex(utf8('p1 wrapab'))}`)
})
