import { hkdfSync, pbkdf2Sync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { concat, fromHex, prefixed, toHex, type Bytes } from '../../src/shared/bytes.ts'
import { writeCanonical } from '../../src/shared/canonical.ts'
import { paddedLength } from '../../src/shared/envelope.ts'
import { labelled, labels } from '../../src/shared/labels.ts'
import { limits } from '../../src/shared/limits.ts'
import { sealWith } from '../../src/crypto/aead.ts'
import { pad } from '../../src/crypto/pad.ts'
import {
  digitsOf,
  newSlipSecret,
  openBox,
  readDigits,
  sealBox,
  slipKeysOf,
  type Box,
} from '../../src/crypto/slip.ts'
import { wrongGroups } from '../../src/shared/slip-digits.ts'

const secret = fromHex('0000ffff12348001abcd')
const digits = '000000720885051260360459483791'
const keys = await slipKeysOf(secret)

const box: Box = {
  notebook: 'Freundeskreis Pécs',
  inviter: 'Anna',
  guest: '',
  role: 'member',
  own: false,
  helper: 'Kovács János',
  phone: '+36 72 123 456',
  language: 'hu',
  sign: '01'.repeat(32),
  signPoint: `04${'05'.repeat(64)}`,
  agree: '02'.repeat(32),
  agreePoint: `04${'06'.repeat(64)}`,
  space: '03'.repeat(16),
  head: '04'.repeat(32),
}

describe('the digits of an invitation', () => {
  test('are five groups of six, each 11 times 16 bits of the secret', () => {
    expect(digitsOf(secret)).toBe(digits)
    expect(toHex(readDigits(digits))).toBe(toHex(secret))
  })

  test('are read however they are spaced', () => {
    for (const typed of [
      '000000 720885 051260 360459 483791',
      '000000-720885-051260-360459-483791',
      ' 000 000 720 885\n051260.360459/483791 ',
    ])
      expect(readDigits(typed)).toEqual(secret)
  })

  test('of every value that a group can have come back as they were', () => {
    const bytes = new Uint8Array(10)
    const view = new DataView(bytes.buffer)
    for (let value = 0; value <= 0xffff; value += 1) {
      view.setUint16(4, value)
      const typed = digitsOf(bytes)
      if (
        typed.length !== 30 ||
        Number(typed.slice(12, 18)) % 11 !== 0 ||
        toHex(readDigits(typed)) !== toHex(bytes)
      )
        expect.fail(String(value))
    }
  })

  test('are of new secrets each time, and of a secret that is part of a larger buffer', () => {
    const [one, other] = [newSlipSecret(), newSlipSecret()]
    expect(one).toHaveLength(10)
    expect(one).not.toEqual(other)
    const buffer = concat(new Uint8Array(3), secret, new Uint8Array(3))
    expect(digitsOf(buffer.subarray(3, 13))).toBe(digits)
  })
})

/** The digits with one group replaced. */
const withGroup = (at: number, group: string): string =>
  digits.slice(0, 6 * at) + group + digits.slice(6 * at + 6)

describe('a mistyped digit', () => {
  test('is noticed in every group that there is, at every place, whatever it became', () => {
    for (let value = 0; value <= 0xffff; value += 1) {
      const number = value * 11
      for (let place = 1; place <= 100_000; place *= 10) {
        const digit = Math.floor(number / place) % 10
        for (let other = 0; other <= 9; other += 1) {
          const typed = number + (other - digit) * place
          if (other !== digit && typed % 11 === 0) expect.fail(`${number} as ${typed}`)
        }
      }
    }
  })

  test('is noticed as two neighbours exchanged, in every group that there is', () => {
    for (let value = 0; value <= 0xffff; value += 1) {
      const number = value * 11
      for (let place = 1; place <= 10_000; place *= 10) {
        const [right, left] = [Math.floor(number / place) % 10, Math.floor(number / place / 10) % 10]
        const typed = number + (left - right) * place + (right - left) * place * 10
        if (left !== right && typed % 11 === 0) expect.fail(`${number} as ${typed}`)
      }
    }
  })

  test('is shown in its group and in no other', () => {
    expect(wrongGroups(digits)).toEqual([])
    for (let at = 0; at < 30; at += 1)
      for (let digit = 0; digit <= 9; digit += 1) {
        const typed = digits.slice(0, at) + String(digit) + digits.slice(at + 1)
        const expected = typed === digits ? [] : [Math.floor(at / 6)]
        expect(wrongGroups(typed)).toEqual(expected)
      }
  })

  test('is shown in both groups when it was exchanged over their border', () => {
    for (let at = 0; at < 29; at += 1) {
      const typed = `${digits.slice(0, at)}${digits[at + 1]}${digits[at]}${digits.slice(at + 2)}`
      const groups = [...new Set([Math.floor(at / 6), Math.floor((at + 1) / 6)])]
      expect(wrongGroups(typed)).toEqual(typed === digits ? [] : groups)
    }
  })

  test('too many or too few is shown where it ends', () => {
    for (let length = 0; length < 30; length += 1) {
      const wrong = wrongGroups(digits.slice(0, length))
      expect(wrong.length).toBeGreaterThan(0)
      expect(wrong.at(-1)).toBe(4)
      expect(wrong[0]).toBe(Math.floor(length / 6))
    }
    expect(wrongGroups(`${digits}0`)).toEqual([4])
  })

  test('never makes a group that no secret has', () => {
    expect(wrongGroups(withGroup(1, '720896'))).toEqual([1])
    expect(wrongGroups(withGroup(2, '999999'))).toEqual([2])
    expect(wrongGroups(withGroup(4, String(0xffff * 11)))).toEqual([])
    for (const typed of ['', 'abc', digits.slice(1), `${digits}11`, withGroup(1, '720896')])
      expect(() => readDigits(typed)).toThrow(expect.objectContaining({ code: 'slip-malformed' }))
  })
})

describe('the keys of a slip', () => {
  test('are stretched 600,000 times, and derived under their own labels', () => {
    const stretched = pbkdf2Sync(secret, prefixed('p1 slip'), 600_000, 32, 'sha256')
    const id = hkdfSync('sha256', stretched, new Uint8Array(16), prefixed('p1 id'), 16)
    expect(keys.id).toBe(toHex(new Uint8Array(id)))
    expect(keys.box.extractable).toBe(false)
  })

  test('open a box that was sealed with a key derived elsewhere', async () => {
    const stretched = pbkdf2Sync(secret, prefixed('p1 slip'), 600_000, 32, 'sha256')
    const raw = hkdfSync('sha256', stretched, new Uint8Array(16), prefixed('p1 box'), 32)
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt'])
    const sealed = await sealBox(keys, box)
    const params = {
      name: 'AES-GCM',
      iv: sealed.slice(0, 12),
      additionalData: concat(prefixed('p1 box'), fromHex(keys.id)),
    }
    const plain = new Uint8Array(await crypto.subtle.decrypt(params, key, sealed.slice(12)))
    expect(JSON.parse(new TextDecoder().decode(plain).replace(/\0*$/, ''))).toEqual(box)
  })

  test('are the same every time, and others for another secret', async () => {
    const again = await slipKeysOf(fromHex(toHex(secret)))
    expect(again.id).toBe(keys.id)
    expect(await openBox(again, await sealBox(keys, box))).toEqual(box)
    const other = await slipKeysOf(fromHex('0000ffff12348001abce'))
    expect(other.id).not.toBe(keys.id)
    await expect(openBox(other, await sealBox(keys, box))).rejects.toMatchObject({ code: 'seal-refused' })
  })
})

const sealing = async (plain: Bytes): Promise<Bytes> =>
  sealWith(keys.box, plain, labelled(labels.box, fromHex(keys.id)), new Uint8Array(12))

describe('a box', () => {
  test('gives what was put in, and shows nothing', async () => {
    const sealed = await sealBox(keys, box)
    expect(await openBox(keys, sealed)).toEqual(box)
    for (const word of ['Anna', 'notebook', box.space]) expect(Buffer.from(sealed).includes(word)).toBe(false)
  })

  test('opens for its own slip only, even with the same key', async () => {
    const sealed = await sealBox(keys, box)
    const moved = { ...keys, id: '0'.repeat(32) }
    await expect(openBox(moved, sealed)).rejects.toMatchObject({ code: 'seal-refused' })
  })

  test('does not open with any bit changed or with bytes missing', async () => {
    const sealed = await sealBox(keys, box)
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = concat(sealed)
      altered[at] = (altered[at] ?? 0) ^ (1 << (at & 7))
      await expect(openBox(keys, altered)).rejects.toMatchObject({ code: 'seal-refused' })
    }
    for (const length of [0, 5, 12, 27, 28, sealed.length - 1])
      await expect(openBox(keys, sealed.slice(0, length))).rejects.toMatchObject({ code: 'seal-refused' })
  })

  test('that holds something else is refused', async () => {
    const wrong = [
      {},
      { ...box, more: 1 },
      { ...box, role: 'chair' },
      { ...box, own: 'yes' },
      { ...box, sign: '01' },
      { ...box, head: '' },
      { ...box, signPoint: `06${'05'.repeat(64)}` },
      { ...box, inviter: 'a'.repeat(151) },
    ]
    for (const content of wrong) {
      const json = writeCanonical(content)
      await expect(openBox(keys, await sealing(pad(json, paddedLength(json.length))))).rejects.toMatchObject({
        code: 'slip-malformed',
      })
    }
    const dirty = concat(writeCanonical(box), Uint8Array.of(0, 1))
    for (const plain of [
      dirty,
      new Uint8Array(0),
      Uint8Array.of(0xff),
      concat(Uint8Array.of(0), writeCanonical(box)),
    ])
      await expect(openBox(keys, await sealing(plain))).rejects.toMatchObject({ code: 'slip-malformed' })
  })

  test('takes the longest texts of any script, and is never sealed longer than it may be', async () => {
    const names = ['notebook', 'inviter', 'guest', 'helper', 'phone', 'language'] as const
    const filled = (letter: string): Box => ({
      ...box,
      ...Object.fromEntries(names.map((name) => [name, letter.repeat(150 / letter.length)])),
    })
    for (const letter of ['a', 'ő', '友', '😀', '"']) {
      const sealed = await sealBox(keys, filled(letter))
      expect(sealed.length).toBeLessThanOrEqual(limits.box)
      expect(await openBox(keys, sealed)).toEqual(filled(letter))
    }
    const refused = { code: 'slip-malformed' }
    await expect(sealBox(keys, filled('\u0001'))).rejects.toMatchObject(refused)
    await expect(sealBox(keys, { ...box, language: 'a'.repeat(151) })).rejects.toMatchObject(refused)
  })

  test('takes longer names too, cut between letters', async () => {
    const long = { ...box, notebook: 'a'.repeat(200), guest: `a${'😀'.repeat(90)}`, phone: '1'.repeat(151) }
    expect(await openBox(keys, await sealBox(keys, long))).toEqual({
      ...box,
      notebook: 'a'.repeat(150),
      guest: `a${'😀'.repeat(74)}`,
      phone: '1'.repeat(150),
    })
  })

  test('does not tell a short name from one a little longer', async () => {
    const lengths = await Promise.all(
      ['Jo', 'Anna', 'Krystyna'].map(async (inviter) => (await sealBox(keys, { ...box, inviter })).length),
    )
    expect(new Set(lengths).size).toBe(1)
  })
})
