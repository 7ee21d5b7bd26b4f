import { fold, foldWords } from '../../shared/fold.ts'
import type { Fields } from '../../shared/value.ts'
import { elementsOf, textOf, tickedIn, type Element } from '../fields.ts'
import type { RecordKind } from '../kind.ts'

export const projectStates = [
  'idea',
  'planned',
  'agreed',
  'running',
  'done',
  'postponed',
  'cancelled',
] as const
export type ProjectState = (typeof projectStates)[number]

/** How a project stands; one that says nothing, or a word of a newer version, is an idea. */
export const stateOf = (fields: Fields): ProjectState =>
  projectStates.find((state) => state === fields['state']) ?? 'idea'

/** The people of a project by id, each with the part that they have in it, '' where none is named. */
export function partsOf(fields: Fields): Element<string>[] {
  return elementsOf(fields, 'people', (value) => (typeof value === 'string' ? value : undefined))
}

/**
 * A project: `title`, `state`, `town`, `goal`, `audience`, `from` and `to` (days), `people/<person>` (their part),
 * `groups/<group>`, `planned` and `actual` (money in hundredths, see shared/amount.ts), `currency`, `postponedOn` and
 * `postponedTo` (days), `postponedWhy`, `cancelledWhy`, `photo`, `language`. Its next steps, notes, visits, events and documents are records that are about it.
 */
export const project: RecordKind = {
  kind: 'project',
  path: 'projects',
  label: (fields) => textOf(fields, 'title'),
  detail: (fields) => textOf(fields, 'town'),
  sort: (fields) => fold(textOf(fields, 'title')),
  texts: ['title', 'goal', 'audience', 'postponedWhy', 'cancelledWhy'],
  isLookedUp: true,
  words: (fields) =>
    foldWords(['title', 'town', 'goal', 'audience'].map((name) => textOf(fields, name)).join(' ')),
  about: (fields) => [...partsOf(fields).map((part) => part.id), ...tickedIn(fields, 'groups')],
  photo: (fields) => textOf(fields, 'photo'),
}

export { project as kind }
