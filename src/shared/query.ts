import { compound, joined, partsOf, spellings } from './fold.ts'
import { digitsOf } from './fold-digits.ts'
import { countryCode, withoutTrunk } from './phone.ts'

// A number as people write telephone numbers, or else a compound; "5a" is no number.
const numberOrCompound = new RegExp(
  String.raw`(?<![\p{L}\p{N}])[+(]{0,2}\d[\d\s()[\]/.–\u2010-]*(?![\p{L}\p{N}])|${compound.source}`,
  'gu',
)

/** Without repetitions and without those that a shorter one finds anyway, as the beginning of an entry. */
function widest(alternatives: string[]): string[] {
  const distinct = [...new Set(alternatives)]
  return distinct.filter((one) => !distinct.some((other) => other !== one && one.startsWith(other)))
}

// From this length on, a number without its country code is rare enough to be looked for alone.
const tellingDigits = 5

/** How a typed number may begin somewhere in a stored one, whichever of the two has a country code or a trunk 0. */
function numberStarts(typed: string): string[] {
  const digits = digitsOf(withoutTrunk(typed))
  const rest = digits.replace(/^0+/, '')
  if (rest.length < 2) return [digits]
  const marked = /^\D*\+/.test(typed)
  // Every end of a stored number is indexed, so "30 1" is found in "+49 30 1" and in "030 1" alike.
  if (!marked && !digits.startsWith('00')) return [rest]
  const country = countryCode.exec(rest)?.[0] ?? rest
  const national = rest.slice(country.length).replace(/^0+/, '')
  if (national.length >= tellingDigits) return [national]
  const trunk = country === '36' ? '06' : '0'
  return [digits, rest, country + national, ...(national.length < 2 ? [] : [trunk + national])]
}

function numberTokens(typed: string): string[][] {
  const starts = digitsOf(typed).length < 2 ? [] : numberStarts(typed).map((start) => `#${start}`)
  if (/^\D*\+/.test(typed)) return starts.length ? [widest(starts)] : []
  // The same digits may stand in a text as words of their own: a year, a house number, "5.6.2026".
  return (typed.match(/\d+/g) ?? []).map((word) => widest([...starts, word]))
}

function wordTokens(plain: string, wide: string): string[][] {
  const wideParts = partsOf(wide)
  // "E-Mail" is written "Email" too: each part may instead be found as the whole.
  return partsOf(plain).map((part, at) => widest([part, wideParts[at] ?? part, joined(plain), joined(wide)]))
}

/**
 * What a person typed as tokens for the index of `foldWords` and `foldDigits`: a record is found if for **every**
 * inner list at least **one** of its strings is the beginning of one of the record's entries.
 * "Anna 030 12" is [["anna"], ["#3012", "030"], ["#3012", "12"]]. Nothing to look for gives an empty list.
 */
export function queryTokens(query: string): string[][] {
  const [plain, wide] = spellings(query).map((spelling) => spelling.match(numberOrCompound) ?? [])
  return (plain ?? []).flatMap((found, at) =>
    /^[^\p{L}\p{N}]*\d[^\p{L}]*$/u.test(found) ? numberTokens(found) : wordTokens(found, wide?.[at] ?? found),
  )
}
