import { emailsOf, phonesOf } from '../../records/contact.ts'
import { textOf } from '../../records/fields.ts'
import { nameParts } from '../../records/kinds/person.ts'
import { fold } from '../../shared/fold.ts'
import { sameNumber } from '../../shared/phone.ts'
import type { Fields } from '../../shared/value.ts'

// Files may be hostile: so many entries of one person are compared, with so many numbers of one ending.
const mostEntries = 10
const mostAlike = 4

/** The words of a name, whichever stands first. */
const keyOf = (name: string): string =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort()
    .join(' ')

/** "Dr. Anna Nowak" may be there as "Nowak Anna": both keys are hers. */
function namesOf(fields: Fields): string[] {
  const shown = nameParts(fields).map((part) => part.text)
  const parts = [textOf(fields, 'givenName'), textOf(fields, 'familyName')]
  return [...new Set([shown, parts].map((words) => keyOf(words.join(' '))))].filter(Boolean)
}

const numbersOf = (fields: Fields): string[] =>
  phonesOf(fields)
    .slice(0, mostEntries)
    .map((phone) => phone.value.number)

const addressesOf = (fields: Fields): string[] =>
  emailsOf(fields)
    .slice(0, mostEntries)
    .map((email) => email.value.address.toLowerCase())

/** Numbers that ring the same telephone have the same last digits. */
const ending = (number: string): string => number.replace(/\D/g, '').slice(-4)

/** Remembers people by name and reach, and tells whether another one is the same: a same name and a same number or address. */
export class Known {
  readonly #numbers = new Map<string, string[]>()
  readonly #addresses = new Set<string>()

  /** Remembers a person by the fields of the record. */
  add(fields: Fields): void {
    for (const name of namesOf(fields)) {
      for (const address of addressesOf(fields)) this.#addresses.add(`${name} ${address}`)
      for (const number of numbersOf(fields)) {
        const key = `${name} ${ending(number)}`
        const alike = this.#numbers.get(key) ?? []
        if (alike.length < mostAlike) this.#numbers.set(key, [...alike, number])
      }
    }
  }

  /** Whether a person with these fields seems to be one of those remembered. */
  has(fields: Fields): boolean {
    const [addresses, numbers] = [addressesOf(fields), numbersOf(fields)]
    return namesOf(fields).some(
      (name) =>
        addresses.some((address) => this.#addresses.has(`${name} ${address}`)) ||
        numbers.some((number) =>
          (this.#numbers.get(`${name} ${ending(number)}`) ?? []).some((one) => sameNumber(one, number)),
        ),
    )
  }
}
