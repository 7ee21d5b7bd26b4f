import { describe, expect, test } from 'vitest'
import { concat, toHex } from '../../src/shared/bytes.ts'
import { makeDevice } from '../../src/crypto/device.ts'
import { openWrap, wrapKey } from '../../src/crypto/wrap.ts'

const device = await makeDevice()
const key = new Uint8Array(32).fill(7)
const place = { spaceId: '0a'.repeat(16), epoch: 3, headBefore: new Uint8Array(32).fill(9) }
const wrap = await wrapKey(key, device.agreePublic, place)

describe('a wrapped key', () => {
  test('is 113 bytes and never the same twice', async () => {
    expect(wrap).toHaveLength(113)
    expect(toHex(await wrapKey(key, device.agreePublic, place))).not.toBe(toHex(wrap))
  })

  test('opens with a key pair that cannot be extracted', async () => {
    expect(device.agree.privateKey.extractable).toBe(false)
    expect(await openWrap(wrap, device.agree, place)).toEqual(key)
  })

  test('opens for no other device', async () => {
    const other = await makeDevice()
    await expect(openWrap(wrap, other.agree, place)).rejects.toMatchObject({ code: 'wrap-refused' })
  })

  test('opens in no other space, epoch or place of the roster', async () => {
    const places = [
      { ...place, spaceId: '0b'.repeat(16) },
      { ...place, epoch: 4 },
      { ...place, headBefore: new Uint8Array(32) },
    ]
    for (const other of places) {
      await expect(openWrap(wrap, device.agree, other)).rejects.toMatchObject({ code: 'wrap-refused' })
    }
  })

  test('does not open when any byte was changed or is missing', async () => {
    for (let at = 0; at < wrap.length; at += 1) {
      const altered = concat(wrap)
      altered[at] = (altered[at] ?? 0) ^ 1
      await expect(openWrap(altered, device.agree, place)).rejects.toMatchObject({ code: 'wrap-refused' })
    }
    for (const length of [0, 64, 65, 80, 112]) {
      const cut = wrap.slice(0, length)
      await expect(openWrap(cut, device.agree, place)).rejects.toMatchObject({ code: 'wrap-refused' })
    }
  })

  test('is not made for something that is no key', async () => {
    for (const bytes of [new Uint8Array(65), new Uint8Array(0), new Uint8Array(65).fill(4)]) {
      await expect(wrapKey(key, bytes, place)).rejects.toMatchObject({ code: 'key-malformed' })
    }
  })
})
