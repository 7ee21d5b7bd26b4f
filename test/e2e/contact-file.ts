import type { House } from './house.ts'

export type Card = {
  name: readonly [given: string, family: string]
  phone?: string
  /** A landline, a number at work ... beside the mobile one. */
  otherPhones?: readonly string[]
  email?: string
  groups?: string
  town?: string
}

/** A contact file as another address book would hand it out. */
export function contactFile(cards: readonly Card[]): { name: string; mimeType: string; buffer: Buffer } {
  const text = cards.map(({ name: [given, family], phone, otherPhones = [], email, groups, town }) =>
    [
      'BEGIN:VCARD',
      'VERSION:3.0',
      `N:${family};${given};;;`,
      `FN:${given} ${family}`,
      phone && `TEL;TYPE=CELL:${phone}`,
      ...otherPhones.map((number, index) => `TEL;TYPE=${index === 0 ? 'HOME' : 'WORK'}:${number}`),
      email && `EMAIL:${email}`,
      town && `ADR;TYPE=HOME:;;Lange Straße 5;${town};;20095;`,
      groups && `CATEGORIES:${groups}`,
      'END:VCARD',
    ]
      .filter(Boolean)
      .join('\r\n'),
  )
  return { name: 'kontakte.vcf', mimeType: 'text/vcard', buffer: Buffer.from(`${text.join('\r\n')}\r\n`) }
}

/** Chooses a contact file and arrives where everybody in it can be checked; nothing is saved yet. */
export async function chooseFile({ page, say }: House, cards: readonly Card[]): Promise<void> {
  await page.goto('/#/contacts-in')
  await page.getByLabel(say('imports.choose')).setInputFiles(contactFile(cards))
  await page.getByText(say('imports.found', { count: cards.length })).waitFor({ timeout: 60_000 })
}

/** The button that takes over so many people. */
export const takeButton = ({ page, say }: House, count: number): ReturnType<House['page']['getByRole']> =>
  page.getByRole('button', { name: say('imports.take', { count }), exact: true }).first()
