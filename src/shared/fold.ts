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
export function spellings(text: string): [string, string] {
  const written = text.normalize('NFC').replace(/['’‘‛ʼʻ´`′＇]/g, '')
  const spelt = written.replace(/[äöü]/giu, '$&e')
  const folded = fold(written)
  return [folded, spelt === written ? folded : fold(spelt)]
}

/** Words, hyphenated ones whole. */
export const compound = /[\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*/gu

const isHyphenated = (found: string): boolean => /[-\u2010]/.test(found)

/** The parts of a compound: hyphens stand between them. */
export function partsOf(found: string): string[] {
  return found.split(/[-\u2010]/)
}

/** The same without hyphens. */
export function joined(found: string): string {
  return partsOf(found).join('')
}

/**
 * The distinct words under which a text is found, ä ö ü in both spellings, hyphenated words in parts and as one:
 * "Müller-Ost" is muller, ost, mullerost, mueller, muellerost.
 */
export function foldWords(text: string): string[] {
  const compounds = [...new Set(spellings(text))].flatMap((spelling) => spelling.match(compound) ?? [])
  return [
    ...new Set(
      compounds.flatMap((found) => (isHyphenated(found) ? [...partsOf(found), joined(found)] : found)),
    ),
  ]
}
