import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** The ids of records that are there, by the name of the folder that shows them. */
export type Ids = {
  readonly people: string
  readonly groups: string
  readonly notes: string
  readonly events: string
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
  return patterns().map((pattern) =>
    pattern
      .replace(':group', ids.groups)
      .replace(':about', ids.people)
      .replace(':step', 'check')
      .replace(':occasion', 'once')
      .replace(':day', '2030-05-24')
      .replace(':id', ids[pattern.split('/')[1] as keyof Ids] ?? ids.people),
  )
}
