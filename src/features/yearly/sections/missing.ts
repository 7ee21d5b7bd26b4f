import type { Row } from '../../../db/show.ts'
import { textOf } from '../../../records/fields.ts'
import { stateOf } from '../../../records/kinds/project.ts'
import { editedOf, isGiven, receiptsOf, reportKindOf } from '../../../records/report.ts'
import { isDay } from '../../../shared/day-count.ts'
import { undatedAgreements } from './anniversaries.ts'
import { ofProject, receiptSums } from './funder.ts'
import { heldEvents, visitsWithin } from './held.ts'
import type { Material } from './material.ts'
import { currencyOf, isInPeriod, lacksCost, lacksDays } from './projects.ts'
import { occasionsOf, peopleOf, type Occasion } from './tally.ts'

/** Something that a report would say if somebody filled it in, and where. */
export type Gap = { readonly record: Row | undefined; readonly day: string; readonly path: string }

export type GapKind =
  | 'association'
  | 'contact'
  | 'wishes'
  | 'people'
  | 'hours'
  | 'eventDay'
  | 'projectDays'
  | 'cost'
  | 'why'
  | 'agreement'
  | 'receipts'
  | 'receiptSum'

/** Gaps of one kind, and of how many things they are. */
export type Gaps = { readonly kind: GapKind; readonly gaps: readonly Gap[]; readonly of: number }

const gapOf = ({ record, day, path }: Occasion): Gap => ({ record, day, path })

const at = (path: string): Gap[] => [{ record: undefined, day: '', path }]

const ofRecords = (rows: readonly Row[], path: (id: string) => string): Gap[] =>
  rows.map((record) => ({ record, day: '', path: path(record.id) }))

/** Visits and days of events at which nobody counted. */
function uncounted(material: Material): Gaps[] {
  const occasions = occasionsOf(heldEvents(material), visitsWithin(material))
  const lacking = (isMissing: (one: Occasion) => boolean): Gap[] => occasions.filter(isMissing).map(gapOf)
  const isCounted = ({ figures }: Occasion): boolean => peopleOf(figures) !== undefined
  return [
    { kind: 'people', gaps: lacking((one) => !isCounted(one)), of: occasions.length },
    {
      kind: 'hours',
      // Whoever counted nothing yet is asked once, not twice.
      gaps: lacking((one) => isCounted(one) && one.figures.hours === undefined),
      of: occasions.length,
    },
  ]
}

function ofYearly(material: Material, id: string): Gaps[] {
  const { report, projects, documents, events, period } = material
  const within = projects.filter((project) => isInPeriod(project, period))
  const owed = projects.filter(({ fields }) => stateOf(fields) === 'postponed')
  const change = (kind: string) => (record: string) => `/${kind}/${record}/change`
  return [
    ...uncounted(material),
    {
      kind: 'eventDay',
      gaps: ofRecords(
        events.filter(({ fields }) => !isDay(textOf(fields, 'date'))),
        change('events'),
      ),
      of: events.length,
    },
    {
      kind: 'projectDays',
      gaps: ofRecords(projects.filter(lacksDays), change('projects')),
      of: projects.length,
    },
    { kind: 'cost', gaps: ofRecords(within.filter(lacksCost), change('projects')), of: within.length },
    {
      kind: 'why',
      gaps: ofRecords(
        owed.filter(({ fields }) => !textOf(fields, 'postponedWhy').trim()),
        (record) => `/projects/${record}/state`,
      ),
      of: owed.length,
    },
    {
      kind: 'agreement',
      gaps: ofRecords(undatedAgreements(documents), change('chronicle')),
      of: documents.length,
    },
    { kind: 'wishes', gaps: editedOf(report, 'wishes') ? [] : at(`/yearly/${id}/sections/wishes`), of: 1 },
  ]
}

function ofFunder(all: Material, id: string): Gaps[] {
  const { report, projects } = all
  const project = projects.find((one) => one.id === textOf(report, 'project'))
  if (!project) return []
  const { fields } = project
  const sums = receiptSums(all)
  const isSame = fields['actual'] === sums.get(currencyOf(fields))
  const hasReceipts = receiptsOf(report).length > 0
  return [
    ...uncounted(ofProject(all, project.id)),
    {
      kind: 'cost',
      gaps:
        typeof fields['actual'] === 'number' ? [] : ofRecords([project], (own) => `/projects/${own}/change`),
      of: 1,
    },
    { kind: 'receipts', gaps: hasReceipts ? [] : at(`/yearly/${id}/receipts`), of: 1 },
    {
      kind: 'receiptSum',
      gaps:
        hasReceipts && !isSame && typeof fields['actual'] === 'number' ? at(`/yearly/${id}/receipts`) : [],
      of: 1,
    },
  ]
}

/** All that is missing for this report, each kind with where it is filled in. */
export function gapsOf(material: Material, id: string): Gaps[] {
  const { report, controller } = material
  if (isGiven(report)) return []
  const gaps: Gaps[] = [
    { kind: 'association', gaps: controller.trim() ? [] : at('/privacy/change'), of: 1 },
    {
      kind: 'contact',
      gaps: textOf(report, 'contact').trim() ? [] : at(`/yearly/${id}/change`),
      of: 1,
    },
    ...(reportKindOf(report) === 'yearly' ? ofYearly(material, id) : ofFunder(material, id)),
  ]
  return gaps.filter((one) => one.gaps.length > 0)
}
