import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concat } from '../../../../src/shared/bytes.ts'
import { readVcards } from '../../../../src/features/imports/vcard/read.ts'
import { fixture, fixtureNames, now, textBytes } from './fixtures.ts'

const telling = [
  '\r\n',
  '\n ',
  '=\n',
  '=C3',
  ';',
  ':',
  '"',
  '\\',
  ',',
  'BEGIN:VCARD\n',
  'END:VCARD\n',
  'AGENT:\n',
  '\u0000',
]

/** Cut out `remove` bytes at a place (0..1 of the length) and put others there. */
const edit = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat(40),
  insert: fc.oneof(fc.uint8Array({ maxLength: 8 }), fc.constantFrom(...telling).map(textBytes)),
})

function check(bytes: Uint8Array): void {
  const result = readVcards(bytes, { now })
  if (!result.ok) {
    expect(['too-large', 'not-a-vcard', 'broken', 'empty']).toContain(result.problem)
    return
  }
  expect(result.cards.length).toBeGreaterThan(0)
  for (const person of result.cards) {
    expect(person.birthday).toMatch(/^(?:(?:\d{4}|-)-\d{2}-\d{2})?$/)
    for (const { number } of person.phones) expect(number).toMatch(/\d/)
    for (const { address } of person.emails) expect(address).toMatch(/^[^\s@]+@[^\s@]+$/)
    for (const line of [person.givenName, person.familyName, person.shownName, person.town, person.role]) {
      expect(line).toBe(line.normalize('NFC').trim())
      expect(line).not.toMatch(/\p{Cc}/u)
    }
  }
}

test('damaged fixtures always give a result', () => {
  const damaged = fc.tuple(fc.constantFrom(...fixtureNames), fc.array(edit, { minLength: 1, maxLength: 12 }))
  fc.assert(
    fc.property(damaged, ([name, edits]) => {
      let bytes = fixture(name)
      for (const { place, remove, insert } of edits) {
        const at = Math.floor(place * bytes.length)
        bytes = concat(bytes.subarray(0, at), insert, bytes.subarray(at + remove))
      }
      check(bytes)
    }),
    { numRuns: 1500 },
  )
})

test('any bytes, and any lines in a card, always give a result', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), check), { numRuns: 500 })
  const names = fc.constantFrom(
    'N',
    'FN',
    'TEL',
    'ADR',
    'BDAY',
    'ORG',
    'NOTE',
    'PHOTO',
    'EMAIL',
    'KIND',
    'CATEGORIES',
    'LANG',
  )
  const params = fc.constantFrom(
    '',
    ';CELL',
    ';ENCODING=QUOTED-PRINTABLE',
    ';BASE64',
    ';CHARSET=windows-1250',
    ';PREF=1',
  )
  const line = fc
    .tuple(names, params, fc.string({ unit: 'binary' }))
    .map(([name, param, value]) => `${name}${param}:${value}`)
  fc.assert(
    fc.property(fc.array(line), (lines) => check(textBytes(['BEGIN:VCARD', ...lines].join('\n')))),
    { numRuns: 1000 },
  )
})
