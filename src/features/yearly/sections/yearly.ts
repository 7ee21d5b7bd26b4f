import type { Row } from '../../../db/show.ts'
import { textOf } from '../../../records/fields.ts'
import { stateOf } from '../../../records/kinds/project.ts'
import { sortByName } from '../../../shared/collate.ts'
import { fold } from '../../../shared/fold.ts'
import { anniversaryTable } from './anniversaries.ts'
import { eventTable, visitTable } from './happened.ts'
import { heldEvents, visitsWithin, type Held } from './held.ts'
import type { Material } from './material.ts'
import { makeNames, type Names } from '../../../records/names.ts'
import { partnerCalled, partnersOf, standingLines, type Partner } from './partners.ts'
import { isInPeriod, moneyLines, owedTable, projectTable } from './projects.ts'
import { lines, markOf, type Say, type Section } from './section.ts'
import { figureLines, occasionsOf } from './tally.ts'

/** What a report tells of one partner town. */
type Partnership = {
  readonly town: string
  readonly partner: Partner | undefined
  readonly held: readonly Held[]
  readonly visits: readonly Row[]
  readonly projects: readonly Row[]
}

/** The town that a record names, as its own partnership calls it where that is written down. */
function townReader(partners: readonly Partner[]): (row: Row) => string {
  const known = new Map<string, string>()
  return ({ fields }) => {
    const town = textOf(fields, 'town').trim().replace(/\s+/g, ' ')
    const before = known.get(town)
    if (before !== undefined) return before
    const called = partnerCalled(partners, town)?.town ?? town
    known.set(town, called)
    return called
  }
}

/** "Krakow" and "KRAKÓW" are the same town. */
const keyOf = (town: string): string => fold(town)

/** Every partner town, and every other that a record names, as most of them spell it first. */
function townsOf(material: Material): string[] {
  const { events, visits, projects, documents } = material
  const partners = partnersOf(material)
  const towns = new Map(partners.map(({ town }) => [keyOf(town), town]))
  const townOf = townReader(partners)
  for (const row of [...projects, ...events, ...visits, ...documents]) {
    const town = townOf(row)
    if (town && !towns.has(keyOf(town))) towns.set(keyOf(town), town)
  }
  return [...towns.values()]
}

/** The names that may stand in a report. */
export const namesIn = (material: Material, { t }: Say): Names =>
  makeNames(material.people, townsOf(material), t('yearly.hiddenName'))

const postponed = ({ projects }: Material): Row[] =>
  projects.filter(({ fields }) => stateOf(fields) === 'postponed')

const hasHappened = ({ held, visits, projects }: Partnership): boolean =>
  held.length + visits.length + projects.length > 0

/** What happened and is planned, by partner town in the order of the alphabet; what names none comes last. */
function partnerships(material: Material, { language }: Say): Partnership[] {
  const [held, visits] = [heldEvents(material), visitsWithin(material)]
  const projects = material.projects.filter((project) => isInPeriod(project, material.period))
  const partners = partnersOf(material)
  const townOf = townReader(partners)
  const towns = [...sortByName(townsOf(material), (town) => town, language), '']
  return towns
    .map((town) => {
      const isOf = (row: Row): boolean => keyOf(townOf(row)) === keyOf(town)
      return {
        town,
        partner: partners.find((one) => one.town === town),
        held: held.filter(({ event }) => isOf(event)),
        visits: visits.filter(isOf),
        projects: sortByName(projects.filter(isOf), ({ label }) => label, language),
      }
    })
    .filter((one) => one.partner || hasHappened(one))
}

function sectionsOf(part: Partnership, names: Names, say: Say): Section[] {
  const { town, partner, held, visits, projects } = part
  const { t } = say
  const chapter = town || t('yearly.withoutTown')
  const id = town ? markOf(keyOf(town)) : 'none'
  const section = (part: string, heading: string, text: string): Section => ({
    id: `${part}-${id}`,
    chapter,
    heading,
    text,
  })
  return [
    section('standing', t('yearly.section.standing'), partner ? standingLines(partner, names, say) : ''),
    section('events', t('yearly.section.events'), eventTable(held, names, say)),
    section('visits', t('yearly.section.visits'), visitTable(visits, names, say)),
    section('figures', t('yearly.section.figures'), figureLines(occasionsOf(held, visits), say)),
    section('projects', t('yearly.section.projects'), projectTable(projects, names, say)),
  ].filter(({ text }) => text !== '')
}

function overview(material: Material, parts: readonly Partnership[], say: Say): string {
  const { t, language } = say
  const number = (count: number): string => new Intl.NumberFormat(language).format(count)
  const held = parts.flatMap((one) => one.held)
  const visits = parts.flatMap((one) => one.visits)
  const projects = parts.flatMap((one) => one.projects)
  const days = held.reduce((sum, { over }) => sum + over.length, 0)
  const busy = new Set(parts.filter(hasHappened).map(({ town }) => keyOf(town)))
  const quiet = townsOf(material).filter((town) => !busy.has(keyOf(town)))
  return lines(
    t('yearly.eventCount', { count: days, number: number(days) }),
    t('yearly.visitCount', { count: visits.length, number: number(visits.length) }),
    t('yearly.projectCount', { count: projects.length, number: number(projects.length) }),
    figureLines(occasionsOf(held, visits), say),
    quiet.length > 0 && t('yearly.quiet', { towns: sortByName(quiet, (town) => town, language).join(', ') }),
  )
}

/** Who reports, and whom to ask. */
export function associationLines(
  { report, name, controller }: Material,
  { mask }: Names,
  { t }: Say,
): string {
  const contact = textOf(report, 'contact').trim()
  const answers = mask(controller.trim())
  return lines(answers.includes(name) ? '' : name, answers, contact && t('yearly.contactIs', { contact }))
}

/** The pack for the yearly meeting with the office, section by section. */
export function yearlySections(material: Material, say: Say): Section[] {
  const { t } = say
  const names = namesIn(material, say)
  const parts = partnerships(material, say)
  const section = (id: string, heading: string, text: string): Section => ({ id, chapter: '', heading, text })
  const owed = sortByName(postponed(material), ({ label }) => label, say.language)
  return [
    section('association', t('yearly.section.association'), associationLines(material, names, say)),
    section('overview', t('yearly.section.overview'), overview(material, parts, say)),
    ...parts.flatMap((part) => sectionsOf(part, names, say)),
    section('owed', t('yearly.section.owed'), owedTable(owed, names, say) || t('yearly.nothingOwed')),
    section(
      'money',
      t('yearly.section.money'),
      moneyLines(
        parts.flatMap(({ projects }) => projects),
        say,
      ) || t('yearly.noMoney'),
    ),
    section(
      'anniversaries',
      t('yearly.section.anniversaries'),
      anniversaryTable(material, names, say) || t('yearly.noAnniversaries'),
    ),
    { ...section('wishes', t('yearly.section.wishes'), ''), isTyped: true },
  ]
}
