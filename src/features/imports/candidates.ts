import { mostBytes } from '../../db/save.ts'
import { nameParts, sortName } from '../../records/kinds/person.ts'
import { newId } from '../../shared/ids.ts'
import { sortByName } from '../../shared/collate.ts'
import type { Language } from '../../shared/language.ts'
import type { Fields } from '../../shared/value.ts'
import { identityOfCard, identityOfFields, Known } from './known.ts'
import { toFields, toNames, type Say } from './to-fields.ts'
import type { ImportedPerson } from './vcard/types.ts'

/** Somebody of the file, to be taken over or not. */
export type Candidate = {
  /** The record's id, should the person be taken over. */
  readonly id: string
  readonly person: ImportedPerson
  /** In the person's own order. */
  readonly name: string
  /** One number, one e-mail address, the town. */
  readonly reach: string
  /** Whether the person seems to be in the notebook, or further up in the file, already. */
  readonly already: 'here' | 'twice' | undefined
}

const reachOf = ({ phones, emails, town }: ImportedPerson): string =>
  [phones[0]?.number, emails[0]?.address, town].filter(Boolean).join(' · ')

/** The people of a file in the order of the reader's language; `here` are the fields of those in the notebook. */
export function findCandidates(
  cards: readonly ImportedPerson[],
  here: Iterable<Fields>,
  language: Language,
): Candidate[] {
  const [known, before] = [new Known(), new Known()]
  for (const fields of here) known.add(identityOfFields(fields))
  const found = cards.map((person) => {
    const [names, identity] = [toNames(person), identityOfCard(person)]
    const twice = before.has(identity)
    before.add(identity)
    const already = known.has(identity) ? ('here' as const) : twice ? ('twice' as const) : undefined
    const name = nameParts(names)
      .map((part) => part.text)
      .join(' ')
    return {
      sort: sortName(names),
      candidate: { id: newId(), person, name, reach: reachOf(person), already },
    }
  })
  return sortByName(found, (one) => one.sort, language).map((one) => one.candidate)
}

/** The ids of those that are ticked to begin with. */
export const tickedFirst = (candidates: readonly Candidate[]): ReadonlySet<string> =>
  new Set(candidates.flatMap((one) => (one.already ? [] : one.id)))

/** Bytes for the ids of groups and photo, which are known later. */
const reserve = 4096

/** Whether all that a card says is too much for one record. */
export function isTooLong({ person }: Candidate, say: Say, withGroups: boolean): boolean {
  // Six bytes for a character are more than its bytes, the ids and our words take together.
  if (JSON.stringify({ ...person, photo: undefined }).length * 6 < mostBytes - reserve) return false
  const fields = toFields(person, say, withGroups ? [] : undefined)
  return new TextEncoder().encode(JSON.stringify(fields)).length > mostBytes - reserve
}

/** What was found in the file, and what the person has chosen of it so far. */
export type Found = {
  readonly candidates: readonly Candidate[]
  /** Entries of the file that named nobody. */
  readonly unreadable: number
  readonly ticked: ReadonlySet<string>
  readonly withGroups: boolean
}
