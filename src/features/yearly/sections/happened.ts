import type { Row } from '../../../db/show.ts'
import type { Occurrence } from '../../../db/tables.ts'
import { textOf, tickedIn } from '../../../records/fields.ts'
import { figuresOf } from '../../../records/figures.ts'
import { visitTypes, type VisitType } from '../../../records/kinds/visit.ts'
import { dateRange } from '../../../ui/date-range.ts'
import { dayAndMonth } from '../../../ui/dates.ts'
import type { TextKey } from '../../../ui/text.ts'
import type { Held } from './held.ts'
import type { Names } from '../../../records/names.ts'
import { row, table, type Say } from './section.ts'
import { peopleOf, peopleWords } from './tally.ts'

const typeKeys: { readonly [type in VisitType]: TextKey } = {
  delegation: 'yearly.visit.delegation',
  hostFamily: 'yearly.visit.hostFamily',
  private: 'yearly.visit.private',
  online: 'yearly.visit.online',
}

const typeOf = (fields: Row['fields']): VisitType | undefined =>
  visitTypes.find((type) => type === fields['type'])

const list = (parts: readonly string[], { language }: Say): string =>
  new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(parts)

const dayWords = ({ date, endDate }: Occurrence, { language }: Say): string =>
  dateRange(date, endDate > date ? endDate : '', language)

/** More days than these nobody reads: then it is from when to when. */
const mostDays = 12

function heldWords(days: readonly Occurrence[], say: Say): string {
  const { t, language } = say
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return ''
  if (days.length === 1) return dayWords(first, say)
  const number = new Intl.NumberFormat(language).format(days.length)
  const isOneYear = first.date.slice(0, 4) === last.date.slice(0, 4)
  // The year stands once: behind the last day, in Hungarian before the first.
  const hasYear = language === 'hu' ? first : last
  const short = (one: Occurrence): string =>
    isOneYear && one !== hasYear && one.endDate <= one.date
      ? dayAndMonth(one.date, language)
      : dayWords(one, say)
  const words = days.length > mostDays ? `${short(first)} – ${short(last)}` : days.map(short).join(', ')
  return t('yearly.heldOn', { count: days.length, number, days: words })
}

/** Every day of it: those that were; of those that lie ahead or were called off, of many only how many. */
function whenWords({ over, ahead, off }: Held, say: Say): string {
  const { t, language } = say
  const words = (days: readonly Occurrence[]): string => {
    const [only] = days
    const number = new Intl.NumberFormat(language).format(days.length)
    return days.length === 1 && only ? dayWords(only, say) : t('yearly.dates', { count: days.length, number })
  }
  return [
    heldWords(over, say),
    ahead.length > 0 && t('yearly.ahead', { days: words(ahead) }),
    off.length > 0 && t('yearly.calledOff', { days: words(off) }),
  ]
    .filter(Boolean)
    .join('; ')
}

/** Where it was: the place, never an address, which may be somebody's home. */
function placeWords({ fields }: Row, { mask }: Names, { t }: Say): string {
  const place = mask(textOf(fields, 'place').trim())
  const isOnline = textOf(fields, 'link') !== '' || textOf(fields, 'dialIn') !== ''
  if (place && isOnline) return t('yearly.alsoOnline', { place })
  return place || (isOnline ? t('yearly.online') : '')
}

/** How many were there on all days together, and at how many nobody counted. */
function countWords({ event, over }: Held, say: Say): string {
  const counted = over.flatMap(({ original }) => peopleOf(figuresOf(event.fields, original)) ?? [])
  if (counted.length === 0) return ''
  const people = peopleWords(
    counted.reduce((sum, one) => sum + one, 0),
    say,
  )
  const left = over.length - counted.length
  return left > 0 ? say.t('yearly.withoutNumber', { people, count: left }) : people
}

/** The events in a table, each once with all of its days. */
export function eventTable(held: readonly Held[], names: Names, say: Say): string {
  const { t } = say
  return table(
    [t('yearly.column.when'), t('yearly.column.what'), t('yearly.column.where'), t('yearly.column.howMany')],
    held.map((one) => {
      const { label, fields } = one.event
      const isOff = one.over.length + one.ahead.length === 0
      const why = isOff ? names.mask(textOf(fields, 'cancelledWhy').trim()) : ''
      return row(
        whenWords(one, say),
        [names.mask(label) || t('yearly.untitled'), why].filter(Boolean).join('. '),
        placeWords(one.event, names, say),
        countWords(one, say),
      )
    }),
  )
}

/** How many were at a visit, and by name those who agreed to that. */
function whoWords({ fields }: Row, { namesOf }: Names, say: Say): string {
  const { t } = say
  const ids = tickedIn(fields, 'people')
  const { named } = namesOf(ids)
  const counted = peopleOf(figuresOf(fields, 'once'))
  const number = new Intl.NumberFormat(say.language).format(ids.length)
  const atLeast = ids.length > 0 ? t('yearly.atLeast', { count: ids.length, number }) : ''
  return [
    counted === undefined ? atLeast : peopleWords(counted, say),
    named.length > 0 && t('yearly.among', { names: list(named, say) }),
  ]
    .filter(Boolean)
    .join(', ')
}

/** The visits in a table. */
export function visitTable(visits: readonly Row[], names: Names, say: Say): string {
  const { t, language } = say
  return table(
    [t('yearly.column.when'), t('yearly.column.what'), t('yearly.column.howMany')],
    visits.map((visit) => {
      const { fields } = visit
      const [date, endDate] = [textOf(fields, 'date'), textOf(fields, 'endDate')]
      const type = typeOf(fields)
      const kind = t(type ? typeKeys[type] : 'yearly.visit.any')
      return row(
        dateRange(date, endDate > date ? endDate : '', language),
        [names.mask(textOf(fields, 'title').trim()), kind].filter(Boolean).join(', '),
        whoWords(visit, names, say),
      )
    }),
  )
}

/** Who takes part in a project: by name those who agreed to that, and how many more. */
export function takingPart(ids: readonly string[], { namesOf }: Names, say: Say): string {
  const { named, others } = namesOf(ids)
  const number = new Intl.NumberFormat(say.language).format(others)
  const more =
    others > 0
      ? say.t(named.length > 0 ? 'yearly.morePeople' : 'yearly.people', { count: others, number })
      : ''
  const all = [...named, more].filter(Boolean)
  return all.length > 0 ? say.t('yearly.takingPart', { people: list(all, say) }) : ''
}
