import { termIn } from '../../records/kinds/term.ts'
import type { Language } from '../../shared/language.ts'
import type { Fields } from '../../shared/value.ts'

/** A word of the glossary as it stands in the original, and as it is to stand in the translation. */
export type Kept = { readonly from: string; readonly to: string }

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

// Names are inflected: "des Stammtischs" is told, but only the word as it is can be kept by itself.
const begins = (word: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${escape(word)}`, 'iu')
const whole = (word: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escape(word)}(?![\\p{L}\\p{N}])`, 'giu')

/** The words of the glossary that occur in a text, the longest first. */
export function termsIn(text: string, terms: readonly Fields[], from: string, to: Language): Kept[] {
  return terms
    .map((fields) => ({ from: termIn(fields, from as Language), to: termIn(fields, to) }))
    .filter((term) => term.from !== '' && begins(term.from).test(text))
    .sort((a, b) => b.from.length - a.from.length)
}

/** The text with a mark in place of each of these words, which a machine leaves alone. */
export function hide(text: string, terms: readonly Kept[]): string {
  return terms.reduce((hidden, { from }, index) => hidden.replace(whole(from), `[[${index}]]`), text)
}

/** Puts the words back; `lost` are those of which the machine dropped a mark. */
export function show(
  hidden: string,
  translated: string,
  terms: readonly Kept[],
): { text: string; lost: string[] } {
  const marks = (text: string, index: number): number =>
    text.match(new RegExp(`\\[\\[\\s*${index}\\s*\\]\\]`, 'g'))?.length ?? 0
  const lost = terms.filter((_, index) => marks(translated, index) < marks(hidden, index)).map(({ to }) => to)
  const text = translated.replace(/\[\[\s*(\d+)\s*\]\]/g, (mark, index) => terms[Number(index)]?.to ?? mark)
  return { text, lost }
}
