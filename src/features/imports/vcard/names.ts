import { languageOf, type Card } from './card.ts'
import { cleanLine, cutEscaped, splitEscaped } from './text.ts'

export interface Names {
  givenName: string
  familyName: string
  shownName: string
  familyFirst: boolean
}

interface Parts {
  given: string
  family: string
}

const familyFirstLanguages = new Set(['hu', 'ja', 'zh', 'ko', 'vi'])
/** Small words that belong to the family name behind them. */
const particles = new Set([
  'von',
  'vom',
  'van',
  'zu',
  'zum',
  'zur',
  'der',
  'den',
  'de',
  'du',
  'da',
  'di',
  'la',
  'le',
])

/**
 * The names of a card, from N and FN. A card without N has its FN taken apart, unless it is an
 * organisation's.
 */
export function readNames(card: Card, organisation: string): Names {
  const [n] = card.fields('N')
  const [family = '', given = '', additional = '', prefix = '', suffix = ''] = cutEscaped(
    n?.raw ?? '',
    ';',
  ).map((part) => cleanLine(splitEscaped(part, ',').join(' ')))
  const written = card.line('FN')
  const easternOrder = card
    .properties('N', 'FN')
    .some(({ params }) => familyFirstLanguages.has(languageOf(params)))

  const known = { given: cleanLine(`${given} ${additional}`), family }
  const named = known.given !== '' || known.family !== ''
  const parts =
    named || isOrganisation(card, written, organisation) ? known : takeApart(written, easternOrder)
  const ordered = easternOrder ? `${family} ${known.given}` : `${known.given} ${family}`
  const built = named ? cleanLine(`${prefix} ${ordered} ${suffix}`) : organisation
  const shown = written || built
  return {
    givenName: parts.given,
    familyName: parts.family,
    shownName: saysMore(shown, parts) ? shown : '',
    familyFirst: orderOf(written, parts) ?? easternOrder,
  }
}

/** Whether the card says that it is no single person's. */
function isOrganisation(card: Card, written: string, organisation: string): boolean {
  const kind = card.line('KIND', 'X-ADDRESSBOOKSERVER-KIND').toLowerCase()
  if (kind !== '' && kind !== 'individual') return true
  if (card.line('X-ABSHOWAS').toLowerCase() === 'company') return true
  // The organisation's name, with or without its units.
  return `${organisation}, `.toLowerCase().startsWith(`${written}, `.toLowerCase())
}

function takeApart(written: string, easternOrder: boolean): Parts {
  if (written.includes('@')) return { given: '', family: '' }
  const comma = written.indexOf(',')
  if (comma > 0) return { family: written.slice(0, comma).trim(), given: written.slice(comma + 1).trim() }
  // Titles such as "Dr." stay in the shown name.
  const words = written.split(' ').filter((word) => !/^[\p{L}-]{2,}\.$/u.test(word))
  if (words.length < 2) return { given: words.join(' '), family: '' }
  if (easternOrder) return { family: words[0] ?? '', given: words.slice(1).join(' ') }
  let first = words.length - 1
  while (first > 1 && particles.has(words[first - 1] ?? '')) first--
  return { given: words.slice(0, first).join(' '), family: words.slice(first).join(' ') }
}

function saysMore(shown: string, { given, family }: Parts): boolean {
  const known = new Set(wordsOf(`${given} ${family}`))
  return wordsOf(shown).some((word) => !known.has(word))
}

/** Whether the written name has the family name first; undefined where it doesn't show. */
function orderOf(written: string, { given, family }: Parts): boolean | undefined {
  // "Schmidt, Anna" is how lists are sorted, not how the person is called.
  if (written.includes(',')) return undefined
  const words = wordsOf(written)
  const [givenWord] = wordsOf(given)
  const [familyWord] = wordsOf(family)
  if (givenWord === undefined || familyWord === undefined || givenWord === familyWord) return undefined
  const givenAt = words.indexOf(givenWord)
  const familyAt = words.indexOf(familyWord)
  return givenAt < 0 || familyAt < 0 ? undefined : familyAt < givenAt
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '')
}
