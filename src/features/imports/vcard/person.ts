import { readAddresses } from './address.ts'
import { readDay } from './birthday.ts'
import type { Card } from './card.ts'
import { readExtras } from './extras.ts'
import { readNames } from './names.ts'
import { readPhoto } from './photo.ts'
import { readEmails, readPhones } from './reach.ts'
import { cleanLine, cleanText, distinct, joinDistinct, splitEscaped, unescapeText } from './text.ts'
import type { Extra, ImportedPerson } from './types.ts'

/** Groups that address books make for themselves. */
const technicalGroups = new Set(['mycontacts', 'starred', 'starred in android'])

/** The card as a person, or undefined where it says nothing to know anybody by. */
export function readPerson(card: Card, now: Date): ImportedPerson | undefined {
  const organisation = readOrganisation(card)
  const [address, ...others] = readAddresses(card)
  const photo = readPhoto(card)
  const person: ImportedPerson = {
    ...readNames(card, organisation),
    role: card.line('TITLE', 'ROLE'),
    organisation,
    town: address?.town ?? '',
    address: address?.lines ?? '',
    phones: readPhones(card),
    emails: readEmails(card),
    birthday: readBirthday(card, now),
    languages: readLanguages(card),
    remarks: readRemarks(card),
    groups: readGroups(card),
    extras: [
      ...readExtras(card, now),
      ...others.map(({ lines }): Extra => ({ what: 'address', value: lines })),
    ],
    ...(photo && { photo }),
    uid: plainUid(card.line('UID')),
  }
  return isKnown(person) ? person : undefined
}

/** A UID without the scheme that some write and others leave out. */
export function plainUid(text: string): string {
  return text.replace(/^urn:uuid:/i, '')
}

function isKnown({
  givenName,
  familyName,
  shownName,
  organisation,
  phones,
  emails,
}: ImportedPerson): boolean {
  const named = givenName + familyName + shownName + organisation !== ''
  return named || phones.length > 0 || emails.length > 0
}

function readOrganisation(card: Card): string {
  const [first] = card.fields('ORG')
  return cleanLine(joinDistinct(splitEscaped(first?.raw ?? '', ';').map(cleanLine), ', '))
}

function readBirthday(card: Card, now: Date): string {
  for (const { raw, property } of card.fields('BDAY')) {
    const day = readDay(cleanLine(unescapeText(raw)), property.params.get('X-APPLE-OMIT-YEAR'), now)
    if (day !== '') return day
  }
  return ''
}

function readLanguages(card: Card): string[] {
  const tags = card.fields('LANG').map(({ raw }) => cleanLine(raw).toLowerCase().split(/[-_]/)[0] ?? '')
  return distinct(tags.filter((tag) => /^[a-z]{2,3}$/.test(tag)))
}

function readRemarks(card: Card): string {
  const notes = card.fields('NOTE').map(({ raw }) => cleanText(unescapeText(raw)))
  const addresses = card.fields('URL').map(({ raw }) => cleanLine(unescapeText(raw)))
  const pages = addresses.filter(
    (address) => /^https?:/i.test(address) || !/^[a-z][a-z0-9+.-]*:/i.test(address),
  )
  return cleanText(joinDistinct([...notes, ...pages], '\n'))
}

function readGroups(card: Card): string[] {
  const names = card.fields('CATEGORIES').flatMap(({ raw }) => splitEscaped(raw, ',').map(cleanLine))
  return distinct(names.filter((name) => !technicalGroups.has(name.replace(/^\* /, '').toLowerCase())))
}
