import { phoneLabels, type Email, type Phone } from '../shared/contact.ts'
import { foldDigits } from '../shared/fold-digits.ts'
import { foldWords } from '../shared/fold.ts'
import type { Fields, Value } from '../shared/value.ts'
import { elementsOf, textOf, type Element } from './fields.ts'

const part = (value: Value, name: string): string => {
  const found =
    value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields)[name] : ''
  return typeof found === 'string' ? found : ''
}

/** The phone numbers of a person or group, as they were entered. */
export function phonesOf(fields: Fields): Element<Phone>[] {
  return elementsOf(fields, 'phones', (value) => {
    const number = part(value, 'number')
    const label = phoneLabels.find((one) => one === part(value, 'label')) ?? 'other'
    return number ? { number, label } : undefined
  })
}

/** The e-mail addresses of a person or group. */
export function emailsOf(fields: Fields): Element<Email>[] {
  return elementsOf(fields, 'emails', (value) => {
    const address = part(value, 'address')
    return address ? { address } : undefined
  })
}

/** Index entries of everything by which somebody looks for a person or group. */
export function contactWords(fields: Fields, names: readonly string[]): string[] {
  const text = [
    ...names.map((name) => textOf(fields, name)),
    ...emailsOf(fields).map((email) => email.value.address),
  ]
  const digits = phonesOf(fields).flatMap((phone) => foldDigits(phone.value.number))
  return [...new Set([...text.flatMap(foldWords), ...digits])]
}
