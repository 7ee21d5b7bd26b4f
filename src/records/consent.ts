import { uses, type Use } from '../shared/uses.ts'
import type { Fields } from '../shared/value.ts'
import { textOf } from './fields.ts'

/** As long as somebody is younger, the parents have to agree too. */
const ofAge = 18

/**
 * Whether somebody is under age, as far as it is known: by the year of birth, or because somebody ticked it.
 * @param today 'YYYY-MM-DD'
 */
export function isMinor(fields: Fields, today: string): boolean {
  const birthday = textOf(fields, 'birthday')
  if (!/^\d{4}-\d\d-\d\d$/.test(birthday)) return fields['isMinor'] === true
  const grownUp = `${String(Number(birthday.slice(0, 4)) + ofAge).padStart(4, '0')}${birthday.slice(4)}`
  return today < grownUp
}

/** Whose agreement is missing. */
export type Lack = 'person' | 'parents'

const parentsLack = (fields: Fields, today: string): Lack | undefined =>
  isMinor(fields, today) && textOf(fields, 'parentsOn') === '' ? 'parents' : undefined

/** What is missing before a person may be seen in a photo in all of these uses; undefined where nothing is. */
export function photoLack(fields: Fields, wanted: readonly Use[], today: string): Lack | undefined {
  if (wanted.some((use) => fields[`shownIn/${use}`] !== true)) return 'person'
  return parentsLack(fields, today)
}

/** Whether a person may be named in what the association makes public. */
export const mayBePosted = (fields: Fields, today: string): boolean =>
  textOf(fields, 'namedInPostsOn') !== '' && parentsLack(fields, today) === undefined

/** What a channel is used for; while nobody said, it may be anything. */
export const usesOfChannel = (fields: Fields): readonly Use[] => {
  const known = uses.find((use) => use === fields['use'])
  return known ? [known] : uses
}
