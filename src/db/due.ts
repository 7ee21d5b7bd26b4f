import { textOf } from '../records/fields.ts'
import { retentionOf, settingsRecord, type Retention } from '../records/kinds/settings.ts'
import { daysBetween } from '../shared/day-count.ts'
import type { Fields } from '../shared/value.ts'
import { listOf, rowOf } from './find.ts'
import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'

/** Something that has passed the time for which it is kept. */
export type Due = {
  /** A person to ask again; what a person offers to guests, or of it what they eat; who comes to an event, and its lines. */
  readonly what: 'contact' | 'hosting' | 'diet' | 'logistics'
  readonly row: Row
  /** The day from which the time counts: the last word about it, or the end of the visit. */
  readonly since: string
  /** The fields that are to go; none where it is the whole record. */
  readonly fields: readonly string[]
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** The latest day on which somebody said that it is right: by changing it, or by saying so. */
const lastWord = ({ fields, changedAt }: Row): string =>
  [dayOf(changedAt), textOf(fields, 'confirmedOn'), textOf(fields, 'keepOn')].sort().at(-1) ?? ''

const isOver = (since: string, days: number, today: string): boolean =>
  days > 0 && daysBetween(since, today) > days

const monthsToDays = (months: number): number => Math.round((months * 365) / 12)

const endOf = ({ fields }: Row): string => textOf(fields, 'endDate') || textOf(fields, 'date')

/** The last days of visits by guests, and of events with a partner town, the earliest first. */
async function visitEnds(notebook: Notebook): Promise<string[]> {
  const [visits, events] = await Promise.all([listOf(notebook, 'visit'), listOf(notebook, 'event')])
  const guests = visits.filter(({ fields }) => ['delegation', 'hostFamily'].includes(textOf(fields, 'type')))
  const withTown = events.filter(({ fields }) => textOf(fields, 'town') && !textOf(fields, 'rule'))
  return [...guests, ...withTown].map(endOf).filter(Boolean).sort()
}

async function dueHosting(notebook: Notebook, keep: Retention, today: string): Promise<Due[]> {
  const [offers, ends] = await Promise.all([listOf(notebook, 'hosting'), visitEnds(notebook)])
  return offers.flatMap((row): Due[] => {
    // The visit that it was offered for.
    const since = ends.find((end) => end >= lastWord(row))
    if (!since) return []
    if (isOver(since, keep.hostingDays, today)) return [{ what: 'hosting', row, since, fields: [] }]
    const hasDiet = textOf(row.fields, 'diet').trim() !== ''
    return hasDiet && isOver(since, keep.dietDays, today)
      ? [{ what: 'diet', row, since, fields: ['diet'] }]
      : []
  })
}

const holds = (fields: Fields, field: string): boolean => !['', null, false].includes(fields[field] as '')

/** What was only needed for an event: answers, and the lines by which one takes part. */
function logisticsOf(row: Row, isPast: (day: string) => boolean): string[] {
  const isOnce = !textOf(row.fields, 'rule')
  const end = endOf(row)
  return Object.keys(row.fields).filter((field) => {
    if (!holds(row.fields, field)) return false
    const [list, day = ''] = field.split('/')
    if (list === 'answers') return day === 'once' ? isOnce && isPast(end) : isPast(day)
    return ['link', 'dialIn'].includes(field) && isOnce && isPast(end)
  })
}

async function dueLogistics(notebook: Notebook, keep: Retention, today: string): Promise<Due[]> {
  const isPast = (day: string): boolean => day !== '' && isOver(day, keep.logisticsDays, today)
  return (await listOf(notebook, 'event')).flatMap((row): Due[] => {
    const fields = logisticsOf(row, isPast)
    return fields.length > 0 ? [{ what: 'logistics', row, since: endOf(row), fields }] : []
  })
}

async function dueContacts(notebook: Notebook, keep: Retention, today: string): Promise<Due[]> {
  const days = monthsToDays(keep.contactMonths)
  return (await listOf(notebook, 'person'))
    .map((row): Due => ({ what: 'contact', row, since: lastWord(row), fields: [] }))
    .filter(({ since }) => isOver(since, days, today))
    .sort((a, b) => (a.since < b.since ? -1 : 1))
}

/** For how long this notebook keeps what. */
const readRetention = async (notebook: Notebook): Promise<Retention> =>
  retentionOf((await rowOf(notebook, settingsRecord))?.fields ?? {})

/** All that has passed its time on this day ('YYYY-MM-DD'), what was about a visit first. */
export async function listDue(notebook: Notebook, today: string): Promise<Due[]> {
  const keep = await readRetention(notebook)
  const found = await Promise.all([
    dueHosting(notebook, keep, today),
    dueLogistics(notebook, keep, today),
    dueContacts(notebook, keep, today),
  ])
  return found.flat()
}
