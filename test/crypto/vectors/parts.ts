import { createECDH, hkdfSync } from 'node:crypto'
import { fromHex, toHex, type Bytes } from '../../../src/shared/bytes.ts'
import { labelled, type Label } from '../../../src/shared/labels.ts'
import type { Random } from '../../../src/shared/ids.ts'
import { deviceIdOf, type Device } from '../../../src/crypto/device.ts'
import { openPlainPair } from '../../../src/crypto/pair.ts'

/** What a test vector file holds: JSON, bytes as hex. */
export type Part = { readonly [name: string]: unknown }

/** A byte again and again: fixed, and easy to tell from others. */
export const filled = (length: number, byte: number): Bytes => new Uint8Array(length).fill(byte)

/** Randomness that is always the same byte. */
export const always =
  (byte: number): Random =>
  (bytes) =>
    bytes.fill(byte)

type PlainKeys = { readonly secret: string; readonly point: string }

/** A pair by its secret scalar: the same byte 32 times. */
function pairOf(byte: number): PlainKeys {
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(filled(32, byte))
  return { secret: toHex(filled(32, byte)), point: curve.getPublicKey('hex') }
}

export type FixedDevice = Device & { readonly plain: { readonly sign: PlainKeys; readonly agree: PlainKeys } }

/** A device whose two secret scalars are known. */
export async function fixedDevice(signByte: number, agreeByte: number): Promise<FixedDevice> {
  const plain = { sign: pairOf(signByte), agree: pairOf(agreeByte) }
  const [signPublic, agreePublic] = [fromHex(plain.sign.point), fromHex(plain.agree.point)]
  return {
    id: await deviceIdOf(signPublic, agreePublic),
    sign: await openPlainPair('sign', plain.sign),
    agree: await openPlainPair('agree', plain.agree),
    signPublic,
    agreePublic,
    plain,
  }
}

export const deviceVector = ({ id, plain }: FixedDevice): Part => ({
  signSecret: plain.sign.secret,
  sign: plain.sign.point,
  agreeSecret: plain.agree.secret,
  agree: plain.agree.point,
  id,
})

/** HKDF-SHA-256 worked out by another implementation than the app's, which never sees such keys as bytes. */
export function hkdf(secret: string, salt: string, label: Label, ...parts: Bytes[]): string {
  const info = labelled(label, ...parts)
  return toHex(new Uint8Array(hkdfSync('sha256', fromHex(secret), fromHex(salt), info, 32)))
}
