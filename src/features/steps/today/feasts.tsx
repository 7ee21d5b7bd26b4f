import type { JSX } from 'preact'
import { occurrencesBetween } from '../../../db/calendar/find.ts'
import { rowsOf } from '../../../db/find.ts'
import { useThumb } from '../../../db/photo-url.ts'
import type { Row } from '../../../db/show.ts'
import type { Occurrence } from '../../../db/tables.ts'
import { textOf } from '../../../records/fields.ts'
import { Icon } from '../../../ui/icon.tsx'
import { nearLongDate } from '../../../ui/near-date.ts'
import { initialsOf, Portrait } from '../../../ui/picture.tsx'
import { href } from '../../../ui/route.ts'
import { useText } from '../../../ui/text.ts'
import type { Source } from './item.ts'

/** How old somebody becomes on that day, where it is a round birthday: of others nobody wants to hear. */
function roundAge(person: Row, day: string): number | undefined {
  const age = Number(day.slice(0, 4)) - Number(/^\d{4}/.exec(textOf(person.fields, 'birthday'))?.[0])
  return age > 0 && age % 5 === 0 ? age : undefined
}

type FeastProps = { person: Row; occurrence: Occurrence; today: string; isCard: boolean }

function Feast({ person, occurrence, today, isCard }: FeastProps): JSX.Element {
  const { t, language } = useText()
  const thumb = useThumb(person.photo)
  const { name, date: day } = occurrence
  const date = nearLongDate(day, today, language)
  const age = name === 'birthday' ? roundAge(person, day) : undefined
  const birthday = age ? t('steps.feast.turns', { date, age }) : t('steps.feast.birthday', { date })
  return (
    <a class={isCard ? 'card celebrate' : 'celebrate'} href={href(`/people/${person.id}`)}>
      <Portrait initials={initialsOf(person.label)} url={thumb} />
      <span>
        <strong class="line">{person.label}</strong>
        <span class="feast-when">
          <Icon name={name === 'birthday' ? 'cake' : 'gift'} />
          {name === 'birthday' ? birthday : t('steps.feast.nameDay', { date })}
        </span>
      </span>
      <Icon name="chevron-right" />
    </a>
  )
}

/** The birthdays and name days of the people in the notebook. */
export const feasts: Source = async ({ notebook }, today, last) => {
  const days = await occurrencesBetween(notebook, today, last, ['birthday', 'nameDay'])
  const people = await rowsOf(notebook, [...new Set(days.map((day) => day.record))])
  const byId = new Map(people.map((person) => [person.id, person]))
  return days.flatMap((occurrence) => {
    const person = byId.get(occurrence.record)
    if (!person?.label) return []
    return [
      {
        id: occurrence.id,
        titleKey: 'steps.feast.title' as const,
        rank: 0 as const,
        day: occurrence.date,
        show: (isCard: boolean) => (
          <Feast person={person} occurrence={occurrence} today={today} isCard={isCard} />
        ),
      },
    ]
  })
}
