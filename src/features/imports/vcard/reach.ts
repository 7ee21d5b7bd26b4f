import { decodeQuotedPrintable } from './encoding.ts'
import type { Card, Field } from './card.ts'
import { limits } from './limits.ts'
import { cleanLine, distinct, unescapeText } from './text.ts'
import type { ImportedPhone, PhoneLabel } from './types.ts'

/**
 * The words of the formats, and those that address books in German, Polish and Hungarian write in their
 * place.
 */
const labelWords: readonly (readonly [PhoneLabel, readonly string[]])[] = [
  ['fax', ['fax', 'homefax', 'workfax', 'otherfax', 'faks']],
  ['mobile', ['cell', 'mobile', 'iphone', 'handy', 'mobil', 'mobiltelefon', 'komórka', 'komórkowy']],
  [
    'work',
    ['work', 'company', 'arbeit', 'büro', 'dienstlich', 'geschäftlich', 'praca', 'munkahely', 'munkahelyi'],
  ],
  ['landline', ['home', 'main', 'privat', 'zuhause', 'festnetz', 'dom', 'domowy', 'otthon', 'otthoni']],
]

/** The phone numbers of a card, the preferred ones first, each once. */
export function readPhones(card: Card): ImportedPhone[] {
  const phones = new Map<string, ImportedPhone>()
  for (const field of card.fields('TEL')) {
    const number = plainNumber(unescapeText(field.raw))
    const digits = number.replace(/[^\d+]/g, '').replace(/^00/, '+')
    if (!/\d/.test(digits)) continue
    const label = labelOf(field)
    const known = phones.get(digits)
    if (!known) phones.set(digits, { number, label })
    else if (known.label === 'other') known.label = label
  }
  return [...phones.values()].slice(0, limits.list)
}

/** The e-mail addresses of a card, the preferred ones first, each once. */
export function readEmails(card: Card): { address: string }[] {
  const found = card.fields('EMAIL').map(({ raw }) => plainEmail(unescapeText(raw)))
  return distinct(found).map((address) => ({ address }))
}

function labelOf({ property, label }: Field): PhoneLabel {
  const said = new Set([...property.types, ...label.toLowerCase().split(' ')])
  const found = labelWords.find(([, words]) => words.some((word) => said.has(word)))
  return found ? found[0] : 'other'
}

/** A tel: address of 4.0 becomes the number in it; its extension stays. */
function plainNumber(text: string): string {
  const line = cleanLine(text)
  if (!/^tel:/i.test(line)) return line
  const [number = '', ...params] = line.slice(4).split(';')
  const extension = params.find((param) => /^ext=/i.test(param))?.slice(4)
  return cleanLine(decodePercent(extension ? `${number}-${extension}` : number))
}

function plainEmail(text: string): string {
  const line = cleanLine(text)
  const bare = /^mailto:/i.test(line) ? decodePercent(line.slice(7).split('?')[0] ?? '') : line
  const open = bare.lastIndexOf('<')
  const close = bare.indexOf('>', open)
  const address = cleanLine(open >= 0 && close > open ? bare.slice(open + 1, close) : bare)
  return /^[^\s@]+@[^\s@]+$/.test(address) ? address : ''
}

/** What isn't percent-encoded well stays as written. */
function decodePercent(text: string): string {
  return /%(?![0-9a-f]{2})/i.test(text) ? text : unquote(text)
}

/**
 * By way of quoted-printable, which differs only in its sign: decodeURIComponent throws for bytes that
 * aren't UTF-8.
 */
function unquote(text: string): string {
  const bytes = new TextEncoder().encode(text.replaceAll('=', '=3D').replaceAll('%', '='))
  return new TextDecoder().decode(decodeQuotedPrintable(bytes))
}
