import { dayAndMonth, mediumDate } from '../../ui/dates.ts'
import type { Language } from '../../shared/language.ts'
import type { TextKey, Translate } from '../../ui/text.ts'
import { readRule, weekOf, type Repeat } from './rule.ts'

const ordinalKeys: readonly TextKey[] = [
  'events.repeat.first',
  'events.repeat.second',
  'events.repeat.third',
  'events.repeat.fourth',
]

/** Wednesday, Saturday and Sunday: Polish has another "last" for them. */
const feminineDays = [0, 3, 6]

/** "Jeden zweiten Donnerstag im Monat", for a choice and the first day. */
export function repeatWords(repeat: Repeat, date: string, language: Language, t: Translate): string {
  if (repeat === 'once') return t('events.repeat.once')
  if (repeat === 'other' || Number.isNaN(Date.parse(date))) return t('events.repeat.other')
  const first = new Date(date)
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(first)
  const ordinal = t(ordinalKeys[weekOf(date) - 1] ?? 'events.repeat.fourth')
  const isFeminine = feminineDays.includes(first.getUTCDay())
  if (repeat === 'weekly') return t('events.repeat.weekly', { weekday })
  if (repeat === 'fortnightly') return t('events.repeat.fortnightly', { weekday })
  if (repeat === 'weekday') return t('events.repeat.weekday', { weekday, ordinal })
  if (repeat === 'monthDay') return t('events.repeat.monthDay', { day: first.getUTCDate() })
  if (repeat === 'yearly') return t('events.repeat.yearly', { date: dayAndMonth(date, language) })
  return isFeminine ? t('events.repeat.lastFeminine', { weekday }) : t('events.repeat.last', { weekday })
}

/** The same for an event's rule, with its last day where it has one. */
export function ruleWords(rule: string, date: string, language: Language, t: Translate): string {
  const { repeat, until } = readRule(rule)
  const words = repeatWords(repeat, date, language, t)
  return until ? t('events.repeat.untilDay', { words, date: mediumDate(until, language) }) : words
}
