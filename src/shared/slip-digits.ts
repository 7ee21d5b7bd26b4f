import type { Bytes } from './bytes.ts'

const groups = 5
const groupDigits = 6
const allDigits = groups * groupDigits

/** Each group is divisible by this: a mistyped digit, or two exchanged, is noticed before anything is asked. */
const divisor = 11

/** Bytes of a slip's secret: two for each group. */
export const slipSecretLength = 2 * groups

/** The secret as 30 digits: five groups of six, each 11 times 16 bits of it. */
export function digitsOf(secret: Bytes): string {
  const view = new DataView(secret.buffer, secret.byteOffset)
  return Array.from({ length: groups }, (_, at) =>
    String(view.getUint16(2 * at) * divisor).padStart(groupDigits, '0'),
  ).join('')
}

/** The digits in their five groups, as they are shown and read out; groups that are still missing are ''. */
export const groupsOf = (digits: string): string[] =>
  Array.from({ length: groups }, (_, at) => digits.slice(at * groupDigits, (at + 1) * groupDigits))

/** The digits in what was typed, pasted or scanned: those of a link, else all that there are, however they are spaced. */
export function digitsIn(typed: string): string {
  const [, ofLink] = /\/join\/(\d+)/.exec(typed) ?? []
  return ofLink ?? typed.normalize('NFKC').replace(/\D/g, '')
}

/** The groups of digits in which a typing mistake is, counted from 0; of too few or too many digits, the last one. */
export function wrongGroups(typed: string): number[] {
  const digits = digitsIn(typed)
  const wrong = groupsOf(digits).flatMap((group, at) => {
    const isRight = group.length === groupDigits && Number(group) % divisor === 0
    return isRight && Number(group) / divisor <= 0xffff ? [] : [at]
  })
  return wrong.length === 0 && digits.length !== allDigits ? [groups - 1] : wrong
}

/** The secret of 30 digits, however they are spaced; undefined where a group is wrong. */
export function secretOf(typed: string): Bytes | undefined {
  if (wrongGroups(typed).length > 0) return undefined
  const secret = new Uint8Array(slipSecretLength)
  const view = new DataView(secret.buffer)
  groupsOf(digitsIn(typed)).forEach((group, at) => view.setUint16(2 * at, Number(group) / divisor))
  return secret
}
