import { createECDH, createHash } from 'node:crypto'

type Generate = (
  algorithm: EcKeyGenParams,
  extractable: boolean,
  usages: readonly KeyUsage[],
) => Promise<CryptoKeyPair>

const { subtle } = crypto
const real = {
  deriveBits: subtle.deriveBits.bind(subtle),
  generateKey: subtle.generateKey.bind(subtle) as unknown as Generate,
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

/** The n-th pair of keys, always the same one. */
async function pairOf(
  n: number,
  algorithm: EcKeyGenParams,
  extractable: boolean,
  usages: readonly KeyUsage[],
): Promise<CryptoKeyPair> {
  const secret = createHash('sha256').update(`${algorithm.name} ${n}`).digest()
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(secret)
  const point = new Uint8Array(curve.getPublicKey())
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    d: base64(secret),
    x: base64(point.slice(1, 33)),
    y: base64(point.slice(33)),
  }
  const isOfPrivate = (usage: KeyUsage): boolean => usage !== 'verify'
  const [privateKey, publicKey] = await Promise.all([
    subtle.importKey('jwk', jwk, algorithm, extractable, usages.filter(isOfPrivate)),
    subtle.importKey('raw', point, algorithm, true, algorithm.name === 'ECDSA' ? ['verify'] : []),
  ])
  return { privateKey, publicKey }
}

/** So many pairs are used again and again: making one takes longer than most of what is done with it. */
const pairs = 5000

const made = new Map<string, Promise<CryptoKeyPair>>()
let next = 0

const generate: Generate = (algorithm, extractable, usages) => {
  const n = next % pairs
  next += 1
  const name = `${n} ${algorithm.name} ${extractable} ${usages.join()}`
  const pair = made.get(name) ?? pairOf(n, algorithm, extractable, usages)
  made.set(name, pair)
  return pair
}

/**
 * From here on new keys follow from the seed, so that ids and everything ordered by them come again. An invitation's secret
 * is stretched only once: stretching costs more than all the rest of a run.
 */
export function seedKeys(seed: number): void {
  next = (seed * 613) % pairs
  Object.defineProperty(subtle, 'generateKey', { value: generate, configurable: true })
  Object.defineProperty(subtle, 'deriveBits', {
    configurable: true,
    value: (algorithm: Pbkdf2Params, key: CryptoKey, length: number): Promise<ArrayBuffer> =>
      real.deriveBits(algorithm.name === 'PBKDF2' ? { ...algorithm, iterations: 1 } : algorithm, key, length),
  })
}

/** Real keys again. */
export function unseedKeys(): void {
  Object.defineProperty(subtle, 'generateKey', { value: real.generateKey, configurable: true })
  Object.defineProperty(subtle, 'deriveBits', { value: real.deriveBits, configurable: true })
}
