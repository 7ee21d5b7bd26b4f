import type { Shown } from '../../db/calendar/shown.ts'
import type { Row } from '../../db/show.ts'
import { emailsOf, phonesOf } from '../../records/contact.ts'
import { eventTypeOf, isPhoneFirst } from '../../records/event-types.ts'
import { tickedIn } from '../../records/fields.ts'
import { textFor } from '../../records/translated-words.ts'
import { pointsOf } from '../../shared/agenda.ts'
import { languages, type Language } from '../../shared/language.ts'
import { dialable } from '../../shared/phone.ts'
import { webAddress } from '../../shared/web-address.ts'
import { countryOfZone } from '../../ui/countries.ts'
import type { Translate } from '../../ui/text.ts'
import { whenWords } from '../../ui/when.ts'

/** Those of the invited people who read a text in the same language. */
export type Readers = {
  readonly language: Language
  readonly people: readonly Row[]
  /** One address of each who has one, none twice. */
  readonly addresses: readonly string[]
  /** How many of them have said nothing about languages. */
  readonly unsaid: number
}

/** The languages of countries whose numbers begin like that. */
const byNumber: readonly (readonly [string, Language])[] = [
  ['+49', 'de'],
  ['+43', 'de'],
  ['+44', 'en'],
  ['+48', 'pl'],
  ['+36', 'hu'],
]

function languageFor({ fields }: Row, own: Language): Language {
  const spoken = tickedIn(fields, 'languages')
  const numbers = phonesOf(fields).map((phone) => dialable(phone.value.number))
  // Nothing says which is the mother tongue; where the telephone stands says it well enough.
  const home = byNumber.find(([code]) => numbers.some((number) => number.startsWith(code)))?.[1]
  if (spoken.length === 0) return home ?? own
  if (home && spoken.includes(home)) return home
  return spoken.includes(own) ? own : (languages.find((language) => spoken.includes(language)) ?? 'en')
}

const isUnsaid = (person: Row): boolean => tickedIn(person.fields, 'languages').length === 0

/**
 * The invited people by the language in which they are written to, one's own first: a language that they said they speak,
 * that of their own country before others, English for those who speak none of the four. Of whom nothing is said, the language
 * of the country, or one's own.
 */
export function readersOf(people: readonly Row[], own: Language): Readers[] {
  const groups = new Map<Language, Row[]>()
  for (const person of people) {
    const language = languageFor(person, own)
    groups.set(language, [...(groups.get(language) ?? []), person])
  }
  const inOrder = [own, ...languages.filter((language) => language !== own)]
  return inOrder.flatMap((language) => {
    const group = groups.get(language)
    if (!group) return []
    const first = group.flatMap((person) => emailsOf(person.fields)[0]?.value.address ?? [])
    const addresses = [...new Map(first.map((address) => [address.toLowerCase(), address])).values()]
    return [{ language, people: group, addresses, unsaid: group.filter(isUnsaid).length }]
  })
}

/** The text of an invitation to one date of an event, in one language: what somebody translated into it stands so. It names nobody. */
export function letterFor(event: Row, shown: Shown, language: Language, t: Translate): string {
  const { fields } = event
  const part = (name: string): string => textFor(fields, name, language).text
  const words = whenWords(shown, language, t)
  // Whoever reads it may live by another clock.
  const when =
    shown.time && shown.zone
      ? t('meetings.letter.localTime', { when: words, country: countryOfZone(shown.zone, language) })
      : words
  const where = [part('place'), part('address').replaceAll('\n', ', ')].filter(Boolean).join(', ')
  const video = part('link') && t('meetings.letter.video', { link: webAddress(part('link')) })
  const phone = part('dialIn') && t('meetings.letter.phone', { number: part('dialIn') })
  const agenda = pointsOf(part('agenda')).map((point, index) => `${index + 1}. ${point}`)
  const paragraphs = [
    [t('meetings.letter.greeting')],
    [t('meetings.letter.invites'), part('title') || t('meetings.untitled'), when, where],
    isPhoneFirst(eventTypeOf(fields)) ? [phone, video] : [video, phone],
    agenda.length > 0 ? [t('meetings.letter.agenda'), ...agenda] : [],
    [part('text')],
    part('programme') ? [t('meetings.letter.programme'), part('programme')] : [],
    [t('meetings.letter.answer')],
  ]
  return paragraphs
    .map((lines) => lines.filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n')
}
