import { deflateRawSync } from 'node:zlib'
import { between, id, pick, type Chance } from '../../bench/random.ts'
import { sealBare } from '../../src/crypto/aead.ts'
import type { Device } from '../../src/crypto/device.ts'
import { sealEnvelope, type Body } from '../../src/crypto/envelope.ts'
import { sealKeyOf } from '../../src/crypto/epoch.ts'
import { signRun } from '../../src/crypto/run.ts'
import { concat, fromHex, u32, type Bytes } from '../../src/shared/bytes.ts'
import { writeCanonical } from '../../src/shared/canonical.ts'
import { digestOf } from '../../src/shared/digest.ts'
import { envelopeHash, noHash, paddedLength, writeHeader, type Header } from '../../src/shared/envelope.ts'
import { presentDevices, presentHead, roleNow } from '../../src/shared/roster/roster.ts'
import type { Envelope, Run } from '../../src/shared/run.ts'
import type { Fields, Value } from '../../src/shared/value.ts'
import type { Book } from './book.ts'
import { breakBytes, noise } from './break/bytes.ts'
import { breakJson } from './break/json.ts'

/** Where a device's chain is. */
export type End = { readonly seq: number; readonly hash: Bytes }
export const noEnd: End = { seq: 0, hash: noHash }

const texts = ['', 'Ölmühle', 'łąka', 'ő'.repeat(300), '👩‍👩‍👧', 'a\nb', '"\\', 'x'.repeat(5000)]
const kinds = ['note', 'person', 'event', 'photo', 'space', 'unheard-of']

function anyValue(chance: Chance, depth = 0): Value {
  const how = between(chance, 0, depth > 2 ? 3 : 5)
  if (how === 0) return pick(chance, texts)
  if (how === 1) return pick(chance, [0, -1, 1.5, 1e21, 5e-324, 2 ** 53])
  if (how === 2) return pick(chance, [true, false, null])
  if (how === 3) return id(chance)
  if (how === 4) return Array.from({ length: between(chance, 0, 4) }, () => anyValue(chance, depth + 1))
  return { b: anyValue(chance, depth + 1), a: anyValue(chance, depth + 1) }
}

/** A change as a tablet could write it. */
export function anyBody(chance: Chance): Body {
  const fields = ['text', 'title', 'place', 'deletedAt'].slice(0, between(chance, 1, 4))
  const set: Fields = Object.fromEntries(fields.map((field) => [field, anyValue(chance)]))
  const stamps = () =>
    Array.from({ length: between(chance, 0, 3) }, () => `${id(chance)}:${between(chance, 1, 99)}`)
  const over = Object.fromEntries(fields.filter(() => chance() < 0.5).map((field) => [field, stamps()]))
  return { kind: pick(chance, kinds), time: between(chance, 0, 2e12), set, over }
}

/** len 4 | deflated | zeros, as it should be for this JSON. */
export function packed(json: Uint8Array): Bytes {
  const deflated = deflateRawSync(json)
  const used = 4 + deflated.length
  return concat(u32(deflated.length), deflated, new Uint8Array(paddedLength(used) - used))
}

/** What no honest writer packs: other deflate, bombs, other padding, other JSON inside. */
export function brokenPlain(chance: Chance): Bytes {
  const body = anyBody(chance)
  const json = writeCanonical(body)
  const plain = packed(json)
  const how = between(chance, 0, 8)
  if (how === 0) return packed(new Uint8Array(pick(chance, [65_535, 65_536, 65_537, 3e6])).fill(0x20))
  if (how === 1) return concat(plain, new Uint8Array(between(chance, 1, 64)))
  if (how === 2) return plain.map((byte, at) => (at === plain.length - 1 ? 1 : byte))
  if (how === 3) return concat(u32(0xffffffff), plain.subarray(4))
  if (how === 4) return noise(chance, pick(chance, [0, 1, 3, 4, 5, 63, 64, 65]))
  if (how === 5) return breakBytes(chance, plain)
  if (how === 6) {
    // The right length for a stream that is broken inside.
    const broken = breakBytes(chance, plain.slice(4))
    const used = 4 + broken.length
    return concat(u32(broken.length), broken, new Uint8Array(paddedLength(used) - used))
  }
  return packed(breakJson(chance, body))
}

type Sealed = { readonly envelope: Envelope; readonly hash: Bytes }

/** Seals a change, or bytes that are none. */
export async function sealAny(
  book: Book,
  header: Omit<Header, 'length'>,
  inside: Body | Bytes,
): Promise<Sealed> {
  const key = await sealKeyOf(book.key, header.spaceId, header.deviceId)
  if (!(inside instanceof Uint8Array)) return sealEnvelope(key, header, inside)
  const aad = writeHeader({ ...header, length: inside.length + 16 })
  const ciphertext = await sealBare(key, inside, aad, header.nonce)
  const { kind, recordId, nonce } = header
  return { envelope: { kind, recordId, nonce, ciphertext }, hash: envelopeHash(aad, digestOf(ciphertext)) }
}

/** The next run of a device's chain, signed. */
export async function runBy(
  book: Book,
  device: Device,
  end: End,
  insides: readonly (Body | Bytes)[],
  chance: Chance,
  differently: Partial<Pick<Run, 'epoch' | 'rosterHead' | 'deviceId'>> & { readonly spaceId?: string } = {},
): Promise<{ run: Run; end: End }> {
  const { spaceId = book.roster.spaceId, epoch = 0, deviceId = device.id } = differently
  const { rosterHead = fromHex(presentHead(book.roster)) } = differently
  const envelopes: Envelope[] = []
  let { seq, hash } = end
  for (const inside of insides) {
    const nonce = noise(chance, 12)
    const place = { spaceId, recordId: id(chance), deviceId, seq: seq + 1, epoch, prevHash: hash, nonce }
    const sealed = await sealAny(book, { kind: 'change', ...place }, inside)
    envelopes.push(sealed.envelope)
    seq += 1
    hash = sealed.hash
  }
  const unsigned = { rosterHead, deviceId, firstSeq: end.seq + 1, prevHash: end.hash, epoch, envelopes }
  return { run: await signRun(device, unsigned, hash), end: { seq, hash } }
}

/** The devices that may write now. */
export function writersIn({ roster, devices }: Book): Device[] {
  const ids = presentDevices(roster).filter(({ id: one }) => roleNow(roster, one) !== 'reader')
  return ids.flatMap(({ id: one }) => devices.get(one) ?? [])
}
