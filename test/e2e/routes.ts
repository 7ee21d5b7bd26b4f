import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { askSteps } from '../../src/features/visits/questions.ts'

/** The ids of records that are there, by the name of the folder that shows them. */
export type RecordIds = {
  readonly people: string
  readonly groups: string
  readonly notes: string
  readonly visits: string
  /** A visit of which not all questions are answered. */
  readonly unfinished: string
  readonly events: string
  readonly projects: string
  readonly steps: string
  readonly chronicle: string
  readonly channels: string
  readonly posts: string
  readonly yearly: string
  readonly ideas: string
  readonly glossary: string
  /** An entry of ours, not public. */
  readonly register: string
  readonly towns: string
  readonly partnerships: string
  /** Of that partnership: its date's id and how many years. */
  readonly anniversary: string
}

/** Of a notebook that is shared: an open invitation, somebody else's device, the notebook itself. */
export type CircleIds = { readonly slip: string; readonly device: string; readonly space: string }

type Ids = RecordIds & CircleIds

const features = new URL('../../src/features/', import.meta.url)

const sourceOf = (file: string): string => {
  const address = new URL(file, features)
  return existsSync(address) ? readFileSync(address, 'utf8') : ''
}

const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '')

function patterns(): string[] {
  const all = readdirSync(features).flatMap((name) => found(sourceOf(`${name}/feature.ts`), /'(\/[^']*)':/g))
  // Behind one door there, so that the first screen need not name them.
  const rooms = found(sourceOf('members/rooms.tsx'), /\['(\/[^']*)',/g)
  return [...all.filter((pattern) => !pattern.startsWith('/members/:')), ...rooms]
}

function addressesOf(pattern: string, ids: Ids): string[] {
  if (pattern.includes(':step'))
    return askSteps.map((step) => pattern.replace(':step', step).replace(':id', ids.unfinished))
  return [
    pattern
      .replace('/translate/:id/:language', `/translate/${ids.notes}/pl`)
      .replace('/posts/new/:about/', `/posts/new/${ids.partnerships}/`)
      .replace('/posts/new/:about', `/posts/new/${ids.visits}`)
      .replace('/formats/:id/for/:about', `/formats/festakt/for/${ids.partnerships}`)
      .replace('/anniversaries/:id', `/anniversaries/${ids.partnerships}`)
      .replace(':anniversary', ids.anniversary)
      .replace(':group', ids.groups)
      .replace(':card', 'text-size')
      .replace('/register/new/:about', `/register/new/${ids.ideas}`)
      .replace(':country/:name/:point', 'PL/Krak%25C3%25B3w/-')
      // One that nobody has published: of those that are, register.spec.ts sees the pages.
      .replace(':entry', 'e0'.repeat(16))
      .replace(':programme', 'cerv')
      .replace(':about', ids.people)
      .replace(':town', ids.towns)
      .replace(':occasion', 'once')
      .replace(':day', '2030-05-24')
      .replace(':receipt', 'new')
      .replace(':section', 'overview')
      .replace(/:(slip|device|space)/, (_, name: 'slip' | 'device' | 'space') => ids[name])
      // No digits at all: a tab keeps those of an invitation, and would show it ever after.
      .replace(':digits', 'none')
      // Formats have names of their own.
      .replace('/formats/:id', '/formats/kochen')
      .replace(':id', ids[pattern.split('/')[1] as keyof Ids] ?? ids.people),
  ]
}

/** The address of every screen that any feature has, with these records in them; new ones come in by themselves. */
export const everyAddress = (ids: Ids): string[] => patterns().flatMap((pattern) => addressesOf(pattern, ids))

/** The addresses that are there for writing, all with the same record. */
export function writingAddresses(id: string): string[] {
  const records = { people: id, groups: id, notes: id, visits: id, unfinished: id, events: id, projects: id }
  const ids = {
    ...records,
    steps: id,
    chronicle: id,
    channels: id,
    posts: id,
    glossary: id,
    ideas: id,
    yearly: id,
    register: id,
    towns: id,
    partnerships: id,
    anniversary: id,
    slip: id,
    device: id,
    space: id,
  }
  return readdirSync(features)
    .flatMap((name) => found(sourceOf(`${name}/details.ts`), /writes: \[([^\]]*)\]/g))
    .flatMap((list) => found(list, /'([^']*)'/g))
    .flatMap((pattern) => addressesOf(pattern, ids))
}
