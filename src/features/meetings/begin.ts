import { dateOf, type Shown } from '../../db/calendar/shown.ts'
import { occurrencesOf } from '../../db/calendar/find.ts'
import { readSettings } from '../../db/device.ts'
import { listAbout, rowOf, rowsOf } from '../../db/find.ts'
import type { Open } from '../../db/notebook.ts'
import type { Row } from '../../db/show.ts'
import { answersOf } from '../../records/answers.ts'
import { textOf } from '../../records/fields.ts'
import { pointsOf } from '../../shared/agenda.ts'
import { sortByName } from '../../shared/collate.ts'
import type { Fields } from '../../shared/value.ts'
import { longDate, today } from '../../ui/dates.ts'
import type { Text } from '../../ui/text.ts'
import { decisionsOf } from './decided.ts'

export type Meeting = {
  readonly event: Row
  /** The minutes that somebody has begun, '' for none. */
  readonly minutes: string
  /** What minutes begin with. */
  readonly begun: Fields
}

type Said = Pick<Text, 't' | 'language'>

/** The text that minutes begin with: what and when, who was there, and a heading for each point of the agenda. */
function textFor(event: Row, shown: Shown, names: readonly string[], { t, language }: Said): string {
  const points = pointsOf(textOf(event.fields, 'agenda'))
  const there = new Intl.ListFormat(language).format(names)
  return [
    t('meetings.minutesOf', { title: event.label || t('meetings.untitled') }),
    longDate(shown.date, language),
    ...(names.length > 0 ? [t('meetings.there', { names: there })] : []),
    '',
    ...points.flatMap((point, index) => [`${index + 1}. ${point}`, '', '']),
  ].join('\n')
}

/** All that minutes of one date of an event need; undefined where there is no such event. */
export async function findMeeting(
  open: Pick<Open, 'notebook' | 'device'>,
  id: string,
  occasion: string,
  said: Said,
): Promise<Meeting | undefined> {
  const { notebook, device } = open
  const event = await rowOf(notebook, id)
  if (event?.kind !== 'event' || event.list === 'bin') return undefined
  const now = new Date(notebook.now())
  const shown = dateOf(event.fields, await occurrencesOf(notebook, id), occasion, now.getTime())
  if (!shown) return undefined
  const found = (await listAbout(notebook, id)).filter(
    ({ kind, fields }) =>
      kind === 'note' && fields['form'] === 'minutes' && textOf(fields, 'occasion') === occasion,
  )
  const coming = [...answersOf(event.fields, occasion)].flatMap(([who, answer]) =>
    answer === 'yes' ? [who] : [],
  )
  const people = sortByName(await rowsOf(notebook, coming), (row) => row.sort, said.language)
  const names = people.map((person) => person.label).filter(Boolean)
  const begun = {
    text: textFor(event, shown, names, said),
    date: shown.date < today(now) ? shown.date : today(now),
    writtenAt: now.toISOString(),
    author: (await readSettings(device)).myName,
    language: said.language,
    about: id,
    occasion,
    form: 'minutes',
  }
  // Two may have begun them apart: those in which decisions wait come first.
  const waiting = found.find(({ fields }) => decisionsOf(fields).length > 0)
  return { event, minutes: (waiting ?? found[0])?.id ?? '', begun }
}
