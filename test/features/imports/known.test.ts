import { describe, expect, it } from 'vitest'
import { identityOfCard, identityOfFields, Known } from '../../../src/features/imports/known.ts'
import { toFields } from '../../../src/features/imports/to-fields.ts'
import type { ImportedPerson } from '../../../src/features/imports/vcard/types.ts'
import { anna, card } from './cards.ts'

function isKnown(person: ImportedPerson): boolean {
  const known = new Known()
  known.add(identityOfFields(toFields(anna, () => '')))
  return known.has(identityOfCard(person))
}

describe('somebody known already', () => {
  it('has the same name and the same number, however it is written', () => {
    expect(isKnown({ ...anna, emails: [], phones: [{ number: '012 3456789', label: 'work' }] })).toBe(true)
  })

  it('has the same name and the same address', () => {
    expect(isKnown({ ...anna, phones: [], emails: [{ address: 'Anna@Example.org' }] })).toBe(true)
  })

  it('may be written without accents, with the family name first or with a title', () => {
    expect(isKnown({ ...anna, familyFirst: true, givenName: 'ANNA' })).toBe(true)
    expect(isKnown({ ...anna, shownName: 'Dr. Anna Nowak' })).toBe(true)
    expect(isKnown({ ...anna, givenName: '', familyName: '', shownName: 'Nowak, Anna' })).toBe(true)
  })

  it('is not somebody else of that name, nor somebody else of that household', () => {
    expect(isKnown({ ...anna, phones: [{ number: '+48 12 345 67 80', label: 'work' }], emails: [] })).toBe(
      false,
    )
    expect(isKnown({ ...anna, givenName: 'Adam' })).toBe(false)
    expect(isKnown(card({ givenName: 'Anna', familyName: 'Nowak' }))).toBe(false)
  })
})
