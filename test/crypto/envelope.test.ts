import { deflateSync, inflateSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { concat, Malformed, u32, utf8, type Bytes } from '../../src/shared/bytes.ts'
import { writeCanonical } from '../../src/shared/canonical.ts'
import { noHash, paddedLength, writeHeader, type Header } from '../../src/shared/envelope.ts'
import { newId } from '../../src/shared/ids.ts'
import { limits } from '../../src/shared/limits.ts'
import type { Link } from '../../src/shared/run.ts'
import type { Value } from '../../src/shared/value.ts'
import { sealBare } from '../../src/crypto/aead.ts'
import { openEnvelope, sealEnvelope, type Body } from '../../src/crypto/envelope.ts'
import { epochKeyOf, sealKeyOf } from '../../src/crypto/epoch.ts'

const [spaceId, deviceId, recordId] = [newId(), newId(), newId()]
const epoch = await epochKeyOf(0, new Uint8Array(32).fill(1))
const key = await sealKeyOf(epoch, spaceId, deviceId)
const header: Omit<Header, 'length'> = {
  kind: 'change',
  spaceId,
  recordId,
  deviceId,
  seq: 5,
  epoch: 0,
  prevHash: new Uint8Array(32).fill(3),
  nonce: new Uint8Array(12).fill(4),
}
const stamp = (seq: number | string): string => `${'0a'.repeat(16)}:${seq}`
const body: Body = {
  kind: 'person',
  time: 1_764_000_000_000,
  set: { name: 'Szabó Ágnes', 'phones/1': { number: '+36 72 123 456' }, deletedAt: null },
  over: { name: [stamp(1), stamp(2 ** 53 - 1)], deletedAt: [] },
}

/** A link whose author sealed any bytes whatever. */
async function sealed(plain: Bytes): Promise<Link> {
  const whole: Header = { ...header, length: plain.length + 16 }
  const aad = writeHeader(whole)
  return {
    header: whole,
    aad,
    hash: noHash,
    ciphertext: await sealBare(key, plain, aad, whole.nonce),
    isErased: false,
  }
}

function packed(deflated: Uint8Array): Bytes {
  const used = 4 + deflated.length
  return concat(u32(deflated.length), deflated, new Uint8Array(paddedLength(used) - used))
}

const sealedText = (text: string): Promise<Link> => sealed(packed(deflateSync(utf8(text))))
const sealedValue = (value: unknown): Promise<Link> =>
  sealed(packed(deflateSync(writeCanonical(value as Value))))

const refuses = async (link: Promise<Link> | Link): Promise<void> =>
  expect(openEnvelope(key, await link)).rejects.toMatchObject({ name: 'Problem', code: 'change-malformed' })

async function sealedBody(): Promise<Link> {
  const { envelope, hash } = await sealEnvelope(key, header, body)
  const whole = { ...header, length: envelope.ciphertext.length }
  return { header: whole, aad: writeHeader(whole), hash, ciphertext: envelope.ciphertext, isErased: false }
}

describe('a sealed change', () => {
  test('opens to what was sealed', async () => {
    const link = await sealedBody()
    expect(await openEnvelope(key, link)).toEqual(body)
    expect(link.ciphertext.length - 16).toBe(paddedLength(link.ciphertext.length - 16))
  })

  test('shows nothing of its content', async () => {
    const { ciphertext } = await sealedBody()
    for (const word of ['Szab', 'name', 'person', '123 456'])
      expect(Buffer.from(ciphertext).includes(word)).toBe(false)
  })

  test('is as long as another of about the same length', async () => {
    const lengths = await Promise.all(
      [1, 5, 9].map(async (count) => {
        const { envelope } = await sealEnvelope(key, header, {
          ...body,
          set: { a: 'a'.repeat(count) },
          over: {},
        })
        return envelope.ciphertext.length
      }),
    )
    expect(new Set(lengths).size).toBe(1)
  })

  test('opens with no other key: of another device, space or epoch', async () => {
    const link = await sealedBody()
    const others = await Promise.all([
      sealKeyOf(epoch, spaceId, newId()),
      sealKeyOf(epoch, newId(), deviceId),
      sealKeyOf(await epochKeyOf(1, new Uint8Array(32).fill(2)), spaceId, deviceId),
    ])
    for (const other of others)
      await expect(openEnvelope(other, link)).rejects.toMatchObject({ code: 'seal-refused' })
  })

  test('opens in no other place: every part of its header is bound', async () => {
    const link = await sealedBody()
    const others: Partial<Header>[] = [
      { kind: 'void' },
      { spaceId: newId() },
      { recordId: newId() },
      { deviceId: newId() },
      { seq: 6 },
      { epoch: 1 },
      { prevHash: noHash },
      { length: link.header.length - 1 },
    ]
    for (const other of others) {
      const moved = { ...link.header, ...other }
      await expect(
        openEnvelope(key, { ...link, header: moved, aad: writeHeader(moved) }),
      ).rejects.toMatchObject({ code: 'seal-refused' })
    }
    const otherNonce = { ...link.header, nonce: new Uint8Array(12) }
    await expect(openEnvelope(key, { ...link, header: otherNonce })).rejects.toMatchObject({
      code: 'seal-refused',
    })
  })

  test('does not open with a bit changed or bytes missing', async () => {
    const link = await sealedBody()
    for (let at = 0; at < link.ciphertext.length; at += 1) {
      const ciphertext = concat(link.ciphertext)
      ciphertext[at] = (ciphertext[at] ?? 0) ^ (1 << (at & 7))
      await expect(openEnvelope(key, { ...link, ciphertext })).rejects.toMatchObject({ code: 'seal-refused' })
    }
    for (const length of [0, 1, 15, 16, link.ciphertext.length - 1])
      await expect(
        openEnvelope(key, { ...link, ciphertext: link.ciphertext.slice(0, length) }),
      ).rejects.toMatchObject({ code: 'seal-refused' })
  })
})

describe('what is not sealed, since nobody would open it', () => {
  const refused = (wrong: object): Promise<void> =>
    expect(sealEnvelope(key, header, { ...body, ...wrong })).rejects.toThrow(Malformed)

  test('is a change over unsent stamps, over too many, or of a field it does not set', async () => {
    await refused({ over: { name: [stamp(0)] } })
    await refused({ over: { name: [stamp(-1)] } })
    await refused({ over: { name: Array.from({ length: 65 }, (_, at) => stamp(at + 1)) } })
    await refused({ over: { town: [stamp(1)] } })
  })

  test('is one that is too long', async () => {
    const noise = (length: number): string =>
      Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) =>
        String.fromCharCode(40 + (byte % 50)),
      ).join('')
    await refused({ set: { a: 'a'.repeat(limits.change) }, over: {} })
    const long = { ...body, set: { a: noise(48 * 1024) }, over: {} }
    const { envelope } = await sealEnvelope(key, header, long)
    expect(envelope.ciphertext.length + 144).toBeLessThanOrEqual(limits.envelope)
  })

  test('is one of a kind or a field that no record can have', async () => {
    await refused({ kind: 'bin' })
    await refused({ set: JSON.parse('{"__proto__":1}') as object, over: {} })
  })
})

