import { deflateSync, inflateSync } from 'fflate'
import { concat, fromHex, Malformed, readU32, toHex, u32, type Bytes } from '../shared/bytes.ts'
import { readCanonical, writeCanonical } from '../shared/canonical.ts'
import { sha256 } from '../shared/hash.ts'
import { secureRandom, type Random } from '../shared/ids.ts'
import { labelled, labels } from '../shared/labels.ts'
import { limits } from '../shared/limits.ts'
import { hexOf, isWrapHex, mapOf } from '../shared/shape.ts'
import type { Value } from '../shared/value.ts'
import { openWith, sealWith } from './aead.ts'
import { deriveKey, epochKeyOf } from './epoch.ts'
import { Problem } from './problem.ts'
import { sign, verify } from './sign.ts'
import { openBound, wrapBound } from './wrap.ts'

/** Whose leftovers they are, in which space: what everything in the file is bound to. */
export type LeftBy = { readonly space: string; readonly device: string }

/** A coordinator's device that may open them; `agree` is its public key as hex. */
export type Reader = { readonly id: string; readonly agree: string }

const signatureLength = 64
/** What inflates to more than this isn't read. */
const mostPlain = 16 * 1024 * 1024

const infoOf = ({ space, device }: LeftBy): Bytes =>
  labelled(labels.leftover, fromHex(space), fromHex(device))

async function sealingKey(raw: Bytes, by: LeftBy): Promise<CryptoKey> {
  const { material } = await epochKeyOf(0, raw)
  return deriveKey(material, fromHex(by.space), labels.leftover, fromHex(by.device))
}

/**
 * What a removed device had not sent, for the coordinators alone, signed by it:
 * length of the head 4 | head: canonical JSON of wraps by device | nonce 12 | deflated canonical JSON, sealed | tag 16 | signature 64.
 */
export async function sealLeftover(
  by: LeftBy,
  key: CryptoKey,
  readers: readonly Reader[],
  content: Value,
  random: Random = secureRandom,
): Promise<Bytes> {
  const raw = random(new Uint8Array(32))
  const wraps = readers.map(async ({ id, agree }): Promise<[string, string]> => [
    id,
    toHex(await wrapBound(raw, fromHex(agree), infoOf(by))),
  ])
  const head = writeCanonical(Object.fromEntries(await Promise.all(wraps)))
  const plain = concat(deflateSync(writeCanonical(content), { level: 6 }))
  const nonce = random(new Uint8Array(12))
  const sealed = await sealWith(await sealingKey(raw, by), plain, infoOf(by), nonce)
  const file = concat(u32(head.length), head, sealed)
  return concat(file, await sign(key, concat(infoOf(by), await sha256(file))))
}

const isWraps = mapOf(hexOf(16), isWrapHex, limits.devices)

function wrapIn(head: Bytes, reader: string): string | undefined {
  const wraps = readCanonical(head)
  if (!isWraps(wraps)) throw new Malformed('leftovers with another head')
  return (wraps as { readonly [id: string]: string })[reader]
}

/** fflate writes nothing behind the end of a buffer that it was given: one byte more than allowed tells that there was more. */
function inflated(plain: Bytes): Uint8Array {
  const out = new Uint8Array(mostPlain + 1)
  let json: Uint8Array
  try {
    json = inflateSync(plain, { out })
  } catch (cause) {
    throw new Malformed('leftovers that do not inflate', { cause })
  }
  if (json.length > mostPlain) throw new Malformed('leftovers that are too long')
  return json
}

/**
 * What is in such a file; undefined if it isn't for this reader. `signPublic` (hex) is the device's that left it. Problem
 * 'entry-forged' if that one didn't sign it, 'change-malformed' or 'seal-refused' if it holds something else.
 */
export async function openLeftover(
  by: LeftBy,
  signPublic: string,
  reader: { readonly id: string; readonly agree: CryptoKeyPair },
  bytes: Bytes,
): Promise<Value | undefined> {
  const end = bytes.length - signatureLength
  if (end < 4) throw new Problem('change-malformed')
  const [file, signature] = [bytes.slice(0, end), bytes.slice(end)]
  if (!(await verify(fromHex(signPublic), signature, concat(infoOf(by), await sha256(file)))))
    throw new Problem('entry-forged')
  const headEnd = 4 + readU32(file, 0)
  try {
    const wrap = wrapIn(file.slice(4, headEnd), reader.id)
    if (wrap === undefined) return undefined
    const raw = await openBound(fromHex(wrap), reader.agree, infoOf(by))
    const plain = await openWith(await sealingKey(raw, by), file.slice(headEnd), infoOf(by))
    return readCanonical(inflated(plain))
  } catch (cause) {
    if (cause instanceof Malformed) throw new Problem('change-malformed', { cause })
    throw cause
  }
}
