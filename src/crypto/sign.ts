import type { Bytes } from '../shared/bytes.ts'
import { Problem } from './problem.ts'

const curve = { name: 'ECDSA', namedCurve: 'P-256' }
const scheme = { name: 'ECDSA', hash: 'SHA-256' }

/** A new signing pair, its private half not extractable. */
export function makeSignPair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(curve, false, ['sign', 'verify'])
}

/** The signature of a labelled message: 64 bytes, r | s. */
export async function sign(privateKey: CryptoKey, message: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign(scheme, privateKey, message))
}

/** Whether the raw public key (65 bytes) signed the message. Problem 'key-malformed' if it isn't a key. */
export async function verify(signPublic: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  return crypto.subtle.verify(scheme, await importPublic(signPublic), signature, message)
}

/** Whether the raw bytes are a point on the curve: a public key. */
export async function isPoint(raw: Bytes): Promise<boolean> {
  try {
    await importPublic(raw)
    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

async function importPublic(raw: Bytes): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('raw', raw, curve, true, ['verify'])
  } catch (cause) {
    throw new Problem('key-malformed', { cause })
  }
}
