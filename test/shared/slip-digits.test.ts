import fc from 'fast-check'
import { expect, it } from 'vitest'
import { digitsIn, digitsOf, groupsOf, secretOf, wrongGroups } from '../../src/shared/slip-digits.ts'

const secrets = fc.uint8Array({ minLength: 10, maxLength: 10 }).map((bytes) => new Uint8Array(bytes))

it('digits say their secret again, however they are spaced', () => {
  fc.assert(
    fc.property(secrets, fc.constantFrom(' ', '-', ' . ', '\n', ''), (secret, space) => {
      const digits = digitsOf(secret)
      expect(digits).toMatch(/^\d{30}$/)
      expect(secretOf(groupsOf(digits).join(space))).toEqual(secret)
    }),
  )
})

it('a mistyped digit, or two exchanged, is found in its group', () => {
  fc.assert(
    fc.property(secrets, fc.nat(29), fc.integer({ min: 1, max: 9 }), (secret, at, more) => {
      const digits = digitsOf(secret)
      const other = (Number(digits[at]) + more) % 10
      const mistyped = `${digits.slice(0, at)}${other}${digits.slice(at + 1)}`
      expect(wrongGroups(mistyped)).toEqual([Math.floor(at / 6)])
      if (at % 6 === 5 || digits[at] === digits[at + 1]) return
      const exchanged = `${digits.slice(0, at)}${digits[at + 1]}${digits[at]}${digits.slice(at + 2)}`
      expect(wrongGroups(exchanged)).toEqual([Math.floor(at / 6)])
    }),
  )
})

it('too few digits and too many are wrong, and hold no secret', () => {
  const digits = digitsOf(new Uint8Array(10).fill(7))
  expect(wrongGroups('')).toEqual([0, 1, 2, 3, 4])
  expect(wrongGroups(digits.slice(0, 12))).toEqual([2, 3, 4])
  expect(wrongGroups(`${digits}0`)).toEqual([4])
  expect(secretOf(`${digits}0`)).toBeUndefined()
})

it('a link is read by its end, whatever numbers stand in its address or around it', () => {
  const digits = digitsOf(new Uint8Array(10).fill(200))
  const link = `http://127.0.0.1:5650/ponte/#/join/${digits}`
  expect(digitsIn(`Einladung vom 3. Mai 2026: ${link}`)).toBe(digits)
  expect(wrongGroups(link)).toEqual([])
  expect(digitsIn('４８３ ９1')).toBe('48391')
})
