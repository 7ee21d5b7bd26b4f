import { describe, expect, test } from 'vitest'
import { fromHex, sameBytes, toHex, utf8, type Bytes } from '../../src/shared/bytes.ts'
import { isPointHex } from '../../src/shared/shape.ts'
import { openBare, sealBare } from '../../src/crypto/aead.ts'
import { openPlainPair } from '../../src/crypto/pair.ts'
import { Problem } from '../../src/crypto/problem.ts'
import { isPoint, verify } from '../../src/crypto/sign.ts'
import { openWrap, wrapKey, type WrapPlace } from '../../src/crypto/wrap.ts'
import { wrapBy } from './p1/hpke.ts'
import { wrapInfo } from './p1/keys.ts'
import { publicOf } from './p1/primitives.ts'
import { casesOf, leftOut, tally, type Files } from './wycheproof/cases.ts'

const place: WrapPlace = { spaceId: '0a'.repeat(16), epoch: 0, headBefore: new Uint8Array(32).fill(7) }
const info = wrapInfo(fromHex(place.spaceId), place.epoch, place.headBefore)
const epochKey = new Uint8Array(32).fill(14)

/** What comes of it, or the name of the problem. */
const orProblem = (work: Promise<string>): Promise<string> =>
  work.catch((error: unknown) => {
    if (error instanceof Problem) return error.code
    throw error
  })

type Agreement = Files['ecdh_secp256r1_ecpoint']

/** A wrap made out of what the case says that the two keys agree upon, opened by the app. */
async function openAgreed({ public: enc, private: scalar, shared }: Agreement): Promise<string> {
  const secret = scalar.padStart(64, '0').slice(-64)
  const point = publicOf(fromHex(secret))
  const pair = await openPlainPair('agree', { secret, point: toHex(new Uint8Array(point)) })
  const wrap = wrapBy(fromHex(shared), fromHex(enc), point, info)(epochKey)
  const opened = await openWrap(new Uint8Array(wrap), pair, place)
  return sameBytes(opened, epochKey) ? 'opened' : 'another key'
}

async function openGcm({ key, iv, aad, ct, tag, msg }: Files['aes_gcm']): Promise<string> {
  const [nonce, bound] = [fromHex(iv), fromHex(aad)]
  const imported = await crypto.subtle.importKey('raw', fromHex(key), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
  const opened = await openBare(imported, fromHex(ct + tag), bound, nonce)
  const sealed = await sealBare(imported, opened, bound, nonce)
  return toHex(opened) === msg && toHex(sealed) === ct + tag ? 'opened and sealed alike' : 'other bytes'
}

async function derive(name: 'HKDF' | 'PBKDF2', secret: Bytes, params: object, bits: number): Promise<string> {
  const material = await crypto.subtle.importKey('raw', secret, name, false, ['deriveBits'])
  const all = { name, hash: 'SHA-256', ...params }
  return toHex(new Uint8Array(await crypto.subtle.deriveBits(all, material, bits)))
}

describe('the edge cases of Wycheproof', () => {
  test('are all there, but for those of which the reason is told', () => {
    expect(leftOut()).toEqual({
      aes_gcm: { 'a nonce that is not of 96 bits': 113 },
      ecdh_secp256r1_ecpoint: {},
      ecdsa_secp256r1_sha256_p1363: {},
      hkdf_sha256: { 'a key of 8160 bytes': 3 },
    })
  })

  test('of signatures: a signature is r | s of 64 bytes, each from 1 to n-1', async () => {
    const counts = await tally(casesOf('ecdsa_secp256r1_sha256_p1363'), async (one) =>
      (await verify(fromHex(one.public), fromHex(one.sig), fromHex(one.msg))) ? 'holds' : 'does not hold',
    )
    expect(counts).toEqual({
      'valid: holds': 146,
      'invalid: does not hold': 69,
      'acceptable (SigSize): does not hold': 4,
    })
  })

  test('of public keys: one that is no uncompressed point gets into no roster', async () => {
    const counts = await tally(casesOf('ecdh_secp256r1_ecpoint'), async ({ public: point }) =>
      isPointHex(point) && (await isPoint(fromHex(point))) ? 'taken' : 'refused',
    )
    expect(counts).toEqual({
      'valid: taken': 191,
      'invalid: refused': 24,
      'acceptable (CompressedPoint): refused': 1,
    })
  })

  test('of wraps: whatever point is in one, it opens to what was agreed or not at all', async () => {
    const counts = await tally(casesOf('ecdh_secp256r1_ecpoint'), (one) => orProblem(openAgreed(one)))
    expect(counts).toEqual({
      'valid: opened': 191,
      'invalid: wrap-refused': 24,
      'acceptable (CompressedPoint): wrap-refused': 1,
    })
  })

  test('of those for whom a key is wrapped', async () => {
    const counts = await tally(casesOf('ecdh_secp256r1_ecpoint'), (one) =>
      orProblem(wrapKey(epochKey, fromHex(one.public), place).then(() => 'wrapped')),
    )
    expect(counts).toEqual({
      'valid: wrapped': 191,
      'invalid: key-malformed': 24,
      'acceptable (CompressedPoint): key-malformed': 1,
    })
  })

  test('of seals', async () => {
    expect(await tally(casesOf('aes_gcm'), (one) => orProblem(openGcm(one)))).toEqual({
      'valid: opened and sealed alike': 62,
      'invalid: seal-refused': 81,
    })
  })

  test('of derived keys', async () => {
    const counts = await tally(casesOf('hkdf_sha256'), ({ ikm, salt, info: bound, size, okm }) =>
      derive('HKDF', fromHex(ikm), { salt: fromHex(salt), info: fromHex(bound) }, 8 * size).then(
        (derived) => (derived === okm ? 'derived' : 'another key'),
        (error: unknown) => (error as Error).name,
      ),
    )
    expect(counts).toEqual({
      'valid: derived': 99,
      'invalid: OperationError': 3,
    })
  })
})

// Wycheproof has none for PBKDF2 in this edition; RFC 7914 has two, in its section 11.
test('stretching gives what RFC 7914 says', async () => {
  const stretch = (secret: string, salt: string, iterations: number): Promise<string> =>
    derive('PBKDF2', utf8(secret), { salt: utf8(salt), iterations }, 512)
  expect(await stretch('passwd', 'salt', 1)).toBe(
    '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783',
  )
  expect(await stretch('Password', 'NaCl', 80_000)).toBe(
    '4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56a1d425a122583354' +
      '9adb841b51c9b3176a272bdebba1d078478f62b397f33c8d',
  )
})
