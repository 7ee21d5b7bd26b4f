import type { ImportedPerson } from '../../../src/features/imports/vcard/types.ts'

/** A card that says nothing but this. */
export function card(said: Partial<ImportedPerson> = {}): ImportedPerson {
  return {
    givenName: '',
    familyName: '',
    shownName: '',
    familyFirst: false,
    role: '',
    organisation: '',
    town: '',
    address: '',
    phones: [],
    emails: [],
    birthday: '',
    languages: [],
    remarks: '',
    groups: [],
    extras: [],
    uid: '',
    ...said,
  }
}

export const anna = card({
  givenName: 'Anna',
  familyName: 'Nowak',
  town: 'Kraków',
  phones: [{ number: '+48 12 345 67 89', label: 'landline' }],
  emails: [{ address: 'anna@example.org' }],
})
