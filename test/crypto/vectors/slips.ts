import { pbkdf2Sync } from 'node:crypto'
import { toHex, type Bytes } from '../../../src/shared/bytes.ts'
import { labelled, labels } from '../../../src/shared/labels.ts'
import { presentHead, type Roster } from '../../../src/shared/roster/roster.ts'
import {
  digitsOf,
  sealBox,
  slipKeysOf,
  type Box,
  type Greeting,
  type SlipKeys,
} from '../../../src/crypto/slip.ts'
import { always, hkdf, type FixedDevice, type Part } from './parts.ts'

/** A slip's secret with all that follows from it, and its box upon that roster; `sealed` stands in the entry. */
export type ToldSlip = { readonly id: string; readonly sealed: string; readonly part: Part }

const zero = '0'.repeat(32)

/** Stretching is slow, and the vectors are told again and again. */
const known = new Map<string, Promise<{ readonly keys: SlipKeys; readonly stretched: string }>>()

const stretch = async (secret: Bytes) => ({
  keys: await slipKeysOf(secret),
  stretched: toHex(pbkdf2Sync(secret, labelled(labels.slip), 600_000, 32, 'sha256')),
})

function stretchOnce(secret: Bytes): ReturnType<typeof stretch> {
  const before = known.get(toHex(secret)) ?? stretch(secret)
  known.set(toHex(secret), before)
  return before
}

export async function tellSlip(
  roster: Roster,
  secret: Bytes,
  { plain }: FixedDevice,
  greeting: Greeting,
): Promise<ToldSlip> {
  const { keys, stretched } = await stretchOnce(secret)
  const box: Box = {
    ...greeting,
    sign: plain.sign.secret,
    signPoint: plain.sign.point,
    agree: plain.agree.secret,
    agreePoint: plain.agree.point,
    space: roster.spaceId,
    head: presentHead(roster),
  }
  const part = {
    secret: toHex(secret),
    digits: digitsOf(secret),
    stretched,
    id: keys.id,
    boxKey: hkdf(stretched, zero, labels.box),
    boxNonce: '0b'.repeat(12),
    box,
  }
  return { id: keys.id, sealed: toHex(await sealBox(keys, box, always(0x0b))), part }
}

const greeting = { notebook: 'Pécs – Musterstadt', own: false, helper: '', phone: '' } as const

export const greetings = {
  slip: { ...greeting, inviter: 'Anna', guest: 'János', role: 'member', language: 'hu' },
  sheet: { ...greeting, inviter: 'János', guest: '', role: 'coordinator', language: '' },
} as const

/** What an `issue` says of its slip's public keys. */
export const pointsOf = ({ plain }: FixedDevice) => ({ agree: plain.agree.point, sign: plain.sign.point })

/** The box of a slip that nobody uses. */
export const emptyBox = '00'
