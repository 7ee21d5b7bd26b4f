import { fromHex, Malformed, toHex, type Bytes } from '../shared/bytes.ts'
import { readCanonical, writeCanonical } from '../shared/canonical.ts'
import { paddedLength } from '../shared/envelope.ts'
import { secureRandom, zeroId, type Random } from '../shared/ids.ts'
import { roles, type Role } from '../shared/roster/bodies.ts'
import { labelled, labels } from '../shared/labels.ts'
import { limits } from '../shared/limits.ts'
import { exactly, hexOf, isPointHex, oneOf, type Check } from '../shared/shape.ts'
import { secretOf, sheetSecretLength, slipSecretLength } from '../shared/slip-digits.ts'
import { openWith, sealWith } from './aead.ts'
import { deriveKey } from './epoch.ts'
import { pad, unpad } from './pad.ts'
import { Problem } from './problem.ts'

export { digitsOf } from '../shared/slip-digits.ts'

/** What the inviter says to whoever opens the invitation, before anything is used up. */
export type Greeting = {
  /** The notebook's name, the inviter's, and the invited person's if it was typed; '' if not. */
  readonly notebook: string
  readonly inviter: string
  readonly guest: string
  /** 'coordinator' on a recovery sheet alone. */
  readonly role: Role
  /** A tablet of one's own, not another person. */
  readonly own: boolean
  /** Whom to call when it doesn't work; '' for nobody. */
  readonly helper: string
  readonly phone: string
  readonly language: string
}

/** The slip's private keys (P-256 scalar and point, 32 and 65 bytes as hex), its space and the roster's head before it. */
export type Box = Greeting & {
  readonly sign: string
  readonly signPoint: string
  readonly agree: string
  readonly agreePoint: string
  readonly space: string
  readonly head: string
}

const rounds = 600_000

/** A new invitation's secret: 80 random bits. */
export const newSlipSecret = (random: Random = secureRandom): Bytes =>
  random(new Uint8Array(slipSecretLength))

/** A new recovery sheet's secret: 128 random bits. */
export const newSheetSecret = (random: Random = secureRandom): Bytes =>
  random(new Uint8Array(sheetSecretLength))

/** The secret of 30 or 48 digits, however they are spaced. Problem 'slip-malformed'. */
export function readDigits(typed: string): Bytes {
  const secret = secretOf(typed)
  if (!secret) throw new Problem('slip-malformed')
  return secret
}

/** A slip's public name and the key of its box, both out of its secret. */
export type SlipKeys = { readonly id: string; readonly box: CryptoKey }

/** Stretches the secret by PBKDF2-SHA-256, 600,000 rounds: about a second on a tablet, years for whoever guesses 80 bits. */
export async function slipKeysOf(secret: Bytes): Promise<SlipKeys> {
  const password = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits'])
  const params = { name: 'PBKDF2', hash: 'SHA-256', salt: labelled(labels.slip), iterations: rounds }
  const stretched = new Uint8Array(await crypto.subtle.deriveBits(params, password, 256))
  const material = await crypto.subtle.importKey('raw', stretched, 'HKDF', false, ['deriveBits', 'deriveKey'])
  const salt = fromHex(zeroId)
  const named = { name: 'HKDF', hash: 'SHA-256', salt, info: labelled(labels.slipId) }
  const id = toHex(new Uint8Array(await crypto.subtle.deriveBits(named, material, 128)))
  return { id, box: await deriveKey(material, salt, labels.box) }
}

/** What fits into the box even if every text is as long and in a script of three bytes a letter. */
const longest = 150
const text: Check = (value) => typeof value === 'string' && value.length <= longest

/** Cut between letters, never through one: names are as long as people make them. */
const cut = (long: string): string =>
  long.length <= longest ? long : long.slice(0, longest).replace(/[\ud800-\udbff]$/, '')
const checks = {
  notebook: text,
  inviter: text,
  guest: text,
  role: oneOf(...roles),
  own: oneOf(true, false),
  helper: text,
  phone: text,
  language: text,
  sign: hexOf(32),
  signPoint: isPointHex,
  agree: hexOf(32),
  agreePoint: isPointHex,
  space: hexOf(16),
  head: hexOf(32),
}

/**
 * The box as it stands in the roster: canonical JSON, with zeros behind it up to a Padme length. Texts beyond 150 letters are
 * cut off. Problem 'slip-malformed' for content that nobody would open, or that is longer than a box may be all the same.
 */
export async function sealBox(
  { id, box }: SlipKeys,
  content: Box,
  random: Random = secureRandom,
): Promise<Bytes> {
  const { notebook, inviter, guest, helper, phone } = content
  const short = {
    ...content,
    notebook: cut(notebook),
    inviter: cut(inviter),
    guest: cut(guest),
    helper: cut(helper),
    phone: cut(phone),
  }
  const json = writeCanonical(short)
  const length = paddedLength(json.length)
  if (!exactly<Box>(short, checks) || length + 12 + 16 > limits.box) throw new Problem('slip-malformed')
  const nonce = random(new Uint8Array(12))
  return sealWith(box, pad(json, length), labelled(labels.box, fromHex(id)), nonce)
}

/** What is in a box. Problem 'seal-refused' if it is another slip's, 'slip-malformed' if it holds something else. */
export async function openBox({ id, box }: SlipKeys, sealed: Bytes): Promise<Box> {
  const plain = await openWith(box, sealed, labelled(labels.box, fromHex(id)))
  try {
    const content = readCanonical(unpad(plain))
    if (exactly<Box>(content, checks)) return content
  } catch (cause) {
    if (!(cause instanceof Malformed)) throw cause
  }
  throw new Problem('slip-malformed')
}
