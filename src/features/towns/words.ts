import { textOf } from '../../records/fields.ts'
import { typeOf } from '../../records/kinds/partnership.ts'
import { townNameIn } from '../../records/kinds/town.ts'
import { sinceOf } from '../../records/partnership-since.ts'
import { sortByName } from '../../shared/collate.ts'
import type { Language } from '../../shared/language.ts'
import { countryName } from '../../ui/country-name.ts'
import { mediumDate } from '../../ui/dates.ts'
import { linkStateKeys, linkTypeKeys } from '../../ui/link-words.ts'
import { roughDate } from '../../ui/rough-dates.ts'
import type { TextKey, Translate } from '../../ui/text.ts'
import { groupNames, groupOf, type GroupName, type Linked } from './linked.ts'

export const groupKeys: { readonly [name in GroupName]: TextKey } = {
  ...linkStateKeys,
  none: 'towns.withoutLink',
}

/** What a partner town is called in the reader's language; a link between other towns by both their names. */
export function nameOf({ town, home, partnership }: Linked, language: Language): string {
  const name = town ? townNameIn(town.fields, language) : ''
  const isBetweenOthers = home && town && ![home, town].some(({ fields }) => fields['isOurs'] === true)
  return isBetweenOthers
    ? `${townNameIn(home.fields, language)} – ${name}`
    : name || (partnership?.label ?? '')
}

/** "Polen", "Städtepartnerschaft" */
export const whatItIs = ({ town, partnership }: Linked, t: Translate, language: Language): string[] =>
  [
    town ? countryName(textOf(town.fields, 'country'), language) : '',
    partnership ? t(linkTypeKeys[typeOf(partnership.fields)]) : '',
  ].filter(Boolean)

/** "12. Mai 1991", as exact as it is known; '' where nobody knows or there is no partnership. */
export const sinceWords = ({ partnership }: Linked, language: Language): string =>
  partnership ? roughDate(sinceOf(partnership.fields), language) : ''

/** "5. Juni 2027, Chorfest", or "Mai 2027, 40 Jahre", whichever comes first. */
export function nextWords({ next, anniversary }: Linked, t: Translate, language: Language): string {
  if (anniversary && (!next || anniversary.on <= next.date))
    return `${roughDate(anniversary.on, language)}, ${t('towns.years', { count: anniversary.years })}`
  return next ? [mediumDate(next.date, language), next.row.label].filter(Boolean).join(', ') : ''
}

/** The page behind a line of the list. */
export const pathOf = ({ town, partnership }: Linked): string =>
  partnership ? `/partnerships/${partnership.id}` : `/towns/${town?.id}`

/** A partner town by its number on the map and in the list. */
export type Numbered = { readonly one: Linked; readonly number: number }

export type Group = { readonly name: GroupName; readonly towns: readonly Numbered[] }

/** Partner towns by how the partnership stands, and then by name, numbered through; groups without any are left out. */
export function inGroups(linked: readonly Linked[], language: Language): Group[] {
  let number = 0
  return groupNames
    .map((name) => ({
      name,
      towns: sortByName(
        linked.filter((one) => groupOf(one) === name),
        (one) => nameOf(one, language),
        language,
      ).map((one) => ({ one, number: (number += 1) })),
    }))
    .filter(({ towns }) => towns.length > 0)
}
