import type { Row } from '../../../db/show.ts'
import { isNamed, keysOfTown } from '../../../db/town-keys.ts'
import { textOf } from '../../../records/fields.ts'
import { datesOf, stateOf, typeOf } from '../../../records/kinds/partnership.ts'
import { sinceOf } from '../../../records/partnership-since.ts'
import { linkStateKeys, linkTypeKeys } from '../../../ui/link-words.ts'
import { roughDate } from '../../../ui/rough-dates.ts'
import type { Names } from './names.ts'
import { lines, type Say } from './section.ts'

/** A partnership that is written down, with what its town is called and by what names it is known. */
export type Partner = { readonly town: string; readonly keys: ReadonlySet<string>; readonly row: Row }

/** The partnerships of a notebook whose towns are known. */
export const partnersOf = (partnerships: readonly Row[], towns: readonly Row[]): Partner[] =>
  partnerships.flatMap((row) => {
    const town = towns.find(({ id }) => id === textOf(row.fields, 'there'))
    return town?.label ? [{ town: town.label.trim(), keys: keysOfTown(town.fields), row }] : []
  })

/** The partner that a typed name means. */
export const partnerCalled = (partners: readonly Partner[], name: string): Partner | undefined =>
  partners.find(({ keys }) => isNamed(name, keys))

/** What a partnership is, how it stands and why, and since when it counts. */
export function standingLines({ row: { fields } }: Partner, { mask }: Names, { t, language }: Say): string {
  const since = roughDate(sinceOf(fields), language)
  const why = mask(textOf(fields, 'stateWhy').trim())
  const isOver = ['resting', 'ended'].includes(stateOf(fields))
  return lines(
    `${t(linkTypeKeys[typeOf(fields)])}, ${t(linkStateKeys[stateOf(fields)])}`,
    since && t('yearly.since', { when: since }),
    isOver && why && t('yearly.why', { reason: why }),
  )
}

/** Whether a paper is what a partnership's own date speaks of: its anniversary is told once. */
export const isToldBy = (partners: readonly Partner[], { fields }: Row): boolean =>
  partners.some(
    ({ row }) =>
      row.id === fields['partnership'] &&
      datesOf(row.fields).some(({ value }) => value.date !== '' && value.date === fields['date']),
  )
