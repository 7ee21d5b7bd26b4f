import { elementsOf, textOf } from '../../../records/fields.ts'
import { basisOf, editedOf, givenOf, isGiven, reportKindOf } from '../../../records/report.ts'
import type { Fields } from '../../../shared/value.ts'
import { funderSections } from './funder.ts'
import type { Material } from './material.ts'
import { markOf, type Say, type Section } from './section.ts'
import { yearlySections } from './yearly.ts'

/** A section as the sheet shows it. */
export type Shown = Section & {
  /** What the records say of themselves. */
  readonly made: string
  /** Tells what `made` was made from, in no language. */
  readonly basis: string
  readonly isEdited: boolean
  /** The records have changed since somebody rewrote it. */
  readonly isStale: boolean
}

/** Says every text by its key: what is made with it is the same in every language, and changes with the records alone. */
const plain: Say = {
  t: (key, variables) => `${key} ${JSON.stringify(variables ?? {})}`,
  language: 'en',
}

function sections(material: Material, say: Say): Section[] {
  const { report, projects } = material
  if (reportKindOf(report) === 'yearly') return yearlySections(material, say)
  const project = projects.find(({ id }) => id === textOf(report, 'project'))
  return project ? funderSections(material, project, say) : []
}

/** What somebody rewrote of sections that the records make no more: a town has another name by now, or a project was deleted. */
function leftOver(report: Fields, made: readonly Section[], { t }: Say): Shown[] {
  const ids = new Set(made.map(({ id }) => id))
  const texts = elementsOf(report, 'texts', (value) =>
    typeof value === 'string' && value.trim() ? value : undefined,
  )
  return texts
    .filter(({ id }) => !ids.has(id))
    .map(({ id, value }) => ({
      id,
      chapter: '',
      heading: t('yearly.leftText'),
      text: value,
      made: '',
      basis: '',
      isEdited: true,
      isStale: true,
    }))
}

/** All sections: as somebody rewrote them, else made anew. What was handed over stays as it was. */
export function makeReport(material: Material, say: Say): Shown[] {
  const { report } = material
  if (isGiven(report))
    return givenOf(report).map((one) => ({
      ...one,
      made: one.text,
      basis: '',
      isEdited: false,
      isStale: false,
    }))
  const made = sections(material, say)
  const bases = new Map(sections(material, plain).map(({ id, text }) => [id, markOf(text)]))
  const shown = made.map((one) => {
    const edited = editedOf(report, one.id)
    const basis = bases.get(one.id) ?? ''
    const isEdited = edited !== undefined && !one.isTyped
    return {
      ...one,
      text: edited ?? one.text,
      made: one.text,
      basis,
      isEdited,
      isStale: isEdited && basisOf(report, one.id) !== basis,
    }
  })
  return [...shown, ...leftOver(report, made, say)]
}
