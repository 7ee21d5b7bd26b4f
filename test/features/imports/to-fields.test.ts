import { describe, expect, it } from 'vitest'
import { toFields, type Say } from '../../../src/features/imports/to-fields.ts'
import { emailsOf, phonesOf } from '../../../src/records/contact.ts'
import { tickedIn } from '../../../src/records/fields.ts'
import { newId } from '../../../src/shared/ids.ts'
import { card } from './cards.ts'

const say: Say = ({ what, value }) => `${what}: ${value}`

describe('a card as fields of a person', () => {
  it('keeps numbers and addresses in the order of the card, a fax as another number and as a remark', () => {
    const numbers = ['1111111', '2222222', '3333333', '4444444'].map((number) => ({
      number,
      label: 'fax' as const,
    }))
    const addresses = ['d', 'c', 'b', 'a'].map((name) => ({ address: `${name}@example.org` }))
    const fields = toFields(card({ phones: numbers, emails: addresses }), say)
    expect(phonesOf(fields).map((phone) => phone.value)).toEqual(
      numbers.map(({ number }) => ({ number, label: 'other' })),
    )
    expect(emailsOf(fields).map((email) => email.value)).toEqual(addresses)
    expect(fields['remarks']).toBe(numbers.map(({ number }) => `fax: ${number}`).join('\n'))
  })

  it('puts the organisation in front of the role, but not where it is the name', () => {
    const said = { organisation: 'Baráti Társaság', role: 'elnök' }
    expect(toFields(card({ ...said, familyName: 'Kiss' }), say)['role']).toBe('Baráti Társaság, elnök')
    expect(toFields(card({ ...said, shownName: 'Baráti Társaság' }), say)['role']).toBe('elnök')
  })

  it('lets the remarks tell what a person has no field for, each on a line of its own', () => {
    const fields = toFields(
      card({
        remarks: 'Zwei Katzen.\nRuft abends zurück.',
        extras: [
          { what: 'nickname', value: 'Anni' },
          { what: 'address', value: 'Hauptstr. 1\n12345 Musterstadt' },
        ],
        groups: ['Chor', 'Vorstand'],
      }),
      say,
    )
    expect(fields['remarks']).toBe(
      'Zwei Katzen.\nRuft abends zurück.\nnickname: Anni\naddress: Hauptstr. 1, 12345 Musterstadt\ngroups: Chor, Vorstand',
    )
  })

  it('ticks groups that have a record instead of remarking them', () => {
    const groups = [newId(), newId()]
    const fields = toFields(card({ groups: ['Chor', 'Vorstand'], languages: ['pl'] }), say, groups)
    expect(tickedIn(fields, 'groups').sort()).toEqual([...groups].sort())
    expect(tickedIn(fields, 'languages')).toEqual(['pl'])
    expect(fields).not.toHaveProperty('remarks')
  })

  it('calls a card without a name by its address or number', () => {
    expect(toFields(card({ emails: [{ address: 'a@example.org' }] }), say)['shownName']).toBe('a@example.org')
    expect(toFields(card({ phones: [{ number: '030 1234', label: 'work' }] }), say)['shownName']).toBe(
      '030 1234',
    )
  })

  it('has no empty fields', () => {
    expect(toFields(card({ givenName: 'Anna' }), say)).toEqual({ givenName: 'Anna', familyFirst: false })
  })
})
