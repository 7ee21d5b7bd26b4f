import { concat, fromHex, toHex, type Bytes } from '../shared/bytes.ts'
import { Problem } from './problem.ts'

/** A P-256 pair that can be written on paper: the private scalar (32 bytes) and the public point (65), as hex. */
export type PlainPair = { readonly secret: string; readonly point: string }

type Use = 'sign' | 'agree'
const algorithm = (use: Use): EcKeyGenParams => ({
  name: use === 'sign' ? 'ECDSA' : 'ECDH',
  namedCurve: 'P-256',
})
const usages = (use: Use): KeyUsage[] => (use === 'sign' ? ['sign'] : ['deriveBits'])

const toBase64Url = (bytes: Bytes): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

const fromBase64Url = (text: string): Bytes =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))

/** A new pair whose private half may leave the device: for slips only. */
export async function makePlainPair(use: Use): Promise<PlainPair> {
  const pair = await crypto.subtle.generateKey(
    algorithm(use),
    true,
    use === 'sign' ? ['sign', 'verify'] : ['deriveBits'],
  )
  const { d, x, y } = await crypto.subtle.exportKey('jwk', pair.privateKey)
  if (!d || !x || !y) throw new Problem('keys-refused')
  return {
    secret: toHex(fromBase64Url(d)),
    point: toHex(concat(Uint8Array.of(4), fromBase64Url(x), fromBase64Url(y))),
  }
}

/** The pair as keys that can't be exported again. Problem 'key-malformed' if the halves don't belong together. */
export async function openPlainPair(use: Use, { secret, point }: PlainPair): Promise<CryptoKeyPair> {
  const raw = fromHex(point)
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    d: toBase64Url(fromHex(secret)),
    x: toBase64Url(raw.slice(1, 33)),
    y: toBase64Url(raw.slice(33)),
  }
  try {
    const [privateKey, publicKey] = await Promise.all([
      crypto.subtle.importKey('jwk', jwk, algorithm(use), false, usages(use)),
      crypto.subtle.importKey('raw', raw, algorithm(use), true, use === 'sign' ? ['verify'] : []),
    ])
    return { privateKey, publicKey }
  } catch (cause) {
    throw new Problem('key-malformed', { cause })
  }
}
