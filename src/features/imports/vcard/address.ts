import type { Card, Field } from './card.ts'
import { cleanLine, cleanText, cutEscaped, distinct, unescapeText } from './text.ts'

export interface Address {
  town: string
  lines: string
}

/**
 * The addresses of a card, the one to write to first: the preferred one, else the one at home. Blank ones
 * left out.
 */
export function readAddresses(card: Card): Address[] {
  const written = homeFirst(card.fields('ADR')).map(fromParts)
  // A label is the same address again, as it would be printed.
  const found = written.some(({ lines }) => lines !== '')
    ? written
    : homeFirst(card.fields('LABEL')).map(fromLabel)
  const kept = new Set(distinct(found.map(({ lines }) => lines)))
  return found.filter(({ lines }) => kept.delete(lines))
}

/** Home decides only between equally preferred ones. */
function homeFirst(fields: readonly Field[]): Field[] {
  const distance = ({ property }: Field) => 2 * property.rank - (property.types.has('home') ? 1 : 0)
  return [...fields].sort((one, other) => distance(one) - distance(other))
}

function fromParts({ raw, property }: Field): Address {
  const parts = cutEscaped(raw, ';').map((part) => unescapeText(part.replace(/(?<!\\),(?=\S)/g, ', ')))
  const [box = '', extended = '', street = '', town = '', region = '', postcode = '', country = ''] = parts
  const place = cleanLine(`${postcode} ${town}`)
  const lines = distinct(
    [box, extended, street].map(cleanText).concat(place, cleanLine(region), cleanLine(country)),
  )
  // Region repeats the town in city states.
  const shown = lines.filter((line) => line === place || line !== cleanLine(town))
  const label = cleanText(unescapeText(property.params.get('LABEL') ?? ''))
  return { town: cleanLine(town), lines: shown.length > 0 ? cleanText(shown.join('\n')) : label }
}

function fromLabel({ raw }: Field): Address {
  return { town: '', lines: cleanText(unescapeText(raw)) }
}
