import {
  createCipheriv,
  createDecipheriv,
  createECDH,
  createHash,
  KeyObject,
  sign,
  verify,
} from 'node:crypto'

type Generate = (
  algorithm: EcKeyGenParams,
  extractable: boolean,
  usages: readonly KeyUsage[],
) => Promise<CryptoKeyPair>

const { subtle } = crypto
const real = {
  deriveBits: subtle.deriveBits.bind(subtle),
  sign: subtle.sign.bind(subtle),
  verify: subtle.verify.bind(subtle),
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

/** A key as Node's own functions take it. */
const plainKeys = new WeakMap<CryptoKey, KeyObject>()

function plainKey(key: CryptoKey): KeyObject {
  const plain = plainKeys.get(key) ?? KeyObject.from(key)
  plainKeys.set(key, plain)
  return plain
}

const bytesOf = (data: BufferSource): Uint8Array =>
  ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data)
const bufferOf = (...parts: readonly Uint8Array[]): ArrayBuffer => new Uint8Array(Buffer.concat(parts)).buffer

const tagLength = 16

function decrypt(params: AesGcmParams, key: CryptoKey, sealed: BufferSource): ArrayBuffer {
  const data = bytesOf(sealed)
  const cipher = createDecipheriv('aes-256-gcm', plainKey(key), bytesOf(params.iv))
  if (params.additionalData) cipher.setAAD(bytesOf(params.additionalData))
  cipher.setAuthTag(data.subarray(data.length - tagLength))
  return bufferOf(cipher.update(data.subarray(0, data.length - tagLength)), cipher.final())
}

function encrypt(params: AesGcmParams, key: CryptoKey, plain: BufferSource): ArrayBuffer {
  const cipher = createCipheriv('aes-256-gcm', plainKey(key), bytesOf(params.iv))
  if (params.additionalData) cipher.setAAD(bytesOf(params.additionalData))
  return bufferOf(cipher.update(bytesOf(plain)), cipher.final(), cipher.getAuthTag())
}

const signing = (key: CryptoKey) => ({ key: plainKey(key), dsaEncoding: 'ieee-p1363' as const })
const isSigning = (algorithm: AlgorithmIdentifier | EcdsaParams): boolean =>
  typeof algorithm === 'object' && algorithm.name === 'ECDSA'

/**
 * The same primitives, done at once: a thread for each costs more than all the work, and puts them into an order of its own.
 * An invitation's secret is stretched only once.
 */
const atOnce = {
  generateKey: generate,
  digest: (_: AlgorithmIdentifier, data: BufferSource) =>
    bufferOf(createHash('sha256').update(bytesOf(data)).digest()),
  sign: (algorithm: EcdsaParams, key: CryptoKey, data: BufferSource) =>
    isSigning(algorithm)
      ? bufferOf(sign('sha256', bytesOf(data), signing(key)))
      : real.sign(algorithm, key, data),
  verify: (algorithm: EcdsaParams, key: CryptoKey, signature: BufferSource, data: BufferSource) =>
    isSigning(algorithm)
      ? verify('sha256', bytesOf(data), signing(key), bytesOf(signature))
      : real.verify(algorithm, key, signature, data),
  encrypt,
  decrypt,
  deriveBits: (algorithm: Pbkdf2Params, key: CryptoKey, length: number) =>
    real.deriveBits(algorithm.name === 'PBKDF2' ? { ...algorithm, iterations: 1 } : algorithm, key, length),
}

/** From here on new keys follow from the seed, so that ids and everything ordered by them come again. */
export function seedKeys(seed: number): void {
  next = (seed * 613) % pairs
  for (const [name, verb] of Object.entries(atOnce)) {
    const act = verb as (...parts: readonly unknown[]) => unknown
    const value = async (...parts: readonly unknown[]): Promise<unknown> => act(...parts)
    Object.defineProperty(subtle, name, { value, configurable: true })
  }
}
