import type { Row } from '../../../db/show.ts'
import { textOf } from '../../../records/fields.ts'
import { figuresOf, type Figures } from '../../../records/figures.ts'
import { figureWords } from '../../../ui/figures.tsx'
import type { Held } from './held.ts'
import { lines, type Say } from './section.ts'

type Counts = Figures['countries']

const sumOf = (counts: Counts): number | undefined =>
  counts.length > 0 ? counts.reduce((sum, { value }) => sum + value, 0) : undefined

/** How many were there: as counted, else as many as were counted by country or age. */
export const peopleOf = ({ people, countries, ages }: Figures): number | undefined =>
  people ?? sumOf(countries) ?? sumOf(ages)

/** What was counted once of the same thing: of an event, and of the visit that happened at it. */
const together = (one: Figures, other: Figures): Figures => ({
  people: one.people ?? other.people,
  hours: one.hours ?? other.hours,
  countries: one.countries.length > 0 ? one.countries : other.countries,
  ages: one.ages.length > 0 ? one.ages : other.ages,
})

/** Something at which people could be counted: one day of an event, or a visit; where it is filled in. */
export type Occasion = {
  readonly record: Row
  readonly day: string
  readonly path: string
  readonly figures: Figures
}

/** Every day that took place and every visit, each once: a visit at an event is that event's day. */
export function occasionsOf(held: readonly Held[], visits: readonly Row[]): Occasion[] {
  const days = held.flatMap(({ event, over }) =>
    over.map((one) => ({
      record: event,
      day: one.date,
      last: one.endDate,
      path: `/events/${event.id}/figures/${one.original}`,
      figures: figuresOf(event.fields, one.original),
    })),
  )
  const apart: Occasion[] = []
  for (const visit of visits) {
    const day = textOf(visit.fields, 'date')
    const figures = figuresOf(visit.fields, 'once')
    const at = days.findIndex(
      (one) => one.record.id === textOf(visit.fields, 'event') && one.day <= day && day <= one.last,
    )
    const same = days[at]
    if (same) days[at] = { ...same, figures: together(same.figures, figures) }
    else apart.push({ record: visit, day, path: `/visits/${visit.id}/change`, figures })
  }
  return [...days, ...apart]
}

const numberOf = (count: number, { language }: Say): string => new Intl.NumberFormat(language).format(count)

/** "85 Personen" */
export const peopleWords = (count: number, say: Say): string =>
  say.t('yearly.people', { count, number: numberOf(count, say) })

function byPart(occasions: readonly Occasion[], of: (figures: Figures) => Counts): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { figures } of occasions)
    for (const { id, value } of of(figures)) sums.set(id, (sums.get(id) ?? 0) + value)
  return new Map([...sums].filter(([, sum]) => sum > 0))
}

const ageOrder = ['children', 'youth', 'adults', 'seniors']

function partWords(what: 'country' | 'age', sums: ReadonlyMap<string, number>, say: Say): string {
  const { t, language } = say
  const entries = [...sums].sort((a, b) =>
    what === 'country' ? b[1] - a[1] : ageOrder.indexOf(a[0]) - ageOrder.indexOf(b[0]),
  )
  const named = entries.map(([id, sum]) =>
    t('yearly.partOf', {
      part: figureWords(['', what, id], { t, language, fields: {}, nameOf: () => '' }),
      number: numberOf(sum, say),
    }),
  )
  return named.join('; ')
}

/** People by country and age group, and the hours of volunteers, with how many were counted at all. */
export function figureLines(occasions: readonly Occasion[], say: Say): string {
  const { t } = say
  if (occasions.length === 0) return ''
  const people = occasions.flatMap(({ figures }) => peopleOf(figures) ?? [])
  const hours = occasions.flatMap(({ figures }) => figures.hours ?? [])
  const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0)
  const countries = byPart(occasions, (figures) => figures.countries)
  const ages = byPart(occasions, (figures) => figures.ages)
  const of = numberOf(occasions.length, say)
  return lines(
    people.length > 0 && t('yearly.peopleSum', { number: numberOf(sum(people), say) }),
    t('yearly.counted', { counted: numberOf(people.length, say), of }),
    countries.size > 0 && t('yearly.byCountry', { parts: partWords('country', countries, say) }),
    ages.size > 0 && t('yearly.byAge', { parts: partWords('age', ages, say) }),
    hours.length > 0 &&
      t('yearly.hoursSum', {
        number: numberOf(sum(hours), say),
        counted: numberOf(hours.length, say),
        of,
      }),
  )
}
