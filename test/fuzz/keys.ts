import { createECDH } from 'node:crypto'
import { deviceIdOf, type Device } from '../../src/crypto/device.ts'
import { openPlainPair, type PlainPair } from '../../src/crypto/pair.ts'
import { concat, toHex, utf8, type Bytes } from '../../src/shared/bytes.ts'
import { digestOf } from '../../src/shared/digest.ts'

/** Always the same 32 bytes for a name: what was found once must mean the same in a year. */
export const bytesFor = (name: string): Bytes => digestOf(utf8(`fuzz ${name}`))

/** Always the same id for a name. */
export const idFor = (name: string): string => toHex(bytesFor(name).subarray(0, 16))

/** Nobody opens these wraps, and a space's id must be the same with every run. */
export const anyWrap = `04${'07'.repeat(112)}`

/** Always the same pair for a name. */
export function plainPairFor(name: string): PlainPair {
  const secret = bytesFor(name)
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(secret)
  return { secret: toHex(secret), point: toHex(curve.getPublicKey()) }
}

const pointOf = ({ point }: PlainPair): Bytes => concat(Buffer.from(point, 'hex'))

/** Always the same device for a name. */
export async function deviceFor(name: string): Promise<Device> {
  const [signing, agreeing] = [plainPairFor(`sign ${name}`), plainPairFor(`agree ${name}`)]
  const [signPublic, agreePublic] = [pointOf(signing), pointOf(agreeing)]
  return {
    id: await deviceIdOf(signPublic, agreePublic),
    sign: await openPlainPair('sign', signing),
    agree: await openPlainPair('agree', agreeing),
    signPublic,
    agreePublic,
  }
}
