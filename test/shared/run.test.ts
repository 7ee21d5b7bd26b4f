import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, Malformed, toHex, u32, u64, utf8, type Bytes } from '../../src/shared/bytes.ts'
import { noHash } from '../../src/shared/envelope.ts'
import { zeroId } from '../../src/shared/ids.ts'
import { limits } from '../../src/shared/limits.ts'
import {
  lastSeqOf,
  linksOf,
  readRun,
  signedBytes,
  writeRun,
  type Envelope,
  type Run,
} from '../../src/shared/run.ts'

const bytes = (length: number, value: number): Bytes => new Uint8Array(length).fill(value)
const sha256 = (...parts: Bytes[]): string =>
  createHash('sha256')
    .update(concat(...parts))
    .digest('hex')

const change: Envelope = {
  kind: 'change',
  recordId: '02'.repeat(16),
  nonce: bytes(12, 3),
  ciphertext: bytes(5, 4),
}
const nothing: Envelope = { kind: 'void', recordId: zeroId, nonce: bytes(12, 5), ciphertext: bytes(0, 0) }
const run: Run = {
  rosterHead: bytes(32, 6),
  deviceId: '07'.repeat(16),
  firstSeq: 0x0809,
  prevHash: bytes(32, 10),
  epoch: 11,
  signature: bytes(64, 12),
  envelopes: [change, nothing],
}

/** The run's bytes with some of them replaced. */
function altered(at: number, ...values: number[]): Bytes {
  const copy = writeRun(run)
  copy.set(values, at)
  return copy
}

const id = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map(toHex)
  .filter((one) => one !== zeroId)
const filled = (length: number): fc.Arbitrary<Bytes> =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((one) => concat(one))
const anyEnvelope: fc.Arbitrary<Envelope> = fc.oneof(
  fc.record({
    kind: fc.constant('change' as const),
    recordId: id,
    nonce: filled(12),
    ciphertext: fc.uint8Array({ minLength: 1, maxLength: 40 }).map((one) => concat(one)),
  }),
  filled(12).map((nonce) => ({ ...nothing, nonce })),
)
const anyRun: fc.Arbitrary<Run> = fc.record({
  rosterHead: filled(32),
  deviceId: id,
  firstSeq: fc.integer({ min: 1, max: 2 ** 52 }),
  prevHash: filled(32),
  epoch: fc.nat(0xffffffff),
  signature: filled(64),
  envelopes: fc.array(anyEnvelope, { minLength: 1, maxLength: 6 }),
})

