import { countryCode, withoutTrunk } from './phone.ts'

// Letters that no Unicode decomposition takes apart.
const plainLetters: Record<string, string> = {
  ß: 'ss',
  ł: 'l',
  ı: 'i',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
}

/** The text in lower case without diacritics: "Łukasz Größe" is "lukasz grosse". Punctuation stays. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[ßłıđðøæœþς]/g, (letter) => plainLetters[letter] ?? letter)
}

/** Folded twice, ä ö ü as a o u and as ae oe ue: word for word the same order. */
function spellings(text: string): [string, string] {
  const written = text.normalize('NFC').replace(/['’‘‛ʼʻ´`′＇]/g, '')
  return [fold(written), fold(written.replace(/[äöü]/giu, '$&e'))]
}

const compound = /[\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*/gu
// A number as people write telephone numbers, or else a compound; "5a" is no number.
const numberOrCompound = new RegExp(
  String.raw`(?<![\p{L}\p{N}])[+(]{0,2}\d[\d\s()[\]/.–\u2010-]*(?![\p{L}\p{N}])|${compound.source}`,
  'gu',
)

function partsOf(found: string): string[] {
  return found.split(/[-\u2010]/)
}

function joined(found: string): string {
  return partsOf(found).join('')
}

/**
 * The distinct words under which a text is found, ä ö ü in both spellings, hyphenated words in parts and as one:
 * "Müller-Ost" is muller, ost, mullerost, mueller, muellerost.
 */
export function foldWords(text: string): string[] {
  const compounds = spellings(text).flatMap((spelling) => spelling.match(compound) ?? [])
  return [...new Set(compounds.flatMap((found) => [...partsOf(found), joined(found)]))]
}

const mostDigits = 20

function digitsOf(number: string): string {
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
