import { textOf } from '../../records/fields.ts'
import { stateOf } from '../../records/kinds/project.ts'
import type { Language } from '../../shared/language.ts'
import type { Fields } from '../../shared/value.ts'
import { dateRange } from '../../ui/date-range.ts'
import { mediumDate, readDay } from '../../ui/dates.ts'
import type { Translate } from '../../ui/text.ts'
import { stateKeys } from './states.ts'

/** "Mai 2027": in a list the day says too much. */
function monthOf(date: string, language: Language): string {
  if (!readDay(date)) return date
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return format.format(new Date(`${date}T12:00Z`))
}

function whenOf(fields: Fields, t: Translate, language: Language): string {
  const month = (name: string): string => monthOf(textOf(fields, name), language)
  switch (stateOf(fields)) {
    case 'running':
      return textOf(fields, 'to') && t('projects.until', { when: month('to') })
    case 'planned':
    case 'agreed':
      return textOf(fields, 'from') && t('projects.from', { when: month('from') })
    case 'postponed':
      return textOf(fields, 'postponedTo') && t('projects.nowIn', { when: month('postponedTo') })
    case 'done':
      return month('to') || month('from')
    default:
      return ''
  }
}

/** "läuft, bis Mai 2027"; where no day is known, "geplant, mit Chełmno". */
export function lineOf(fields: Fields, t: Translate, language: Language): string {
  const town = textOf(fields, 'town')
  const more = whenOf(fields, t, language) || (town && t('projects.withTown', { town }))
  return [t(stateKeys[stateOf(fields)]), more].filter(Boolean).join(', ')
}

/** "12.–16. Mai 2027", "ab 12. Mai 2027", "bis 16. Mai 2027", or ''. */
export function daysOf(fields: Fields, t: Translate, language: Language): string {
  const [from, to] = [textOf(fields, 'from'), textOf(fields, 'to')]
  if (from && to) return dateRange(from, to, language)
  if (from) return t('projects.from', { when: mediumDate(from, language) })
  return to && t('projects.until', { when: mediumDate(to, language) })
}

/** What is to be said of a postponed project: since when, why, and the new date. */
export function postponedLines(fields: Fields, t: Translate, language: Language): string[] {
  const date = (name: string): string => mediumDate(textOf(fields, name), language)
  const reason = textOf(fields, 'postponedWhy').trim()
  return [
    date('postponedOn')
      ? t('projects.postponedSince', { date: date('postponedOn') })
      : t('projects.heading.postponed'),
    ...(reason ? [t('projects.reason', { reason })] : []),
    date('postponedTo') ? t('projects.newDate', { date: date('postponedTo') }) : t('projects.noNewDate'),
  ]
}
