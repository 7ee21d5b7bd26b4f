import type { Row } from '../../../db/show.ts'
import { isNamed, keysOfTown } from '../../../db/town-keys.ts'
import { textOf } from '../../../records/fields.ts'
import { stateOf, typeOf } from '../../../records/kinds/partnership.ts'
import { sinceOf } from '../../../records/partnership-since.ts'
import { linkStateKeys, linkTypeKeys } from '../../../ui/link-words.ts'
import { roughDate } from '../../../ui/rough-dates.ts'
import type { Material } from './material.ts'
import type { Names } from '../../../records/names.ts'
import { lines, type Say } from './section.ts'

/** A partnership that is written down, with what its town is called and by what names it is known. */
export type Partner = { readonly town: string; readonly keys: ReadonlySet<string>; readonly row: Row }

/** Our partnerships whose other town is known. */
export const partnersOf = ({ partnerships, towns }: Pick<Material, 'partnerships' | 'towns'>): Partner[] =>
  partnerships.flatMap((row) => {
    const ends = ['there', 'here'].flatMap(
      (end) => towns.find(({ id }) => id === textOf(row.fields, end)) ?? [],
    )
    const town = ends.find(({ fields }) => fields['isOurs'] !== true) ?? ends[0]
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
