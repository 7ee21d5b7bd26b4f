import type { Row } from '../../db/show.ts'
import type { Counting, DateType } from '../../records/kinds/partnership.ts'
import { townNameIn } from '../../records/kinds/town.ts'
import type { Language } from '../../shared/language.ts'
import type { TextKey, Translate } from '../../ui/text.ts'

/** Of both sides, what they are called where something is said of one of them. */
export type Sides = { readonly here: string; readonly there: string }

/** How a side is called while its town has no name yet. */
export const sideKeys: { readonly [side in keyof Sides]: TextKey } = {
  here: 'partnerships.side.here',
  there: 'partnerships.side.there',
}

/** What happened on a date, where it doesn't matter on which side. */
export const dateTypeKeys: { readonly [type in DateType]: TextKey } = {
  firstContact: 'partnerships.date.firstContact',
  decided: 'partnerships.date.decided',
  signedHere: 'partnerships.date.signedHere',
  signedThere: 'partnerships.date.signedThere',
  renewed: 'partnerships.date.renewed',
  other: 'partnerships.date.other',
}

/** The same with the names of the towns. */
export function dateTypeWords(type: DateType, { here, there }: Sides, t: Translate): string {
  if (type === 'signedHere' && here) return t('partnerships.date.signedIn', { town: here })
  if (type === 'signedThere' && there) return t('partnerships.date.signedIn', { town: there })
  return t(dateTypeKeys[type])
}

export const countingKeys: { readonly [counts in Counting]: TextKey } = {
  both: 'partnerships.counts.both',
  here: 'partnerships.counts.here',
  there: 'partnerships.counts.there',
  nobody: 'partnerships.counts.nobody',
}

/** Who counts the years from a date. */
export function countingWords(counts: Counting, { here, there }: Sides, t: Translate): string {
  if (counts === 'here' && here) return t('partnerships.counts.only', { town: here })
  if (counts === 'there' && there) return t('partnerships.counts.only', { town: there })
  return t(countingKeys[counts])
}

/** What a partnership is called: both towns in the reader's language, where their records are here. */
export const nameOf = (label: string, { here, there }: Sides): string =>
  here && there ? `${here} – ${there}` : label

export const townName = (town: Row | undefined, language: Language): string =>
  town && town.list !== 'bin' ? townNameIn(town.fields, language) : ''
