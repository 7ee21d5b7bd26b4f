import { foldWords } from '../../shared/fold.ts'
import type { Fields, Value } from '../../shared/value.ts'
import { elementsOf, textOf, tickedIn } from '../fields.ts'
import type { RecordKind } from '../kind.ts'
import type { Exception, Occasion } from '../occasion.ts'

export const answerChoices = ['yes', 'no', 'open'] as const
export type AnswerChoice = (typeof answerChoices)[number]

const exceptionOf = (value: Value): Exception | undefined => {
  if (value === 'cancelled') return value
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
  const fields = value as Fields
  const date = textOf(fields, 'date')
  return date ? { date, time: textOf(fields, 'time') } : undefined
}

/** The single dates of a series that were moved or called off, `dates/<day that the rule gives>`. */
function exceptionsOf(fields: Fields): Occasion['exceptions'] {
  return Object.fromEntries(
    elementsOf(fields, 'dates', exceptionOf).map((element) => [element.id, element.value]),
  )
}

/**
 * An event: `title`, `date` and `time` ('' for all day), `endDate`, `endTime`, `zone`, `place`, `address`, `link`,
 * `dialIn`, `rule`, `dates/<day>`, `type` (see event-types.ts), `text`, `programme`, `agenda` (a point a line), `town` (the partner town),
 * `project`, `invited/<person>`, `groups/<group>`, `answers/<'once' or day>/<person>`, `figures/<'once' or day>/...`, `slots/<id>` and
 * `taken/<slot>/<person>` (see slots.ts), `isCancelled`, `cancelledWhy`, `photo`, `language`. Its minutes are notes about it, its decisions next steps.
 */
export const event: RecordKind = {
  kind: 'event',
  path: 'events',
  label: (fields) => textOf(fields, 'title'),
  detail: (fields) => [textOf(fields, 'place'), textOf(fields, 'town')].filter(Boolean).join(', '),
  sort: (fields) => `${textOf(fields, 'date')} ${textOf(fields, 'time')}`,
  texts: ['title', 'text', 'agenda', 'programme'],
  isLookedUp: true,
  words: (fields) =>
    foldWords(
      ['title', 'place', 'address', 'town', 'text', 'programme']
        .map((name) => textOf(fields, name))
        .join(' '),
    ),
  about: (fields) =>
    [textOf(fields, 'project'), ...tickedIn(fields, 'invited'), ...tickedIn(fields, 'groups')].filter(
      Boolean,
    ),
  photo: (fields) => textOf(fields, 'photo'),
  occasions: (fields) =>
    textOf(fields, 'date')
      ? [
          {
            name: 'event',
            date: textOf(fields, 'date'),
            time: textOf(fields, 'time'),
            endDate: textOf(fields, 'endDate'),
            endTime: textOf(fields, 'endTime'),
            zone: textOf(fields, 'zone'),
            rule: textOf(fields, 'rule'),
            exceptions: exceptionsOf(fields),
            isCancelled: fields['isCancelled'] === true,
          },
        ]
      : [],
}

export { event as kind }
