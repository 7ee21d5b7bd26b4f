import { expect, test } from 'vitest'
import { concat, Malformed, prefixed, toHex } from '../../src/shared/bytes.ts'
import { authMessage } from '../../src/crypto/auth.ts'

const [url, space, id, challenge] = [
  'https://a.example',
  '01'.repeat(16),
  '02'.repeat(16),
  '03'.repeat(32),
] as const

test('an answer to a challenge names exchange, space, device and challenge', () => {
  const filled = (length: number, value: number): Uint8Array => new Uint8Array(length).fill(value)
  expect(toHex(authMessage(url, space, id, challenge))).toBe(
    toHex(concat(prefixed('p1 auth'), prefixed(url), filled(16, 1), filled(16, 2), filled(32, 3))),
  )
})

test('an answer for one place is none for another', () => {
  const messages = [
    authMessage(url, space, id, challenge),
    authMessage('https://b.example', space, id, challenge),
    authMessage(`${url}/`, space, id, challenge),
    authMessage(url, id, space, challenge),
    authMessage(url, space, id, '04'.repeat(32)),
  ].map(toHex)
  expect(new Set(messages).size).toBe(messages.length)
  expect(() => authMessage(url, space, 'AB', challenge)).toThrow(Malformed)
})
