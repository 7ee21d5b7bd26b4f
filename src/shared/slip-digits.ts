import type { Bytes } from './bytes.ts'

/** Groups of an invitation, and of a recovery sheet, which is good for longer and so has a longer secret. */
const groupsOfInvitation = 5
const groupsOfSheet = 8
const groupDigits = 6

/** Digits of an invitation, and of a recovery sheet. */
export const invitationDigits = groupsOfInvitation * groupDigits
export const sheetDigits = groupsOfSheet * groupDigits

/** As many groups as these digits are going to be: more than six have no place in an invitation. */
const groupCount = (digits: string): number =>
  digits.length > (groupsOfInvitation + 1) * groupDigits ? groupsOfSheet : groupsOfInvitation

/** Each group is divisible by this: a mistyped digit, or two exchanged, is noticed before anything is asked. */
const divisor = 11

/** Bytes of a slip's secret: two for each group. */
export const slipSecretLength = 2 * groupsOfInvitation
export const sheetSecretLength = 2 * groupsOfSheet

/** The secret as 30 or 48 digits: groups of six, each 11 times 16 bits of it. */
export function digitsOf(secret: Bytes): string {
  const view = new DataView(secret.buffer, secret.byteOffset)
  return Array.from({ length: secret.length / 2 }, (_, at) =>
    String(view.getUint16(2 * at) * divisor).padStart(groupDigits, '0'),
  ).join('')
}

/**
 * The digits in their five or eight groups, as they are shown and read out; groups that are still missing are ''. `whole`
 * is how many digits there are to be, where that is known.
 */
export const groupsOf = (digits: string, whole = groupCount(digits) * groupDigits): string[] =>
  Array.from({ length: whole / groupDigits }, (_, at) =>
    digits.slice(at * groupDigits, (at + 1) * groupDigits),
  )

/** The digits in what was typed, pasted or scanned: those of a link, else all that there are, however they are spaced. */
export function digitsIn(typed: string): string {
  const [, ofLink] = /\/join\/(\d+)/.exec(typed) ?? []
  return ofLink ?? typed.normalize('NFKC').replace(/\D/g, '')
}

/**
 * The groups of digits in which a typing mistake is, counted from 0; of too few or too many digits, the last one. `whole` as
 * above.
 */
export function wrongGroups(typed: string, whole?: number): number[] {
  const digits = digitsIn(typed)
  const groups = groupsOf(digits, whole)
  const wrong = groups.flatMap((group, at) => {
    const isRight = group.length === groupDigits && Number(group) % divisor === 0
    return isRight && Number(group) / divisor <= 0xffff ? [] : [at]
  })
  const isWhole = digits.length === groups.length * groupDigits
  return wrong.length === 0 && !isWhole ? [groups.length - 1] : wrong
}

/** The secret of 30 or 48 digits, however they are spaced; undefined where a group is wrong. */
export function secretOf(typed: string): Bytes | undefined {
  if (wrongGroups(typed).length > 0) return undefined
  const groups = groupsOf(digitsIn(typed))
  const secret = new Uint8Array(2 * groups.length)
  const view = new DataView(secret.buffer)
  groups.forEach((group, at) => view.setUint16(2 * at, Number(group) / divisor))
  return secret
}
