import type { Row } from '../../../db/show.ts'
import { textOf } from '../../../records/fields.ts'
import { mayBeNamed } from '../../../records/named.ts'
import { fold, foldWords } from '../../../shared/fold.ts'

/** Who may be named, and what texts say once everybody else's name is taken out. */
export type Names = {
  /** A text in which `hidden` stands for the names of those who did not agree. */
  readonly mask: (text: string) => string
  /** Of these people those who may be named, and how many more there are. */
  readonly namesOf: (ids: readonly string[]) => { readonly named: readonly string[]; readonly others: number }
}

/** Shorter family names are words or parts of them too often: they count beside a first name only. */
const leastAlone = 5
/** How many letters a language may put behind a name: "Nowakowi", "Kovácsot". */
const mostEnding = 3

type Known = { readonly given: readonly string[]; readonly isNamed: boolean }
type Word = { readonly at: number; readonly end: number; readonly folded: string }
type Hit = { readonly known: readonly Known[]; readonly length: number }

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)].map((found) => ({
    at: found.index,
    end: found.index + found[0].length,
    folded: fold(found[0]),
  }))

function familiesOf(people: readonly Row[]): Map<string, Known[]> {
  const families = new Map<string, Known[]>()
  for (const { fields } of people) {
    const shown = textOf(fields, 'shownName')
    const known = {
      given: foldWords(`${textOf(fields, 'givenName')} ${shown}`),
      isNamed: mayBeNamed(fields),
    }
    for (const word of foldWords(`${textOf(fields, 'familyName')} ${shown}`))
      if (word.length > 1) families.set(word, [...(families.get(word) ?? []), known])
  }
  return families
}

function find(families: ReadonlyMap<string, Known[]>, word: string): Hit | undefined {
  for (let ending = 0; ending <= mostEnding && word.length - ending > 1; ending += 1) {
    const length = word.length - ending
    const known = families.get(word.slice(0, length))
    if (known) return { known, length }
  }
  return undefined
}

/** Whether a word is this first name, whatever ending it has here. */
const isGiven = (word: Word | undefined, given: string): boolean =>
  word !== undefined &&
  word.folded.startsWith(given.slice(0, Math.max(2, given.length - 1))) &&
  word.folded.length <= given.length + mostEnding

type Span = { readonly at: number; readonly end: number }

/** What is to be hidden for one word that may be a family name. */
function hide(
  words: readonly Word[],
  at: number,
  { known, length }: Hit,
  towns: ReadonlySet<string>,
): Span | undefined {
  const word = words[at]
  if (!word) return undefined
  for (const beside of [words[at - 1], words[at + 1]]) {
    const same = known.filter(({ given }) => given.some((one) => isGiven(beside, one)))
    if (!beside || same.length === 0) continue
    if (same.some(({ isNamed }) => isNamed)) return undefined
    return { at: Math.min(word.at, beside.at), end: Math.max(word.end, beside.end) }
  }
  const isSafe = length < leastAlone || towns.has(word.folded) || known.every(({ isNamed }) => isNamed)
  return isSafe ? undefined : { at: word.at, end: word.end }
}

function without(text: string, spans: readonly Span[], hidden: string): string {
  let [made, from] = ['', 0]
  for (const { at, end } of spans) {
    // Neighbours that were both found stand for one name.
    const isSame = from > 0 && (at < from || text.slice(from, at).trim() === '')
    if (!isSame) made += `${text.slice(from, at)}${hidden}`
    from = Math.max(from, end)
  }
  return made + text.slice(from)
}

/**
 * @param towns whose names are never taken for people's
 * @param hidden what stands in place of a name
 */
export function makeNames(people: readonly Row[], towns: readonly string[], hidden: string): Names {
  const families = familiesOf(people)
  const places = new Set(towns.flatMap((town) => foldWords(town)))
  const byId = new Map(people.map((person) => [person.id, person]))
  return {
    mask: (text) => {
      const words = wordsIn(text)
      const spans = words.flatMap((word, at): Span[] => {
        const hit = find(families, word.folded)
        const span = hit && hide(words, at, hit, places)
        return span ? [span] : []
      })
      return spans.length > 0 ? without(text, spans, hidden) : text
    },
    namesOf: (ids) => {
      const named = ids.flatMap((id) => {
        const person = byId.get(id)
        return person?.label && mayBeNamed(person.fields) ? [person.label] : []
      })
      return { named, others: ids.length - named.length }
    },
  }
}
