import { readdirSync, readFileSync } from 'node:fs'
import { readVcards } from '../../../../src/features/imports/vcard/read.ts'
import type { ImportedPerson } from '../../../../src/features/imports/vcard/types.ts'

const folder = new URL('fixtures/', import.meta.url)

/** A day after all that the fixtures mention. */
export const now = new Date('2026-01-01T00:00:00Z')

export const fixtureNames = readdirSync(folder).filter((name) => name.endsWith('.vcf'))

export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(name, folder))
}

export function textBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** The people in the bytes; fails if nothing could be read. */
export function peopleIn(bytes: Uint8Array): ImportedPerson[] {
  const result = readVcards(bytes, { now })
  if (!result.ok) throw new Error(`not read: ${result.problem}`)
  return result.cards
}

/** The one person of a card with these lines. */
export function personOf(...lines: string[]): ImportedPerson {
  return only(peopleIn(textBytes(['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n'))))
}

export function only<T>(list: readonly T[]): T {
  const [first] = list
  if (first === undefined || list.length > 1) throw new Error(`${list.length} instead of one`)
  return first
}
