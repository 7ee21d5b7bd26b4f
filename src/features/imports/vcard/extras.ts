import { readDay } from './birthday.ts'
import type { Card, Field } from './card.ts'
import { limits } from './limits.ts'
import { cleanLine, splitEscaped, unescapeText } from './text.ts'
import type { Extra } from './types.ts'

/**
 * Android's own line of 2.1: kind;value;type;... The types of the two kinds that we know, by their number.
 */
const androidTypes: ReadonlyMap<string, Extra['what']> = new Map([
  ['nickname;1', 'nickname'],
  ['contact_event;1', 'anniversary'],
  ['relation;14', 'spouse'],
])

/** What the card also says, each once. */
export function readExtras(card: Card, now: Date): Extra[] {
  const found = [
    ...card.fields('NICKNAME').flatMap(({ raw }) => splitEscaped(raw, ',').map(extra('nickname'))),
    ...card
      .fields('ANNIVERSARY', 'X-ANNIVERSARY', 'X-EVOLUTION-ANNIVERSARY', 'X-MS-ANNIVERSARY')
      .map(anniversary),
    ...card.fields('X-ABDATE').filter(isCalled('anniversary')).map(anniversary),
    ...card
      .fields('X-SPOUSE', 'X-EVOLUTION-SPOUSE', 'X-MS-SPOUSE')
      .map(({ raw }) => extra('spouse')(unescapeText(raw))),
    ...card.fields('RELATED', 'X-ABRELATEDNAMES').map(relation),
    ...card.fields('X-ANDROID-CUSTOM').map(androidLine),
  ]
  const kept = new Map<string, Extra>()
  for (const { what, value } of found) {
    const clean = what === 'anniversary' ? readDay(cleanLine(value), undefined, now) : cleanLine(value)
    if (clean !== '') kept.set(`${what} ${clean.toLowerCase()}`, { what, value: clean })
  }
  return [...kept.values()].slice(0, limits.list)
}

function extra(what: Extra['what']): (value: string) => Extra {
  return (value) => ({ what, value })
}

function anniversary({ raw }: Field): Extra {
  return { what: 'anniversary', value: unescapeText(raw) }
}

function isCalled(word: string): (field: Field) => boolean {
  return ({ property, label }) => property.types.has(word) || label.toLowerCase() === word
}

/** A relation that is only the other card's address says nothing to a person. */
function relation(field: Field): Extra {
  const value = unescapeText(field.raw)
  const name = /^(?:urn|https?|mailto|tel):/i.test(value) ? '' : value
  return { what: isCalled('spouse')(field) ? 'spouse' : 'related', value: name }
}

function androidLine({ raw }: Field): Extra {
  const [kind = '', value = '', type = ''] = splitEscaped(raw, ';')
  const what = androidTypes.get(`${kind.slice(kind.indexOf('/') + 1)};${type}`)
  return what ? { what, value } : { what: 'related', value: '' }
}
