import type { Row } from '../../db/show.ts'
import { textOf } from '../../records/fields.ts'
import { stateOf, type ProjectState } from '../../records/kinds/project.ts'
import { nameFor } from '../../records/translated-words.ts'
import { sortByName } from '../../shared/collate.ts'
import type { Language } from '../../shared/language.ts'

/** The parts of the list, in their order. */
export const sections = ['active', 'idea', 'postponed', 'finished'] as const
export type Section = (typeof sections)[number]

const sectionByState: { readonly [state in ProjectState]: Section } = {
  running: 'active',
  agreed: 'active',
  planned: 'active',
  idea: 'idea',
  postponed: 'postponed',
  done: 'finished',
  cancelled: 'finished',
}

const inOrder = Object.keys(sectionByState)

/** Sorts behind every day. */
const someDay = '9999-12-31'

export const sectionOf = (row: Row): Section => sectionByState[stateOf(row.fields)]

const dayOf = ({ fields }: Row): string => {
  const state = stateOf(fields)
  if (state === 'postponed') return textOf(fields, 'postponedTo')
  if (state === 'planned' || state === 'agreed') return textOf(fields, 'from') || textOf(fields, 'to')
  return textOf(fields, 'to') || textOf(fields, 'from')
}

function compare(a: Row, b: Row): number {
  const byState = inOrder.indexOf(stateOf(a.fields)) - inOrder.indexOf(stateOf(b.fields))
  if (byState !== 0) return byState
  const [one, two] = [dayOf(a) || someDay, dayOf(b) || someDay]
  if (one === two) return 0
  // What is over: the latest first, and what has no day still last.
  const isOver = sectionOf(a) === 'finished' && one !== someDay && two !== someDay
  return one < two === isOver ? 1 : -1
}

/** What runs first, then what is coming, ideas, what is postponed, what is over; the nearest day first in each. */
export const orderProjects = (rows: readonly Row[], language: Language): Row[] =>
  sortByName(rows, (row) => nameFor(row, language).name, language).sort(compare)

export type TownsProjects = { readonly town: string; readonly projects: readonly Row[] }

/** The postponed ones under their partner towns, '' at the end for those that have none. */
export function owedByTown(rows: readonly Row[], language: Language): TownsProjects[] {
  const byTown = new Map<string, Row[]>()
  for (const row of orderProjects(rows, language)) {
    if (stateOf(row.fields) !== 'postponed') continue
    const town = textOf(row.fields, 'town').trim()
    byTown.set(town, [...(byTown.get(town) ?? []), row])
  }
  const towns = sortByName([...byTown.keys()].filter(Boolean), (town) => town, language)
  return [...towns, ''].flatMap((town) => {
    const projects = byTown.get(town)
    return projects ? [{ town, projects }] : []
  })
}
