import { concat, type Bytes } from '../shared/bytes.ts'
import { Problem } from './problem.ts'

const nonceLength = 12

/** AES-256-GCM with a nonce in front: nonce 12 | ciphertext | tag 16. */
export async function sealWith(key: CryptoKey, plain: Bytes, aad: Bytes, nonce: Bytes): Promise<Bytes> {
  return concat(nonce, await sealBare(key, plain, aad, nonce))
}

/** The plaintext of nonce 12 | ciphertext | tag 16. Problem 'seal-refused' if a bit of it or of the aad is another. */
export function openWith(key: CryptoKey, sealed: Bytes, aad: Bytes): Promise<Bytes> {
  return openBare(key, sealed.slice(nonceLength), aad, sealed.slice(0, nonceLength))
}

/** The same where the nonce stands elsewhere: ciphertext | tag 16. */
export async function sealBare(key: CryptoKey, plain: Bytes, aad: Bytes, nonce: Bytes): Promise<Bytes> {
  const params = { name: 'AES-GCM', iv: nonce, additionalData: aad }
  return new Uint8Array(await crypto.subtle.encrypt(params, key, plain))
}

export async function openBare(key: CryptoKey, sealed: Bytes, aad: Bytes, nonce: Bytes): Promise<Bytes> {
  const params = { name: 'AES-GCM', iv: nonce, additionalData: aad }
  try {
    return new Uint8Array(await crypto.subtle.decrypt(params, key, sealed))
  } catch (cause) {
    throw new Problem('seal-refused', { cause })
  }
}
