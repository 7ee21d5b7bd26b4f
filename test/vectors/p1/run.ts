import { Differs, join, labelled, readerOf, u32, u64, zeros } from './bytes.ts'
import { hashOf, hashOfDigest, kinds, writeHeader } from './envelope.ts'

export type Run = {
  readonly rosterHead: Uint8Array
  readonly deviceId: Uint8Array
  readonly firstSeq: number
  readonly prevHash: Uint8Array
  readonly epoch: number
  readonly signature: Uint8Array
  readonly envelopes: readonly Link[]
}

/** One envelope as it stands in a run. */
export type Link = {
  readonly kind: number
  readonly recordId: Uint8Array
  readonly nonce: Uint8Array
  readonly ciphertext: Uint8Array
  /** Of one whose record was erased: how long its ciphertext was, and the hash of it. */
  readonly erased?: { readonly length: number; readonly digest: Uint8Array }
}

/** On the wire, of a change whose record was erased. */
const erasedKind = 3

export function readRun(bytes: Uint8Array): Run {
  const { take, number, end } = readerOf(bytes)
  const start = {
    rosterHead: take(32),
    deviceId: take(16),
    firstSeq: number(8),
    prevHash: take(32),
    epoch: number(4),
    signature: take(64),
  }
  const count = number(4)
  if (count < 1 || count > 500) throw new Differs('too few or too many')
  const envelopes = Array.from({ length: count }, () => {
    const link = { kind: number(1), recordId: take(16), nonce: take(12) }
    const length = number(4)
    if (link.kind !== erasedKind) return { ...link, ciphertext: take(length) }
    return { ...link, kind: kinds.change, ciphertext: zeros(0), erased: { length, digest: take(32) } }
  })
  end()
  return { ...start, envelopes }
}

export function writeRun(run: Run): Uint8Array {
  const { rosterHead, deviceId, firstSeq, prevHash, epoch, signature, envelopes } = run
  return join(
    join(rosterHead, deviceId, u64(firstSeq), prevHash, u32(epoch), signature, u32(envelopes.length)),
    ...envelopes.map(({ kind, recordId, nonce, ciphertext }) =>
      join(Uint8Array.of(kind), recordId, nonce, u32(ciphertext.length), ciphertext),
    ),
  )
}

/** Header and hash of each envelope, one from the other. */
export function chainOf(spaceId: Uint8Array, run: Run) {
  let { prevHash } = run
  return run.envelopes.map(({ kind, recordId, nonce, ciphertext, erased }, at) => {
    const { deviceId, firstSeq, epoch } = run
    const seq = firstSeq + at
    const length = erased?.length ?? ciphertext.length
    const header = writeHeader({ kind, spaceId, recordId, deviceId, seq, epoch, prevHash, nonce, length })
    prevHash = erased ? hashOfDigest(header, erased.digest) : hashOf(header, ciphertext)
    return { header, hash: prevHash }
  })
}

/** What the device signs. */
export const messageOf = ({ rosterHead, firstSeq, envelopes }: Run, lastHash: Uint8Array): Uint8Array =>
  labelled('p1 run', rosterHead, u64(firstSeq), u32(envelopes.length), lastHash)
