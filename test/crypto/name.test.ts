import { describe, expect, test } from 'vitest'
import { concat, fromHex, type Bytes } from '../../src/shared/bytes.ts'
import { writeCanonical } from '../../src/shared/canonical.ts'
import { newId } from '../../src/shared/ids.ts'
import { limits } from '../../src/shared/limits.ts'
import type { Value } from '../../src/shared/value.ts'
import { sealWith } from '../../src/crypto/aead.ts'
import { epochKeyOf, nameAad, nameKeyOf } from '../../src/crypto/epoch.ts'
import { mostLetters, openName, sealName } from '../../src/crypto/name.ts'
import { pad, unpad } from '../../src/crypto/pad.ts'

const key = await epochKeyOf(0, new Uint8Array(32).fill(1))
const [space, device] = [newId(), newId()]
const seal = (name: string): Promise<Bytes> => sealName(key, space, device, { name, device: 'computer' })
const open = async (sealed: Bytes): Promise<string> => (await openName(key, space, device, sealed)).name

describe('a sealed name', () => {
  test('of up to 40 letters of any script comes back whole', async () => {
    const letters = ['a', 'ő', 'Ż', 'Я', 'ひ', '吉', '𠮷', '😀', '𐐷', '"', '\\', '\u0301']
    for (const letter of letters) {
      const name = letter.repeat(mostLetters)
      expect(await open(await seal(name))).toBe(name)
    }
  })

  test('beyond that is cut between letters, never through one', async () => {
    const long = ['a', '𠮷', '😀', 'a𠮷'].map((part) => part.repeat(60))
    for (const name of long) {
      const back = await open(await seal(name))
      expect(Array.from(back)).toHaveLength(mostLetters)
      expect(name.startsWith(back)).toBe(true)
      expect(back).not.toMatch(/\p{Surrogate}/u)
    }
  })

  test('fits even if all its letters are spelt out in JSON', async () => {
    for (const letter of ['\u0001', '\ud800']) {
      const back = await open(await seal(letter.repeat(50)))
      expect(letter.repeat(mostLetters).startsWith(back)).toBe(true)
      expect(back.length).toBeGreaterThan(30)
    }
  })

  test('is always of the same length, at most 256 bytes', async () => {
    for (const name of ['', 'Jo', 'Krystyna Brzęczyszczykiewicz', '😀'.repeat(99), '\u0001'.repeat(99)])
      for (const kind of ['tablet', 'phone', 'computer'] as const)
        expect(await sealName(key, space, device, { name, device: kind })).toHaveLength(limits.name)
  })

  test('opens for no other device, space, epoch or key', async () => {
    const sealed = await seal('Anna')
    const refused = { code: 'seal-refused' }
    await expect(openName(key, space, newId(), sealed)).rejects.toMatchObject(refused)
    await expect(openName(key, newId(), device, sealed)).rejects.toMatchObject(refused)
    await expect(openName({ ...key, epoch: 1 }, space, device, sealed)).rejects.toMatchObject(refused)
    const other = await epochKeyOf(0, new Uint8Array(32).fill(2))
    await expect(openName(other, space, device, sealed)).rejects.toMatchObject(refused)
  })

  test('does not open with any byte changed', async () => {
    const sealed = await seal('Anna')
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = concat(sealed)
      altered[at] = (altered[at] ?? 0) ^ 1
      await expect(open(altered)).rejects.toMatchObject({ code: 'seal-refused' })
    }
  })

  test('that holds something else is refused', async () => {
    const sealing = async (plain: Bytes): Promise<Bytes> =>
      sealWith(await nameKeyOf(key, space), plain, nameAad(space, 0, device), new Uint8Array(12))
    const wrong: Value[] = [
      null,
      'Anna',
      { name: 'Anna' },
      { name: 'Anna', device: 'fridge' },
      { name: 7, device: 'phone' },
      { name: 'a'.repeat(41), device: 'phone' },
      { name: '😀'.repeat(41), device: 'phone' },
      { name: 'Anna', device: 'phone', more: 1 },
    ]
    for (const value of wrong) {
      const plain = pad(writeCanonical(value), 228)
      await expect(open(await sealing(plain))).rejects.toMatchObject({ code: 'change-malformed' })
    }
    for (const plain of [new Uint8Array(0), fromHex('7b0031'), fromHex('ff')])
      await expect(open(await sealing(plain))).rejects.toMatchObject({ code: 'change-malformed' })
  })
})

test('padding is zeros, and nothing else', () => {
  const json = writeCanonical({ a: 1 })
  expect(unpad(pad(json, 20))).toEqual(json)
  expect(unpad(json)).toEqual(json)
  expect(() => unpad(concat(pad(json, 20), Uint8Array.of(1)))).toThrow('padded otherwise')
  expect(() => pad(json, json.length - 1)).toThrow(RangeError)
})
