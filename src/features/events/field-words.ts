import { isClock } from '../../records/slots.ts'
import type { Fields, Value } from '../../shared/value.ts'
import { mediumDate } from '../../ui/dates.ts'
import type { FieldWord, FieldWords, Saying } from '../../ui/field-words.ts'
import { figureWords } from '../../ui/figures.tsx'
import { sayAny, sayChoice, sayDay, sayRecord, sayTick, whoseRecord } from '../../ui/sayings.ts'
import { timeWords } from '../../ui/when.ts'
import { answerKeys } from './answers.tsx'
import { countryOfZone } from '../../ui/countries.ts'
import { ruleWords } from './rule-words.ts'
import { typeKeys } from './types.ts'

const sayTime: FieldWord['say'] = (value, { t, language }) =>
  value === '' ? t('events.allDay') : timeWords(sayAny(value), language)

/** A day and a time of a list's element; '' for none. */
function saySlot(value: Value, language: Saying['language']): string {
  if (value === null || typeof value !== 'object') return ''
  const { date = '', time = '' } = value as Fields
  const hours = isClock(sayAny(time)) ? timeWords(sayAny(time), language) : ''
  return [mediumDate(sayAny(date), language), hours].filter(Boolean).join(', ')
}

/** What became of one date of a series. */
function sayDate(value: Value, { t, language }: Saying): string {
  if (value === 'cancelled') return t('events.cancelled')
  return saySlot(value, language) || t('events.asBefore')
}

/** Whose answer it is; of a series, also to which date. */
function whoseAnswer([day = '', person = '']: readonly string[], { language, nameOf }: Saying): string {
  return [nameOf(person), day === 'once' ? '' : mediumDate(day, language)].filter(Boolean).join(', ')
}

/** How the fields of an event are called and said. */
export const eventWords: FieldWords = {
  title: { name: 'events.name' },
  date: { name: 'events.day', say: sayDay },
  time: { name: 'events.begins', say: sayTime },
  endDate: { name: 'events.lastDay', say: sayDay },
  endTime: {
    name: 'events.ends',
    say: (value, { language }) => (value ? timeWords(sayAny(value), language) : ''),
  },
  zone: { name: 'events.country', say: (value, { language }) => countryOfZone(sayAny(value), language) },
  place: { name: 'events.place' },
  address: { name: 'events.address' },
  link: { name: 'events.link' },
  dialIn: { name: 'events.dialIn' },
  rule: {
    name: 'events.repeat.legend',
    say: (value, { t, language, fields }) =>
      ruleWords(sayAny(value), sayAny(fields['date'] ?? ''), language, t),
  },
  dates: {
    name: 'events.event',
    say: sayDate,
    whose: ([day = ''], { language }) => mediumDate(day, language),
  },
  type: { name: 'events.type.legend', say: sayChoice(typeKeys) },
  text: { name: 'events.text', long: true },
  agenda: { name: 'events.agenda', long: true },
  programme: { name: 'events.programme', long: true },
  town: { name: 'events.town' },
  project: { name: 'events.project', say: sayRecord },
  invited: { name: 'events.invited', say: sayTick, whose: whoseRecord },
  groups: { name: 'events.invitedGroups', say: sayTick, whose: whoseRecord },
  answers: { name: 'events.whoComes', say: sayChoice(answerKeys), whose: whoseAnswer },
  slots: { name: 'events.slots.offered', say: (value, { language }) => saySlot(value, language) },
  taken: {
    name: 'events.slots.taken',
    say: sayTick,
    whose: ([slot = '', person = ''], saying) =>
      [saying.nameOf(person), saySlot(saying.fields[`slots/${slot}`] ?? null, saying.language)]
        .filter(Boolean)
        .join(', '),
  },
  figures: { name: 'events.figures', say: sayAny, whose: figureWords },
  isCancelled: {
    name: 'events.callOff',
    say: sayChoice({ true: 'events.cancelled', false: 'events.bringBack' }),
  },
  cancelledWhy: { name: 'events.why' },
  photo: { name: 'events.photo', photo: true },
}
