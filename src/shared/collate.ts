import type { Language } from './language.ts'

const collators = new Map<string, Intl.Collator>()

function collator(language: Language, sensitivity: 'base' | 'variant'): Intl.Collator {
  const key = `${language} ${sensitivity}`
  const known = collators.get(key) ?? new Intl.Collator(language, { sensitivity })
  collators.set(key, known)
  return known
}

/** A sorted copy in the order of the reader's language; what has the same name keeps its order. */
export function sortByName<Item>(
  list: readonly Item[],
  keyOf: (item: Item) => string,
  language: Language,
): Item[] {
  const { compare } = collator(language, 'variant')
  return list
    .map((item) => ({ item, name: keyOf(item).trim() }))
    .sort((a, b) => compare(a.name, b.name))
    .map(({ item }) => item)
}

const latin = 'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z'
const letters: Record<Language, string> = {
  de: latin,
  en: latin,
  pl: 'A Ą B C Ć D E Ę F G H I J K L Ł M N Ń O Ó P Q R S Ś T U V W X Y Z Ź Ż',
  hu: 'A B C Cs D Dz Dzs E F G Gy H I J K L Ly M N Ny O Ö P Q R S Sz T Ty U Ü V W X Y Z Zs',
}
// All other alphabets sort behind the Latin one, and the Greek one comes first of them.
const firstOther = 'Α'

const headings = new Map<Language, string[]>()

function headingsOf(language: Language): string[] {
  const known = headings.get(language)
  if (known) return known
  const { compare } = collator(language, 'base')
  // A browser without this language's own order would take Ą for an A, and then it can't be a heading.
  const found = letters[language]
    .split(' ')
    .filter((letter, at, all) => compare(all[at - 1] ?? '', letter) < 0)
  headings.set(language, found)
  return found
}

/**
 * The letter under which a name stands in an A to Z list in the reader's language: "#" for what sorts before A
 * (digits, signs, no name), "…" for names in other alphabets. The collator decides, so in a sorted list
 * no heading comes twice: in Hungarian "Czesław" stands under C and "Csaba" under Cs.
 */
export function headingOf(name: string, language: Language): string {
  const { compare } = collator(language, 'base')
  const trimmed = name.trim()
  if (compare(firstOther, trimmed) <= 0) return '…'
  return headingsOf(language).findLast((letter) => compare(letter, trimmed) <= 0) ?? '#'
}

/** Neighbouring headings behind one jump button, and how many names stand under them. */
export type HeadingRange = { first: string; last: string; count: number }

/**
 * Groups of neighbouring headings with about equally many names each.
 * @param counts how many names stand under each heading, in the order of the list.
 * @param most the largest number of groups; there are fewer if few headings hold most of the names.
 */
export function headingRanges(counts: ReadonlyMap<string, number>, most = 5): HeadingRange[] {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const ranges = new Map<number, HeadingRange>()
  let before = 0
  for (const [heading, count] of counts) {
    if (count === 0) continue
    const middle = before + count / 2
    const place = Math.floor((middle / total) * most)
    const range = ranges.get(place) ?? { first: heading, last: heading, count: 0 }
    ranges.set(place, { ...range, last: heading, count: range.count + count })
    before += count
  }
  return [...ranges.values()]
}
