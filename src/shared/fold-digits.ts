import { withoutTrunk } from './phone.ts'

const mostDigits = 20

/** All digits of a number, as plain ones. */
export function digitsOf(number: string): string {
  return number.normalize('NFKC').replace(/\D/g, '')
}

/**
 * The index entries of one telephone number: every end of its first 20 digits that has at least 2, each behind a #,
 * so that a prefix search finds any run of digits in it.
 */
export function foldDigits(text: string): string[] {
  const entries = new Set<string>()
  for (const number of [text, withoutTrunk(text)]) {
    const digits = digitsOf(number).slice(0, mostDigits)
    for (let start = 0; start + 2 <= digits.length; start++) entries.add(`#${digits.slice(start)}`)
  }
  return [...entries]
}
