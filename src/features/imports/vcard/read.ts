import { Card } from './card.ts'
import { readCards } from './cards.ts'
import { guessLegacy, toSingleBytes } from './encoding.ts'
import { limits } from './limits.ts'
import { readLines, type Line } from './lines.ts'
import { plainUid, readPerson } from './person.ts'
import { cleanLine, distinct, unescapeText } from './text.ts'
import type { ImportedPerson, VcardResult } from './types.ts'

/**
 * The people of a contact file: vCard 2.1 (versit), 3.0 (RFC 2426) and 4.0 (RFC 6350), in UTF-8, UTF-16 or
 * the Windows and ISO charsets. `now` is for days that lie after it. Never throws. `unreadable` counts cards
 * with lines of which none named anybody; blank cards aren't counted. A file over the limits is refused
 * whole, so that nothing of it is missing unseen.
 */
export function readVcards(bytes: Uint8Array, options: { now?: Date } = {}): VcardResult {
  if (bytes.length > limits.file) return { ok: false, problem: 'too-large' }
  const now = options.now ?? new Date()
  const source = toSingleBytes(bytes)
  const legacy = guessLegacy(source)

  const people: ImportedPerson[] = []
  const groups = new Map<string, string[]>()
  let count = 0
  let unreadable = 0
  const budget = { lines: limits.lines }
  for (const { properties, written } of readCards(within(budget, readLines(source)), legacy)) {
    if (++count > limits.cards) return { ok: false, problem: 'too-large' }
    const card = new Card(properties, legacy)
    if (isGroup(card)) {
      addGroup(groups, card)
      continue
    }
    const person = readPerson(card, now)
    if (person) people.push(person)
    else if (written) unreadable++
  }

  if (budget.lines < 0) return { ok: false, problem: 'too-large' }
  if (people.length > 0)
    return { ok: true, cards: people.map((person) => withGroups(person, groups)), unreadable }
  if (unreadable > 0) return { ok: false, problem: 'broken' }
  return { ok: false, problem: count > 0 || isBlank(source) ? 'empty' : 'not-a-vcard' }
}

/** Stops at the first line that is one too many; the budget is below zero then. */
function* within(budget: { lines: number }, lines: Iterable<Line>): Generator<Line> {
  for (const line of lines) {
    if (--budget.lines < 0) return
    yield line
  }
}

function isGroup(card: Card): boolean {
  return card.line('KIND', 'X-ADDRESSBOOKSERVER-KIND').toLowerCase() === 'group'
}

/** A group is a card of its own that lists its members: their UIDs get its name. */
function addGroup(groups: Map<string, string[]>, card: Card): void {
  const name = card.line('FN', 'N')
  for (const { raw } of card.fields('MEMBER', 'X-ADDRESSBOOKSERVER-MEMBER')) {
    const uid = plainUid(cleanLine(unescapeText(raw))).toLowerCase()
    groups.set(uid, [...(groups.get(uid) ?? []), name].slice(0, limits.list))
  }
}

function withGroups(person: ImportedPerson, groups: ReadonlyMap<string, readonly string[]>): ImportedPerson {
  const joined = person.uid === '' ? [] : (groups.get(person.uid.toLowerCase()) ?? [])
  return { ...person, groups: distinct([...person.groups, ...joined]) }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 0x20)
}