describe('a run on the wire', () => {
  test('is laid out byte by byte as the protocol says', () => {
    expect(toHex(writeRun(run))).toBe(
      '06'.repeat(32) +
        '07'.repeat(16) +
        '0000000000000809' +
        '0a'.repeat(32) +
        '0000000b' +
        '0c'.repeat(64) +
        '00000002' +
        `01${'02'.repeat(16)}${'03'.repeat(12)}00000005${'04'.repeat(5)}` +
        `02${'00'.repeat(16)}${'05'.repeat(12)}00000000`,
    )
  })

  test('comes back as it was', () => {
    fc.assert(
      fc.property(anyRun, (one) => {
        expect(readRun(writeRun(one))).toEqual(one)
      }),
    )
  })

  test('has one spelling: whatever else is read is written again as the same bytes', () => {
    fc.assert(
      fc.property(anyRun, fc.nat(), fc.integer({ min: 1, max: 255 }), (one, place, flip) => {
        const wire = writeRun(one)
        const at = place % wire.length
        wire[at] = (wire[at] ?? 0) ^ flip
        const back = readOrRefused(wire)
        if (back) expect(writeRun(back)).toEqual(wire)
      }),
    )
  })

  test('that ends too early or too late is refused', () => {
    const wire = writeRun(run)
    for (let length = 0; length < wire.length; length += 1)
      expect(() => readRun(wire.subarray(0, length))).toThrow(Malformed)
    expect(() => readRun(concat(wire, bytes(1, 0)))).toThrow(Malformed)
  })

  test('of no, more or fewer envelopes than it holds is refused', () => {
    for (const count of [0, 1, 3, 501, 0xffffffff])
      expect(() => readRun(altered(156, ...u32(count)))).toThrow(Malformed)
  })

  test('of more than 500 envelopes is refused, of 500 it is taken', () => {
    const wire = (count: number): Bytes =>
      writeRun({ ...run, envelopes: Array.from({ length: count }, () => nothing) })
    expect(readRun(wire(limits.runCount)).envelopes).toHaveLength(limits.runCount)
    expect(() => readRun(wire(limits.runCount + 1))).toThrow(Malformed)
  })

  test('that begins at no number, or goes beyond what JavaScript counts, is refused', () => {
    const most = Number.MAX_SAFE_INTEGER
    for (const seq of [u64(0), bytes(8, 0xff), u64(most), u64(most - 1)])
      expect(() => readRun(altered(48, ...seq))).toThrow(Malformed)
    expect(lastSeqOf(readRun(altered(48, ...u64(most - 2))))).toBe(most - 1)
  })

  test('with an envelope of an unknown kind is refused', () => {
    for (const kind of [0, 3, 255]) expect(() => readRun(altered(160, kind))).toThrow(Malformed)
  })

  test('with a length that lies is refused, up to the longest there is', () => {
    for (const length of [0, 4, 6, 0x7fffffff, 0xffffffff])
      expect(() => readRun(altered(160 + 29, ...u32(length)))).toThrow(Malformed)
  })

  test('with an envelope of more than 64 KiB, or of more than 2 MiB in all, is refused', () => {
    const of = (length: number, count = 1): Bytes =>
      writeRun({
        ...run,
        envelopes: Array.from({ length: count }, () => ({ ...change, ciphertext: bytes(length, 1) })),
      })
    const longest = limits.envelope - 144
    expect(readRun(of(longest)).envelopes).toHaveLength(1)
    expect(() => readRun(of(longest + 1))).toThrow(Malformed)
    expect(readRun(of(60_000, 34)).envelopes).toHaveLength(34)
    expect(() => readRun(of(60_000, 35))).toThrow(Malformed)
  })

  test('has no change without its ciphertext, and no void of something', () => {
    const wrong: Envelope[] = [
      { ...change, ciphertext: bytes(0, 0) },
      { ...nothing, recordId: change.recordId },
      { ...nothing, ciphertext: change.ciphertext },
    ]
    for (const one of wrong) expect(() => readRun(writeRun({ ...run, envelopes: [one] }))).toThrow(Malformed)
  })

  test('made of arbitrary bytes is refused and nothing else happens', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (hostile) => {
        readOrRefused(hostile)
        readOrRefused(concat(writeRun(run).subarray(0, 159), hostile))
      }),
      { numRuns: 500 },
    )
  })
})

describe('the links of a run', () => {
  test('carry the whole header, each with the hash of the one before', async () => {
    const space = '0d'.repeat(16)
    const [first, second] = linksOf(space, run)
    const digest = createHash('sha256').update(change.ciphertext).digest()
    expect(first?.header).toEqual({
      kind: 'change',
      spaceId: space,
      recordId: change.recordId,
      deviceId: run.deviceId,
      seq: 0x0809,
      epoch: 11,
      prevHash: run.prevHash,
      nonce: change.nonce,
      length: 5,
    })
    expect(toHex(first?.hash ?? noHash)).toBe(sha256(first?.aad ?? noHash, concat(digest)))
    expect(second?.header).toMatchObject({ kind: 'void', seq: 0x080a, prevHash: first?.hash, length: 0 })
    const ofNothing = createHash('sha256').digest()
    expect(toHex(second?.hash ?? noHash)).toBe(sha256(second?.aad ?? noHash, concat(ofNothing)))
  })

  test('are signed by their last hash, with what the run says of itself', () => {
    const label = utf8('p1 run')
    expect(signedBytes(run, 2, bytes(32, 1))).toEqual(
      concat(u32(label.length), label, run.rosterHead, u64(run.firstSeq), u32(2), bytes(32, 1)),
    )
  })
})

/** The run of such bytes, undefined if they are refused; any other problem is passed on. */
function readOrRefused(wire: Uint8Array): Run | undefined {
  try {
    return readRun(wire)
  } catch (problem) {
    expect(problem).toBeInstanceOf(Malformed)
    return undefined
  }
}
