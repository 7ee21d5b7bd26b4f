import { fold, foldWords } from '../shared/fold.ts'
import type { Fields } from '../shared/value.ts'
import { textOf } from './fields.ts'
import { endings, endingsOfA, isTime, leastFamily, leastGiven, mostEnding, titles } from './name-words.ts'
import { mayBeNamed } from './named.ts'

type Person = { readonly id: string; readonly label: string; readonly fields: Fields }

/** A name in a text of somebody who did not agree, and who may be meant. */
export type Found = { readonly said: string; readonly ids: readonly string[] }

/** Who may be named, and what texts say once everybody else's name is taken out. */
export type Names = {
  /** A text in which `hidden` stands for the names of those who did not agree. */
  readonly mask: (text: string) => string
  /** The names that `mask` would take out, in the order of the text. */
  readonly findIn: (text: string) => readonly Found[]
  /** Of these people those who may be named, and how many more there are. */
  readonly namesOf: (ids: readonly string[]) => { readonly named: readonly string[]; readonly others: number }
}

type Known = { readonly id: string; readonly given: readonly string[]; readonly isNamed: boolean }
type Word = { readonly at: number; readonly end: number; readonly folded: string }
type Hit = { readonly known: readonly Known[]; readonly length: number }

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)].map((found) => ({
    at: found.index,
    end: found.index + found[0].length,
    folded: fold(found[0]),
  }))

type People = {
  readonly families: ReadonlyMap<string, Known[]>
  readonly given: ReadonlyMap<string, Known[]>
  readonly towns: ReadonlySet<string>
}

function peopleBy(
  people: readonly Person[],
  towns: ReadonlySet<string>,
  mayBe: (fields: Fields) => boolean,
): People {
  const [families, given] = [new Map<string, Known[]>(), new Map<string, Known[]>()]
  const add = (map: Map<string, Known[]>, word: string, known: Known): void => {
    if (word.length > 1) map.set(word, [...(map.get(word) ?? []), known])
  }
  for (const { id, fields } of people) {
    const shown = textOf(fields, 'shownName')
    const known = {
      id,
      given: foldWords(`${textOf(fields, 'givenName')} ${shown}`),
      isNamed: mayBe(fields),
    }
    for (const word of foldWords(`${textOf(fields, 'familyName')} ${shown}`)) add(families, word, known)
    for (const word of foldWords(textOf(fields, 'givenName'))) add(given, word, known)
  }
  return { families, given, towns }
}

function find(families: ReadonlyMap<string, Known[]>, word: string): Hit | undefined {
  for (let ending = 0; ending <= mostEnding && word.length - ending > 1; ending += 1) {
    const length = word.length - ending
    const known = families.get(word.slice(0, length))
    if (known) return { known, length }
  }
  return undefined
}

/** Those whose first name a word is, with the endings that it can have. */
function calledSo(given: ReadonlyMap<string, Known[]>, word: string): readonly Known[] {
  for (let length = word.length; length >= Math.max(1, word.length - 4); length -= 1) {
    const [stem, ending] = [word.slice(0, length), word.slice(length)]
    const known =
      (endings.has(ending) && given.get(stem)) || (endingsOfA.has(ending) && given.get(`${stem}a`))
    if (known) return known
  }
  return []
}

/** Whether a word is this first name, whatever ending it has here. */
const isGiven = (word: Word | undefined, given: string): boolean =>
  word !== undefined &&
  word.folded.startsWith(given.slice(0, Math.max(2, given.length - 1))) &&
  word.folded.length <= given.length + mostEnding

type Span = { readonly at: number; readonly end: number; readonly ids: readonly string[] }

const idsOf = (known: readonly Known[]): string[] => known.flatMap(({ id, isNamed }) => (isNamed ? [] : [id]))

/** What is to be hidden for a word that may be a family name. */
function hideFamily(words: readonly Word[], at: number, people: People): Span | undefined {
  const word = words[at]
  const hit = word && find(people.families, word.folded)
  if (!word || !hit) return undefined
  const neighbours = [words[at - 1], words[at + 1]]
  for (const beside of neighbours) {
    const same = hit.known.filter(({ given }) => given.some((one) => isGiven(beside, one)))
    if (!beside || same.length === 0) continue
    if (same.some(({ isNamed }) => isNamed)) return undefined
    return { at: Math.min(word.at, beside.at), end: Math.max(word.end, beside.end), ids: idsOf(same) }
  }
  if (hit.known.every(({ isNamed }) => isNamed)) return undefined
  const hasTitle = neighbours.some((beside) => beside && titles.has(beside.folded))
  const isWord = hit.length < leastFamily || people.towns.has(word.folded) || isTime(word.folded)
  return hasTitle || !isWord ? { at: word.at, end: word.end, ids: idsOf(hit.known) } : undefined
}

/** What is to be hidden of a compound ("Jean-Luc") that is nothing but first names. */
function hideGiven(text: string, people: People): Span[] {
  return [...text.matchAll(/[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/gu)].flatMap((found): Span[] => {
    const parts = fold(found[0]).split(/[-‐]/)
    const known = parts.map((part) => calledSo(people.given, part))
    const longest = Math.max(...parts.map(({ length }) => length))
    const isName = known.every((all) => all.length > 0) && longest >= leastGiven
    if (!isName || parts.some((part) => people.towns.has(part) || isTime(part))) return []
    if (known.flat().some(({ isNamed }) => isNamed)) return []
    return [{ at: found.index, end: found.index + found[0].length, ids: idsOf(known.flat()) }]
  })
}

/** Where names stand that are to be hidden, those that stand for one person as one. */
function spansIn(text: string, people: People): Span[] {
  const words = wordsIn(text)
  const all = words
    .flatMap((_, at): Span[] => {
      const span = hideFamily(words, at, people)
      return span ? [span] : []
    })
    .concat(hideGiven(text, people))
    .sort((a, b) => a.at - b.at)
  const joined: Span[] = []
  for (const span of all) {
    const last = joined.at(-1)
    // Neighbours that were both found stand for one name.
    const isSame = last && (span.at < last.end || text.slice(last.end, span.at).trim() === '')
    if (!last || !isSame) joined.push(span)
    else
      joined[joined.length - 1] = {
        at: last.at,
        end: Math.max(last.end, span.end),
        ids: [...new Set([...last.ids, ...span.ids])],
      }
  }
  return joined
}

function without(text: string, spans: readonly Span[], hidden: string): string {
  let [made, from] = ['', 0]
  for (const { at, end } of spans) {
    made += `${text.slice(from, at)}${hidden}`
    from = end
  }
  return made + text.slice(from)
}

/**
 * @param towns whose names are never taken for people's
 * @param hidden what stands in place of a name
 * @param mayBe who agreed to being named there
 */
export function makeNames(
  people: readonly Person[],
  towns: readonly string[],
  hidden: string,
  mayBe = mayBeNamed,
): Names {
  const known = peopleBy(people, new Set(towns.flatMap((town) => foldWords(town))), mayBe)
  const byId = new Map(people.map((person) => [person.id, person]))
  return {
    mask: (text) => without(text, spansIn(text, known), hidden),
    findIn: (text) => spansIn(text, known).map(({ at, end, ids }) => ({ said: text.slice(at, end), ids })),
    namesOf: (ids) => {
      const named = ids.flatMap((id) => {
        const person = byId.get(id)
        return person?.label && mayBe(person.fields) ? [person.label] : []
      })
      return { named, others: ids.length - named.length }
    },
  }
}
