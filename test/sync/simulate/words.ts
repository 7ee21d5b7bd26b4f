import { between, pick } from '../../../bench/random.ts'
import type { Fields, Value } from '../../../src/shared/value.ts'
import type { World } from './world.ts'

const fields: { readonly [kind: string]: readonly string[] } = {
  note: ['text', 'author', 'about'],
  person: ['familyName', 'phones/1', 'phones/2', 'birthday'],
  // Of a newer version of the app.
  dovecote: ['doves'],
}

/** What somebody writes: nearly always something that nobody else writes. */
export function words(world: World, field: string): Value {
  const { chance, weather } = world
  if (world.happens(weather.twins)) return pick(chance, ['ja', 'nein'])
  const text = `${field} ${world.ledger.count} ${between(chance, 0, 1e9)}`
  if (chance() < 0.02) return null
  if (chance() < 0.01) return text.repeat(between(chance, 400, 2500))
  return field.startsWith('phones/') ? { number: text, label: 'mobil' } : text
}

/** Some fields of the kind. */
export const fieldsFor = (world: World, kind: string): string[] => {
  const all = fields[kind] ?? ['text']
  const some = all.filter(() => world.chance() < 0.5)
  return some.length > 0 ? some : [pick(world.chance, all)]
}

/** What somebody fills into some fields of the kind. */
export const wordsFor = (world: World, kind: string): Fields =>
  Object.fromEntries(fieldsFor(world, kind).map((field) => [field, words(world, field)]))

export const kinds: readonly string[] = Object.keys(fields)
