import { emailsOf, phonesOf } from '../../records/contact.ts'
import { textOf } from '../../records/fields.ts'
import { fold } from '../../shared/fold.ts'
import { sameNumber } from '../../shared/phone.ts'
import type { Fields } from '../../shared/value.ts'
import { toNames } from './to-fields.ts'
import type { ImportedPerson } from './vcard/types.ts'

// Files may be hostile: so many entries of one person are compared, with so many numbers of one ending.
const mostEntries = 5
const mostAlike = 2

/** The words of a name, whichever stands first. */
const keyOf = (name: string): string =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort()
    .join(' ')

/** By what somebody is known. */
export type Identity = {
  readonly names: readonly string[]
  readonly numbers: readonly string[]
  readonly addresses: readonly string[]
}

/** "Dr. Anna Nowak" may be there as "Nowak Anna": both keys are hers. */
function identity(named: Fields, numbers: readonly string[], addresses: readonly string[]): Identity {
  const parts = `${textOf(named, 'givenName')} ${textOf(named, 'familyName')}`
  return {
    names: [...new Set([textOf(named, 'shownName'), parts].map(keyOf))].filter(Boolean),
    numbers: numbers.slice(0, mostEntries),
    addresses: addresses.slice(0, mostEntries).map((address) => address.toLowerCase()),
  }
}

/** Of a person in the notebook, by the fields of the record. */
export function identityOfFields(fields: Fields): Identity {
  const numbers = phonesOf(fields).map((phone) => phone.value.number)
  const addresses = emailsOf(fields).map((email) => email.value.address)
  return identity(fields, numbers, addresses)
}

/** Of a person in a file. */
export function identityOfCard(person: ImportedPerson): Identity {
  const numbers = person.phones.map((phone) => phone.number)
  const addresses = person.emails.map((email) => email.address)
  return identity(toNames(person), numbers, addresses)
}

/** Numbers that ring the same telephone have the same last digits. */
const ending = (number: string): string => number.replace(/\D/g, '').slice(-4)

/** Remembers people by name and reach, and tells whether another one is the same: a same name and a same number or address. */
export class Known {
  readonly #numbers = new Map<string, string[]>()
  readonly #addresses = new Set<string>()

  add({ names, numbers, addresses }: Identity): void {
    for (const name of names) {
      for (const address of addresses) this.#addresses.add(`${name} ${address}`)
      for (const number of numbers) {
        const key = `${name} ${ending(number)}`
        const alike = this.#numbers.get(key) ?? []
        if (alike.length < mostAlike) this.#numbers.set(key, [...alike, number])
      }
    }
  }

  has({ names, numbers, addresses }: Identity): boolean {
    const isAlike = (name: string, number: string): boolean =>
      (this.#numbers.get(`${name} ${ending(number)}`) ?? []).some((one) => sameNumber(one, number))
    return names.some(
      (name) =>
        addresses.some((address) => this.#addresses.has(`${name} ${address}`)) ||
        numbers.some((number) => isAlike(name, number)),
    )
  }
}
