import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Malformed, utf8, type Bytes } from '../../../src/shared/bytes.ts'
import type { Codec } from '../../../src/shared/exchange/codec.ts'
import { endpoints, refusedCodec } from '../../../src/shared/exchange/endpoints.ts'
import { limits } from '../../../src/shared/limits.ts'

const all = Object.values(endpoints)
const hex = (length: number): string => '0a'.repeat(length)
const entry = { bytes: hex(limits.entry), signatures: [hex(64), hex(64)] }

/** Compares without the parts, so that a codec of any body can be asked. */
function roundTrip<T>(codec: Codec<T>, value: T): Bytes {
  const bytes = codec.write(value)
  expect(codec.read(bytes)).toEqual(value)
  return bytes
}

describe('the endpoints', () => {
  test('have each a path of its own, without an id in it', () => {
    expect(new Set(all.map(({ path }) => path)).size).toBe(all.length)
    for (const { path } of all) expect(path).toMatch(/^\/v1\/[a-z/]+$/)
  })

  test('refuse any bytes that are no question or answer, and nothing else happens', () => {
    const readers = [
      ...all.flatMap(({ question, answer }) => [question.read, answer.read]),
      refusedCodec.read,
    ] as const
    const refuses = (read: (bytes: Uint8Array) => unknown, bytes: Uint8Array): void => {
      try {
        read(bytes)
      } catch (problem) {
        expect(problem).toBeInstanceOf(Malformed)
      }
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.json(), (bytes, text) => {
        for (const read of readers) {
          refuses(read, bytes)
          refuses(read, utf8(text))
        }
      }),
    )
  })

  test('read the longest questions that there are within their limits', () => {
    const id = hex(16)
    const token = { space: id, id, challenge: hex(32), signature: hex(64) }
    expect(roundTrip(endpoints.token.question, token).length).toBeLessThanOrEqual(endpoints.token.most)
    expect(
      roundTrip(endpoints.append.question, { ...entry, bytes: hex(limits.heal), again: true }).length,
    ).toBeLessThanOrEqual(endpoints.append.most)
    const found = { ...entry, code: 'ő'.repeat(200) }
    expect(roundTrip(endpoints.found.question, found).length).toBeLessThanOrEqual(endpoints.found.most)
    const push = { mode: 'new' as const, parts: [new Uint8Array(limits.run)] }
    expect(roundTrip(endpoints.push.question, push).length).toBeLessThanOrEqual(endpoints.push.most)
    const piece = { photo: id, index: 0, count: 8, parts: [new Uint8Array(limits.photoChunk + 28)] }
    expect(roundTrip(endpoints.putPhoto.question, piece).length).toBeLessThanOrEqual(endpoints.putPhoto.most)
    const photos = { photos: Array.from({ length: 100 }, () => id) }
    expect(roundTrip(endpoints.havePhotos.question, photos).length).toBeLessThanOrEqual(
      endpoints.havePhotos.most,
    )
  })

  test('take no part of an answer that was not agreed', () => {
    const mark = { seq: 1, hash: hex(32) }
    const answer = {
      n: 1,
      hash: hex(32),
      more: false,
      restart: false,
      entries: 1,
      head: hex(32),
      you: mark,
      parts: [],
    }
    expect(roundTrip(endpoints.pull.answer, answer)).toBeDefined()
    roundTrip(endpoints.pull.answer, { ...answer, you: null })
    for (const wrong of [
      { ...mark, more: 1 },
      { seq: 1 },
      { ...mark, seq: -1 },
      { ...mark, hash: hex(31) },
      [],
    ]) {
      const bytes = endpoints.pull.answer.write({ ...answer, you: wrong as typeof mark })
      expect(() => endpoints.pull.answer.read(bytes)).toThrow(Malformed)
    }
    const sent = { ...entry, at: 1 }
    roundTrip(endpoints.roster.answer, { entries: [sent], more: false })
    for (const wrong of [
      { ...sent, more: 1 },
      entry,
      { ...sent, bytes: '' },
      { ...sent, bytes: hex(limits.heal + 1) },
      { ...sent, signatures: [hex(64), hex(64), hex(64)] },
      { ...sent, signatures: [hex(63)] },
      { ...sent, at: 0.5 },
    ]) {
      const bytes = endpoints.roster.answer.write({ entries: [wrong as typeof sent], more: false })
      expect(() => endpoints.roster.answer.read(bytes)).toThrow(Malformed)
    }
    const visit = { device: hex(16), at: 1 }
    roundTrip(endpoints.visits.answer, { devices: [visit] })
    const odd = endpoints.visits.answer.write({ devices: [{ ...visit, device: hex(15) }] })
    expect(() => endpoints.visits.answer.read(odd)).toThrow(Malformed)
  })
})
