import { limits } from './limits.ts'
import type { Line } from './lines.ts'
import { readProperty, type Property } from './property.ts'

/** The lines between one BEGIN:VCARD and its end. */
export interface RawCard {
  properties: Property[]
  /** Whether it has lines at all that aren't just its frame. */
  written: boolean
}

/** Lines that say nothing about a person. */
const frame = new Set(['VERSION', 'PRODID', 'UID', 'REV'])

/**
 * The cards of a file, one after another. A card without its END ends where the next one begins, or with the
 * file. A card within a card (AGENT of 2.1) is left out. Depth is counted, never recursed into.
 */
export function* readCards(lines: Iterable<Line>, legacy: string): Generator<RawCard> {
  let card: RawCard | undefined
  let agents = 0
  let last: Property | undefined
  for (const line of lines) {
    const property = readProperty(line, legacy)
    if (isFrame(property, 'BEGIN')) {
      if (card && isEmptyAgent(last)) agents++
      else {
        if (card) yield card
        card = { properties: [], written: false }
        agents = 0
      }
    } else if (isFrame(property, 'END')) {
      if (agents > 0) agents--
      else {
        if (card) yield card
        card = undefined
      }
    } else if (card && property?.name === 'AGENT' && valueOf(property) === 'BEGIN:VCARD') agents++
    else if (card && agents === 0) add(card, property, line)
    if (property) last = property
  }
  if (card) yield card
}

function add(card: RawCard, property: Property | undefined, line: Line): void {
  if (property ? !frame.has(property.name) : line.value.some((byte) => byte > 0x20)) card.written = true
  if (property && card.properties.length < limits.properties) card.properties.push(property)
}

function isFrame(property: Property | undefined, name: 'BEGIN' | 'END'): boolean {
  return property?.name === name && valueOf(property) === 'VCARD'
}

function isEmptyAgent(property: Property | undefined): boolean {
  return property?.name === 'AGENT' && valueOf(property) === ''
}

/** Only as much as the words that matter here are long. */
function valueOf(property: Property): string {
  return String.fromCharCode(...property.value.subarray(0, 100))
    .trim()
    .toUpperCase()
}
