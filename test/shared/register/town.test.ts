import { expect, test } from 'vitest'
import { isSameTown } from '../../../src/shared/register/town.ts'

const town = { name: 'Lüdenscheid', country: 'DE', lat: 51.22, lon: 7.63 }

test.each([
  ['spelt otherwise', { name: 'LUDENSCHEID ' }, true],
  ['somewhere that nobody said', { lat: null, lon: null }, true],
  ['a few kilometres off', { lat: 51.35 }, true],
  ['on the other side of the day’s line', { lat: 51.22, lon: 367.63 }, true],
  ['far away', { lat: 52.0 }, false],
  ['in another country', { country: 'PL' }, false],
  ['of another name', { name: 'Lüdinghausen' }, false],
])('a town %s is the same: %s %s', (_, other, isSame) => {
  expect(isSameTown(town, { ...town, ...other })).toBe(isSame)
  expect(isSameTown({ ...town, ...other }, town)).toBe(isSame)
})
