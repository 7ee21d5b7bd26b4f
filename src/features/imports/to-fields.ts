import type { PhoneLabel } from '../../shared/contact.ts'
import { newId } from '../../shared/ids.ts'
import type { Fields } from '../../shared/value.ts'
import type { Extra, ImportedPerson, ImportedPhone } from './vcard/types.ts'

/** What a card says and a person has no field for: it becomes a line of the remarks. */
export type Line = { readonly what: Extra['what'] | 'fax' | 'groups'; readonly value: string }
/** Such a line in the reader's language, its word in front. */
export type Say = (line: Line) => string

const labelOf = ({ label }: ImportedPhone): PhoneLabel => (label === 'fax' ? 'other' : label)

/** Lists are shown in the order of their ids: rising ones keep the card's order, the preferred number first. */
function listFields(list: string, values: readonly Fields[]): Fields {
  if (values.length === 0) return {}
  const start = newId().slice(0, -4)
  const idAt = (at: number): string => start + at.toString(16).padStart(4, '0')
  return Object.fromEntries(values.map((value, at) => [`${list}/${idAt(at)}`, value]))
}

const ticks = (list: string, ids: readonly string[]): Fields =>
  Object.fromEntries(ids.map((id) => [`${list}/${id}`, true]))

/** A card that names nobody is found by its address or number. */
function shownName({ givenName, familyName, shownName: shown, emails, phones }: ImportedPerson): string {
  if (givenName || familyName || shown) return shown
  return emails[0]?.address ?? phones[0]?.number ?? ''
}

/** The organisation stands in front of what the person does there, unless it is all the name there is. */
function roleOf({ organisation, role, shownName: shown }: ImportedPerson): string {
  return [organisation === shown ? '' : organisation, role].filter(Boolean).join(', ')
}

function remarksOf(person: ImportedPerson, say: Say, groupsToo: boolean): string {
  const lines: Line[] = [
    ...person.extras,
    ...person.phones.flatMap(({ label, number }): Line[] =>
      label === 'fax' ? [{ what: 'fax', value: number }] : [],
    ),
    ...(groupsToo && person.groups.length > 0
      ? [{ what: 'groups' as const, value: person.groups.join(', ') }]
      : []),
  ]
  return [person.remarks, ...lines.map((line) => say({ ...line, value: line.value.replaceAll('\n', ', ') }))]
    .filter(Boolean)
    .join('\n')
}

/** The fields that name a person. */
export function toNames(person: ImportedPerson): Fields {
  const { givenName, familyName, familyFirst } = person
  return { givenName, familyName, shownName: shownName(person), familyFirst }
}

/**
 * The fields of a person's record, from a card. Nothing of the card is left out: what has no field goes to the remarks.
 * `groupIds` are the records of the card's groups; without them the groups' names go to the remarks as well.
 */
export function toFields(person: ImportedPerson, say: Say, groupIds?: readonly string[]): Fields {
  const fields: Fields = {
    ...toNames(person),
    role: roleOf(person),
    town: person.town,
    address: person.address,
    birthday: person.birthday,
    remarks: remarksOf(person, say, groupIds === undefined),
  }
  return {
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
    ...listFields(
      'phones',
      person.phones.map((phone) => ({ number: phone.number, label: labelOf(phone) })),
    ),
    ...listFields('emails', person.emails),
    ...ticks('languages', person.languages),
    ...ticks('groups', groupIds ?? []),
  }
}
