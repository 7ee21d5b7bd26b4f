import { fold, foldWords } from '../../shared/fold.ts'
import type { Fields, Value } from '../../shared/value.ts'
import { elementsOf, textOf, type Element } from '../fields.ts'
import type { RecordKind } from '../kind.ts'
import type { Occasion } from '../occasion.ts'

export const partnershipTypes = [
  'partnership',
  'friendship',
  'contact',
  'project',
  'sponsorship',
  'ring',
  'other',
] as const
export type PartnershipType = (typeof partnershipTypes)[number]

export const partnershipStates = ['preparing', 'active', 'resting', 'ended'] as const
export type PartnershipState = (typeof partnershipStates)[number]

/** What happened on a date that counts. */
export const dateTypes = ['firstContact', 'decided', 'signedHere', 'signedThere', 'renewed', 'other'] as const
export type DateType = (typeof dateTypes)[number]

/** Who counts the years from it. */
export const counting = ['both', 'here', 'there', 'nobody'] as const
export type Counting = (typeof counting)[number]

/** A date of a partnership, as exact as somebody knows it: '1987-05-03', '1987-05', '1987', or '198' for the eighties. */
export type PartnershipDate = {
  readonly date: string
  readonly type: DateType
  readonly counts: Counting
  /** Where it is from: a page, a paper, a person's word; '' where nobody said so. */
  readonly source: string
}

function dateOf(value: Value): PartnershipDate | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined
  const fields = value as Fields
  return {
    date: textOf(fields, 'date'),
    type: dateTypes.find((type) => type === fields['type']) ?? 'other',
    counts: counting.find((side) => side === fields['counts']) ?? 'both',
    source: textOf(fields, 'source'),
  }
}

/** The dates of a partnership, the earliest first. */
export const datesOf = (fields: Fields): Element<PartnershipDate>[] =>
  elementsOf(fields, 'dates', dateOf).sort((a, b) => (a.value.date < b.value.date ? -1 : 1))

/** What it is; one that says nothing, or a word of a newer version, is a partnership. */
export const typeOf = (fields: Fields): PartnershipType =>
  partnershipTypes.find((type) => type === fields['type']) ?? 'partnership'

/** How it stands; one that says nothing, or a word of a newer version, is active. */
export const stateOf = (fields: Fields): PartnershipState =>
  partnershipStates.find((state) => state === fields['state']) ?? 'active'

/** On which side its people or groups are, by their ids. */
export const sidesOf = (fields: Fields, list: 'people' | 'groups'): Element<'here' | 'there'>[] =>
  elementsOf(fields, list, (value) => (value === 'here' || value === 'there' ? value : undefined))

/** Every date that somebody counts from; a partnership that has ended celebrates none. */
const occasionsOf = (fields: Fields): Occasion[] =>
  datesOf(fields)
    .filter(({ value }) => value.counts !== 'nobody' && stateOf(fields) !== 'ended')
    .map(({ id, value }) => ({
      name: 'anniversary',
      date: value.date,
      time: '',
      endDate: '',
      endTime: '',
      zone: '',
      rule: 'FREQ=YEARLY',
      exceptions: {},
      isCancelled: false,
      began: id,
    }))

/**
 * A link between two towns: `name` (both towns, made when it is written down: 'Jena – Lugoj'), `here` and `there` (ids of town
 * records), `type`, `state`, `stateWhy`, `dates/<id>` (see PartnershipDate), `people/<person>` and `groups/<group>` ('here' or
 * 'there': on whose side), `text`, `language`, `photo`. Of a celebration, by `<date's id>:<years>`: `plannedOn/...` and
 * `celebratedOn/...` (days), `celebration/...` (the project). Projects, visits and events name its town in their field `town`;
 * agreements are documents of the chronicle, whose field `partnership` is its id, and photos about it.
 */
export const partnership: RecordKind = {
  kind: 'partnership',
  path: 'partnerships',
  label: (fields) => textOf(fields, 'name'),
  sort: (fields) => fold(textOf(fields, 'name')),
  texts: ['text'],
  isLookedUp: true,
  words: (fields) => foldWords([textOf(fields, 'name'), textOf(fields, 'text')].join(' ')),
  about: (fields) =>
    [
      textOf(fields, 'here'),
      textOf(fields, 'there'),
      ...(['people', 'groups'] as const).flatMap((list) => sidesOf(fields, list).map(({ id }) => id)),
      ...elementsOf(fields, 'celebration', (value) => (typeof value === 'string' ? value : undefined)).map(
        ({ value }) => value,
      ),
    ].filter(Boolean),
  photo: (fields) => textOf(fields, 'photo'),
  occasions: occasionsOf,
}

export { partnership as kind }
