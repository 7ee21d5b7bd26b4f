import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { askSteps } from '../../src/features/visits/questions.ts'

/** The ids of records that are there, by the name of the folder that shows them. */
export type Ids = {
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
}

const features = new URL('../../src/features/', import.meta.url)

function patterns(): string[] {
  return readdirSync(features).flatMap((name) => {
    const file = new URL(`${name}/feature.ts`, features)
    if (!existsSync(file)) return []
    return [...readFileSync(file, 'utf8').matchAll(/'(\/[^']*)':/g)].map((match) => match[1] ?? '')
  })
}

/** The address of every screen that any feature has, with these records in them; new ones come in by themselves. */
export function everyAddress(ids: Ids): string[] {
  return patterns().flatMap((pattern) => {
    if (pattern.includes(':step'))
      return askSteps.map((step) => pattern.replace(':step', step).replace(':id', ids.unfinished))
    return pattern
      .replace(':group', ids.groups)
      .replace(':about', ids.people)
      .replace(':occasion', 'once')
      .replace(':day', '2030-05-24')
      .replace(':id', ids[pattern.split('/')[1] as keyof Ids] ?? ids.people)
  })
}
