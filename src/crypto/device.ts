import { sameBytes, toHex, type Bytes } from '../shared/bytes.ts'
import { sha256 } from '../shared/hash.ts'
import { secureRandom } from '../shared/ids.ts'
import { labelled, labels } from '../shared/labels.ts'
import { Problem } from './problem.ts'
import { makeSignPair, sign, verify } from './sign.ts'

/**
 * A device's identity, kept whole in IndexedDB: the two P-256 pairs (private halves not extractable) and the
 * public halves again as raw points of 65 bytes. `id` is 16 bytes as hex.
 */
export type Device = {
  readonly id: string
  readonly sign: CryptoKeyPair
  readonly agree: CryptoKeyPair
  readonly signPublic: Bytes
  readonly agreePublic: Bytes
}

const agreement = { name: 'ECDH', namedCurve: 'P-256' }

/** A new device. Problem 'keys-refused' where the browser has no WebCrypto or won't make the keys. */
export async function makeDevice(): Promise<Device> {
  try {
    const [signPair, agreePair] = await Promise.all([makeSignPair(), makeAgreePair()])
    const [signPublic, agreePublic] = await Promise.all([rawPublic(signPair), rawPublic(agreePair)])
    const id = await deviceIdOf(signPublic, agreePublic)
    return { id, sign: signPair, agree: agreePair, signPublic, agreePublic }
  } catch (cause) {
    throw new Problem('keys-refused', { cause })
  }
}

/** The id of a device: SHA-256("p1 device" | sign key | agreement key)[0..16], as hex. */
export async function deviceIdOf(signPublic: Bytes, agreePublic: Bytes): Promise<string> {
  return toHex((await sha256(labelled(labels.device, signPublic, agreePublic))).subarray(0, 16))
}

/**
 * Signs and agrees with the keys as they came back from storage, against the public halves that others will
 * hold. Problem 'keys-refused' if anything fails: such a browser would lose what is written in it.
 */
export async function testDevice(device: Device): Promise<void> {
  let works: boolean
  try {
    works = (await signs(device)) && (await agrees(device)) && (await isNamedByItsKeys(device))
  } catch (cause) {
    throw new Problem('keys-refused', { cause })
  }
  if (!works) throw new Problem('keys-refused')
}

async function signs(device: Device): Promise<boolean> {
  const message = labelled(labels.test, secureRandom(new Uint8Array(32)))
  return verify(device.signPublic, await sign(device.sign.privateKey, message), message)
}

async function agrees(device: Device): Promise<boolean> {
  const other = await makeAgreePair()
  const mine = await crypto.subtle.importKey('raw', device.agreePublic, agreement, true, [])
  const [here, there] = await Promise.all([
    sharedBits(device.agree.privateKey, other.publicKey),
    sharedBits(other.privateKey, mine),
  ])
  return sameBytes(here, there)
}

async function isNamedByItsKeys(device: Device): Promise<boolean> {
  return device.id === (await deviceIdOf(device.signPublic, device.agreePublic))
}

function makeAgreePair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(agreement, false, ['deriveBits'])
}

async function rawPublic(pair: CryptoKeyPair): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
}

async function sharedBits(privateKey: CryptoKey, publicKey: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256))
}