describe('a change that its author sealed wrongly', () => {
  test('is refused whatever its fields are', async () => {
    const wrong: unknown[] = [
      null,
      [],
      'a',
      {},
      { ...body, more: 1 },
      { kind: 'person', time: 1, set: {} },
      { ...body, kind: '' },
      { ...body, kind: 'bin' },
      { ...body, kind: 'k'.repeat(65) },
      { ...body, kind: 7 },
      { ...body, time: -1 },
      { ...body, time: 0.5 },
      { ...body, time: 2 ** 53 },
      { ...body, set: [] },
      { ...body, set: null },
      { ...body, over: [] },
      { ...body, over: { town: [] } },
      { ...body, over: { name: stamp(1) } },
      { ...body, over: { name: {} } },
      { ...body, over: { name: [stamp(0)] } },
      { ...body, over: { name: [stamp('01')] } },
      { ...body, over: { name: [stamp(2 ** 53)] } },
      { ...body, over: { name: [stamp('9999999999999999')] } },
      { ...body, over: { name: [stamp(1).toUpperCase()] } },
      { ...body, over: { name: [`${stamp(1)}\n`] } },
      { ...body, over: { name: [1] } },
      { ...body, over: { name: Array.from({ length: 65 }, (_, at) => stamp(at + 1)) } },
    ]
    for (const value of wrong) await refuses(sealedValue(value))
  })

  test('is refused where a field would be taken for what every object has', async () => {
    const around = (set: string, over: string): string =>
      `{"kind":"person","over":${over},"set":${set},"time":1}`
    expect(await openEnvelope(key, await sealedText(around('{"a":1}', '{"a":[]}')))).toMatchObject({
      time: 1,
    })
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
      await refuses(sealedText(around(`{"${name}":1}`, '{}')))
      await refuses(sealedText(around('{}', `{"${name}":[]}`)))
      await refuses(sealedText(around(`{"a":{"${name}":1}}`, '{}')))
      await refuses(sealedText(around(`{"a":[{"b":{"${name}":1}}]}`, '{}')))
    }
    await refuses(sealedText('{"__proto__":{"kind":"person"},"over":{},"set":{},"time":1}'))
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('is refused in any spelling but the canonical one', async () => {
    const text = new TextDecoder().decode(writeCanonical(body))
    expect(await openEnvelope(key, await sealedText(text))).toEqual(body)
    for (const other of [` ${text}`, `${text} `, text.replace('{', '{ '), `\ufeff${text}`, text.slice(1), ''])
      await refuses(sealedText(other))
    await refuses(sealed(packed(deflateSync(Uint8Array.of(0x22, 0xff, 0x22)))))
    await refuses(
      sealedText(`{"kind":"person","over":{},"set":{"a":${'['.repeat(5000)}${']'.repeat(5000)}},"time":1}`),
    )
  })

  test('is refused with another padding, or a length that lies', async () => {
    const right = packed(deflateSync(writeCanonical(body)))
    const used = 4 + new DataView(right.buffer).getUint32(0)
    expect(right.length).toBeGreaterThan(used)
    const dirty = concat(right)
    dirty[right.length - 1] = 1
    const lying = (length: number): Bytes => concat(u32(length), right.subarray(4))
    await refuses(sealed(dirty))
    await refuses(sealed(right.slice(0, used)))
    await refuses(sealed(concat(right, new Uint8Array(64))))
    for (const length of [0, 1, used - 5, right.length - 3, 0x7fffffff, 0xffffffff])
      await refuses(sealed(lying(length)))
    for (const length of [0, 1, 3, 4, 64]) await refuses(sealed(new Uint8Array(length)))
  })

  test('is refused when it does not inflate', async () => {
    const right = deflateSync(writeCanonical(body))
    for (const wrong of [right.slice(0, 20), Uint8Array.of(7), concat(Uint8Array.of(0xff), right)])
      await refuses(sealed(packed(wrong)))
  })
})

describe('a change that would blow up', () => {
  const bomb = deflateSync(new Uint8Array(60_000_000).fill(0x20))

  test('fits into an envelope, and is refused', async () => {
    expect(bomb.length).toBeLessThan(limits.envelope - 200)
    await refuses(sealed(packed(bomb)))
    const stored = deflateSync(new Uint8Array(limits.change + 1).fill(0x20), { level: 0 })
    await refuses(sealed(packed(stored)))
    await refuses(sealed(packed(deflateSync(utf8(`"${'a'.repeat(limits.change)}"`)))))
  })

  test('by a single byte is refused, and one of just that length is not', async () => {
    const frame = '{"kind":"note","over":{},"set":{"a":""},"time":1}'
    const ofLength = (length: number): Promise<Link> =>
      sealedText(frame.replace('""', `"${'a'.repeat(length - frame.length)}"`))
    expect(await openEnvelope(key, await ofLength(limits.change))).toMatchObject({ kind: 'note' })
    await refuses(ofLength(limits.change + 1))
  })

  test('never takes more room than a change may have: the inflater writes nothing behind its buffer', () => {
    const guarded = new Uint8Array(1000).fill(7)
    const out = new Uint8Array(guarded.buffer, 0, 500)
    const inflated = inflateSync(bomb, { out })
    expect(inflated.buffer).toBe(guarded.buffer)
    expect(inflated).toHaveLength(500)
    expect(guarded.subarray(500).every((byte) => byte === 7)).toBe(true)
    expect(inflateSync(deflateSync(utf8('short')), { out })).toEqual(utf8('short'))
  })

  test('leaves nothing behind for the next one', async () => {
    await refuses(sealed(packed(bomb)))
    const link = await sealedBody()
    expect(await openEnvelope(key, link)).toEqual(body)
    await refuses(sealed(packed(deflateSync(utf8('{"kind":"person"')))))
    const opened = await Promise.all([1, 2, 3].map(() => openEnvelope(key, link)))
    expect(opened).toEqual([body, body, body])
  })
})
