import { expect, test } from 'vitest'
import { fromHex, toHex, utf8 } from '../../src/shared/bytes.ts'
import { makePlainPair, openPlainPair } from '../../src/crypto/pair.ts'
import { verify } from '../../src/crypto/sign.ts'
import { openWrap, wrapKey } from '../../src/crypto/wrap.ts'

test('a pair from paper signs, and cannot be taken out again', async () => {
  const plain = await makePlainPair('sign')
  expect(plain.secret).toMatch(/^[0-9a-f]{64}$/)
  expect(plain.point).toMatch(/^04[0-9a-f]{128}$/)
  const { privateKey } = await openPlainPair('sign', plain)
  const scheme = { name: 'ECDSA', hash: 'SHA-256' }
  const signature = new Uint8Array(await crypto.subtle.sign(scheme, privateKey, utf8('a')))
  expect(await verify(fromHex(plain.point), signature, utf8('a'))).toBe(true)
  expect(privateKey.extractable).toBe(false)
})

test('a pair from paper opens what was wrapped for it', async () => {
  const plain = await makePlainPair('agree')
  const place = { spaceId: '01'.repeat(16), epoch: 0, headBefore: new Uint8Array(32) }
  const key = new Uint8Array(32).fill(2)
  const wrap = await wrapKey(key, fromHex(plain.point), place)
  const pair = await openPlainPair('agree', plain)
  expect(toHex(await openWrap(wrap, pair, place))).toBe(toHex(key))
  expect(pair.privateKey.extractable).toBe(false)
})

test('halves that do not belong together, or are none, make no pair', async () => {
  for (const use of ['sign', 'agree'] as const) {
    const [one, other] = await Promise.all([makePlainPair(use), makePlainPair(use)])
    const wrong = [
      { ...one, point: other.point },
      { ...one, secret: '00'.repeat(32) },
      { ...one, secret: 'ff'.repeat(32) },
      { ...one, secret: one.secret.slice(2) },
      { ...one, point: one.point.slice(0, 128) },
      { ...one, point: `04${'00'.repeat(64)}` },
    ]
    for (const pair of wrong)
      await expect(openPlainPair(use, pair)).rejects.toMatchObject({ name: 'Problem', code: 'key-malformed' })
  }
})
