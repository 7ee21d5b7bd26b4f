import { concat, fromHex, Malformed, readU32, readU64, toHex, u32, u64, type Bytes } from './bytes.ts'
import { envelopeHash, envelopeKinds, writeHeader, type EnvelopeKind, type Header } from './envelope.ts'
import { digestOf } from './digest.ts'
import { zeroId } from './ids.ts'
import { labelled, labels } from './labels.ts'
import { limits } from './limits.ts'

/** One sealed change as it lies in a run; the rest of its header follows from its place. */
export type Envelope = {
  readonly kind: EnvelopeKind
  readonly recordId: string
  readonly nonce: Bytes
  readonly ciphertext: Bytes
  /** Of a change whose record was erased: how long its ciphertext was, and the SHA-256 of it. `ciphertext` is empty then. */
  readonly erased?: { readonly length: number; readonly digest: Bytes }
}

/** Consecutive envelopes of one device, signed once. `rosterHead` is the roster by which they were written (32 bytes). */
export type Run = {
  readonly rosterHead: Bytes
  readonly deviceId: string
  readonly firstSeq: number
  readonly prevHash: Bytes
  readonly epoch: number
  /** 64 bytes over `signedBytes`. */
  readonly signature: Bytes
  readonly envelopes: readonly Envelope[]
}

export const lastSeqOf = ({ firstSeq, envelopes }: Run): number => firstSeq + envelopes.length - 1

const headLength = 32 + 16 + 8 + 32 + 4 + 64 + 4
const envelopeHead = 1 + 16 + 12 + 4
/** On the wire: a change without its ciphertext. */
const erasedKind = envelopeKinds.length + 1

/**
 * A run on the wire: rosterHead 32 | deviceId 16 | firstSeq 8 | prevHash 32 | epoch 4 | signature 64 | count 4, then for
 * each envelope kind 1 | recordId 16 | nonce 12 | length 4 | ciphertext; of an erased change its kind is 3, and instead of the
 * ciphertext of that length there is its SHA-256.
 */
export function writeRun(run: Run): Bytes {
  return concat(
    run.rosterHead,
    fromHex(run.deviceId),
    u64(run.firstSeq),
    run.prevHash,
    u32(run.epoch),
    run.signature,
    u32(run.envelopes.length),
    ...run.envelopes.flatMap(({ kind, recordId, nonce, ciphertext, erased }) => [
      Uint8Array.of(erased ? erasedKind : envelopeKinds.indexOf(kind) + 1),
      fromHex(recordId),
      nonce,
      u32(erased?.length ?? ciphertext.length),
      erased?.digest ?? ciphertext,
    ]),
  )
}

const noBytes: Bytes = new Uint8Array(0)

function readEnvelope(bytes: Uint8Array, at: number): { envelope: Envelope; next: number } {
  if (at + envelopeHead > bytes.length) throw new Malformed('a run that ends too early')
  const isErased = bytes[at] === erasedKind
  const kind = isErased ? 'change' : envelopeKinds[(bytes[at] ?? 0) - 1]
  if (!kind) throw new Malformed('an envelope of an unknown kind')
  const length = readU32(bytes, at + 29)
  const begin = at + envelopeHead
  const next = begin + (isErased ? 32 : length)
  if (next > bytes.length) throw new Malformed('a run that ends too early')
  if (length + 144 > limits.envelope) throw new Malformed('an envelope that is too long')
  const recordId = toHex(bytes.subarray(at + 1, at + 17))
  if (kind === 'void' ? length > 0 || recordId !== zeroId : length === 0)
    throw new Malformed('a void of something, or a change without its ciphertext')
  const nonce = concat(bytes.subarray(at + 17, at + 29))
  const rest = concat(bytes.subarray(begin, next))
  const envelope = isErased
    ? { kind, recordId, nonce, ciphertext: noBytes, erased: { length, digest: rest } }
    : { kind, recordId, nonce, ciphertext: rest }
  return { envelope, next }
}

/** The run of such bytes. Throws Malformed for another layout, no envelope, more than 500, or one that is too long. */
export function readRun(bytes: Uint8Array): Run {
  if (bytes.length < headLength || bytes.length > limits.run) throw new Malformed('no run')
  const count = readU32(bytes, headLength - 4)
  const firstSeq = readU64(bytes, 48)
  if (count < 1 || count > limits.runCount) throw new Malformed('a run of no or too many envelopes')
  if (firstSeq < 1 || !Number.isSafeInteger(firstSeq + count)) throw new Malformed('a run without a number')
  const envelopes: Envelope[] = []
  let at = headLength
  for (let index = 0; index < count; index += 1) {
    const { envelope, next } = readEnvelope(bytes, at)
    envelopes.push(envelope)
    at = next
  }
  if (at !== bytes.length) throw new Malformed('a run with something behind it')
  return {
    rosterHead: concat(bytes.subarray(0, 32)),
    deviceId: toHex(bytes.subarray(32, 48)),
    firstSeq,
    prevHash: concat(bytes.subarray(56, 88)),
    epoch: readU32(bytes, 88),
    signature: concat(bytes.subarray(92, 156)),
    envelopes,
  }
}

/** By whom a run says it is, without reading the rest of it. */
export const writerOf = (bytes: Uint8Array): string => toHex(bytes.subarray(32, 48))

/** An envelope of a run with its whole header, rebuilt, and its hash: what opening it and the chain need. */
export type Link = {
  readonly header: Header
  readonly aad: Bytes
  readonly hash: Bytes
  readonly ciphertext: Bytes
  readonly isErased: boolean
}

/** The envelopes of a run in their order, each chained to the one before. */
export function linksOf(spaceId: string, run: Omit<Run, 'signature'>): Link[] {
  const links: Link[] = []
  let prevHash = run.prevHash
  for (const [index, { kind, recordId, nonce, ciphertext, erased }] of run.envelopes.entries()) {
    const header: Header = {
      kind,
      spaceId,
      recordId,
      deviceId: run.deviceId,
      seq: run.firstSeq + index,
      epoch: run.epoch,
      prevHash,
      nonce,
      length: erased?.length ?? ciphertext.length,
    }
    const aad = writeHeader(header)
    const hash = envelopeHash(aad, erased?.digest ?? digestOf(ciphertext))
    links.push({ header, aad, hash, ciphertext, isErased: erased !== undefined })
    prevHash = hash
  }
  return links
}

/** What a run's signature covers: "p1 run" | rosterHead | firstSeq | count | hash of its last envelope. */
export const signedBytes = (run: Pick<Run, 'rosterHead' | 'firstSeq'>, count: number, last: Bytes): Bytes =>
  labelled(labels.run, run.rosterHead, u64(run.firstSeq), u32(count), last)
