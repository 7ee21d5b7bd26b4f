/**
 * The country code at the start of an international number without its + (ITU-T E.164: no code is the
 * beginning of another, and all but these have three digits).
 */
export const countryCode = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/

/**
 * The number without a bracketed trunk prefix after its country code: "+49 (0)30 1234" is "+49 30 1234".
 * Italian numbers keep theirs, which is part of the number; Hungary's prefix is 06.
 */
export function withoutTrunk(number: string): string {
  return number
    .replace(/^([^\d+]*(?:\+|00)\s*(?!39)\d{1,3}[^\d(]*)\(\s*0\s*\)/, '$1')
    .replace(/^([^\d+]*(?:\+|00)\s*36[^\d(]*)\(\s*06\s*\)/, '$1')
}

/**
 * What a telephone dials for a number as somebody wrote it: digits, * and #, and + in front of a country code.
 * What stands around the number (an extension, a remark, a second number after a comma) is left off. Empty if there is
 * nothing to dial. In a `tel:` address # has to be written %23.
 */
export function dialable(number: string): string {
  const pieces = number.normalize('NFKC').split(/[\p{L},;:]+/u)
  // Less than three digits belong to a remark: "Tel. 2: 030 1234".
  const found = pieces.find((piece) => /(?:\d\D*){3}/.test(piece)) ?? pieces.join('')
  const first = withoutTrunk(found)
  const keys = first.replace(/[^\d*#]/g, '')
  if (!/\d/.test(keys)) return ''
  const international = /^[^\d*#]*\+/.test(first)
  if (!international) return keys.replace(/^00(?=[1-9])/, '+')
  const abroad = keys.replace(/^(?:00)+/, '')
  return /\d/.test(abroad) ? `+${abroad}` : ''
}

function significant(dialled: string): string {
  const digits = dialled.replace(/\D/g, '')
  const national = dialled.startsWith('+') ? digits.replace(countryCode, '') : digits
  return national.replace(/^0+/, '')
}

/**
 * Whether two numbers probably ring the same telephone: both international and equal, or one the end of the other
 * (at least 7 digits) once country code and leading zeros are off. Shorter ones must be equal.
 */
export function sameNumber(a: string, b: string): boolean {
  const [one, two] = [dialable(a), dialable(b)]
  if (one === two) return one !== ''
  if (one.startsWith('+') && two.startsWith('+')) return false
  const [short, long] = [significant(one), significant(two)].sort((x, y) => x.length - y.length) as [
    string,
    string,
  ]
  return short.length >= 7 ? long.endsWith(short) : short !== '' && short === long
}
