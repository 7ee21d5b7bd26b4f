import { monthOf, saysNothing } from '../shared/date-words.ts'
import { fold, foldWords } from '../shared/fold.ts'
import type { Fields } from '../shared/value.ts'
import { textOf } from './fields.ts'
import { mayBeNamed } from './named.ts'

/** A person as far as it is named, or hidden. */
type Person = { readonly id: string; readonly label: string; readonly fields: Fields }

/** Who may be named, and what texts say once everybody else's name is taken out. */
export type Names = {
  /** A text in which `hidden` stands for the names of those who did not agree. */
  readonly mask: (text: string) => string
  /** What `mask` hides in a text, as it stands there. */
  readonly hiddenIn: (text: string) => readonly string[]
  /** Of these people those who may be named, and how many more there are. */
  readonly namesOf: (ids: readonly string[]) => { readonly named: readonly string[]; readonly others: number }
}

/** Shorter family names are words or parts of them too often: they count beside a first name or a title only. */
const leastFamily = 5
/** Shorter first names are words too often to count alone. */
const leastGiven = 4
/** How many letters a language may put behind a family name: "Nowakowi", "Kovácsot". */
const mostEnding = 3
/** What is put behind a first name that stands alone; "Anna" ends in "Annahme" in none of these. */
const endings = new Set(
  ' s a e u owi em iem en ek ka kiem t ot et at nak nek nal nel val vel hoz hez ra re ert ek ak'.split(' '),
)
/** In place of a last "a": "Anny", "Barbarze". */
const endingsOfA = new Set('y i ie e o ze ce'.split(' '))
/** Beside these stands a family name, however short it is. */
const titles = new Set(
  'frau herr herrn familie family mr mrs ms miss pan pani pana panu panstwo panstwa rodzina rodziny rodzine csalad csaladnal csaladdal ur urnak asszony'.split(
    ' ',
  ),
)
/** Seasons are names of families and far more often seasons. */
const seasons = new Set(
  'fruhling sommer herbst winter summer autumn spring wiosna lato zima tavasz nyar'.split(' '),
)

type Known = { readonly given: readonly string[]; readonly isNamed: boolean }
type Word = { readonly at: number; readonly end: number; readonly folded: string }
type Hit = { readonly known: readonly Known[]; readonly length: number }

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)].map((found) => ({
    at: found.index,
    end: found.index + found[0].length,
    folded: fold(found[0]),
  }))

/** Whether a word tells of a time of the year, whoever may be called like that too. */
const isTime = (folded: string): boolean =>
  seasons.has(folded) || monthOf(folded) !== undefined || saysNothing(folded)

type People = {
  readonly families: ReadonlyMap<string, Known[]>
  readonly given: ReadonlyMap<string, Known[]>
  readonly towns: ReadonlySet<string>
}

function peopleBy(
  people: readonly Person[],
  towns: ReadonlySet<string>,
  mayStand: (fields: Fields) => boolean,
): People {
  const [families, given] = [new Map<string, Known[]>(), new Map<string, Known[]>()]
  const add = (map: Map<string, Known[]>, word: string, known: Known): void => {
    if (word.length > 1) map.set(word, [...(map.get(word) ?? []), known])
  }
  for (const { fields } of people) {
    const shown = textOf(fields, 'shownName')
    const known = {
      given: foldWords(`${textOf(fields, 'givenName')} ${shown}`),
      isNamed: mayStand(fields),
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

type Span = { readonly at: number; readonly end: number }

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
    return { at: Math.min(word.at, beside.at), end: Math.max(word.end, beside.end) }
  }
  if (hit.known.every(({ isNamed }) => isNamed)) return undefined
  const hasTitle = neighbours.some((beside) => beside && titles.has(beside.folded))
  const isWord = hit.length < leastFamily || people.towns.has(word.folded) || isTime(word.folded)
  return hasTitle || !isWord ? { at: word.at, end: word.end } : undefined
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
    return [{ at: found.index, end: found.index + found[0].length }]
  })
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
 * @param mayStand by a person's fields, whether they agreed to this kind of naming
 */
export function makeNames(
  people: readonly Person[],
  towns: readonly string[],
  hidden: string,
  mayStand: (fields: Fields) => boolean = mayBeNamed,
): Names {
  const known = peopleBy(people, new Set(towns.flatMap((town) => foldWords(town))), mayStand)
  const byId = new Map(people.map((person) => [person.id, person]))
  const spansIn = (text: string): Span[] => {
    const words = wordsIn(text)
    return words
      .flatMap((_, at): Span[] => {
        const span = hideFamily(words, at, known)
        return span ? [span] : []
      })
      .concat(hideGiven(text, known))
      .sort((a, b) => a.at - b.at)
  }
  return {
    mask: (text) => {
      const spans = spansIn(text)
      return spans.length > 0 ? without(text, spans, hidden) : text
    },
    hiddenIn: (text) => {
      const spans = spansIn(text)
      const isInside = (one: Span): boolean =>
        spans.some(
          (other) =>
            other !== one &&
            other.at <= one.at &&
            one.end <= other.end &&
            other.end - other.at > one.end - one.at,
        )
      return [...new Set(spans.filter((one) => !isInside(one)).map(({ at, end }) => text.slice(at, end)))]
    },
    namesOf: (ids) => {
      const named = ids.flatMap((id) => {
        const person = byId.get(id)
        return person?.label && mayStand(person.fields) ? [person.label] : []
      })
      return { named, others: ids.length - named.length }
    },
  }
}
