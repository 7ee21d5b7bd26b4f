import type { Bytes } from '../../../shared/bytes.ts'

export type PhoneLabel = 'mobile' | 'landline' | 'work' | 'fax' | 'other'

export interface ImportedPhone {
  /** As the card writes it, on one line. */
  number: string
  label: PhoneLabel
}

export interface ImportedPhoto {
  /** Found from the first bytes, not from what the card says. */
  type: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif'
  bytes: Bytes
}

/**
 * What a card also says and a person has no field for. The value stands without a label: that is the
 * screen's word.
 */
export interface Extra {
  what: 'nickname' | 'anniversary' | 'spouse' | 'related' | 'address'
  /** An anniversary is written like a birthday. An address may have several lines. */
  value: string
}

/**
 * One person of a contact file. Text is NFC, trimmed and free of control characters; '' and [] mean "not
 * said".
 */
export interface ImportedPerson {
  givenName: string
  familyName: string
  /** The written name where it says more than the two above (a title, an organisation alone), else ''. */
  shownName: string
  /** Whether the card writes the family name first, as Hungarian cards do. */
  familyFirst: boolean
  role: string
  organisation: string
  town: string
  /** Lines divided by \n. */
  address: string
  phones: ImportedPhone[]
  emails: { address: string }[]
  /** 'YYYY-MM-DD', '--MM-DD' where the year isn't known, or ''. */
  birthday: string
  /** Primary language subtags such as 'de', the preferred one first. */
  languages: string[]
  /** Notes and web addresses, lines divided by \n. */
  remarks: string
  groups: string[]
  extras: Extra[]
  photo?: ImportedPhoto
  uid: string
}

/** Why nothing of a file could be read: the screen has one sentence for each. */
export type VcardProblem = 'too-large' | 'not-a-vcard' | 'broken' | 'empty'

export type VcardResult =
  { ok: true; cards: ImportedPerson[]; unreadable: number } | { ok: false; problem: VcardProblem }
