import type { Ends } from '../../db/anniversaries.ts'
import type { Row } from '../../db/show.ts'
import type { Anniversary } from '../../records/anniversaries.ts'
import type { Celebration } from '../../records/celebration.ts'
import type { Counting, DateType } from '../../records/kinds/partnership.ts'
import { townNameIn } from '../../records/kinds/town.ts'
import { roughDate } from '../../ui/rough-dates.ts'
import { yearsWords } from '../../ui/anniversary-words.ts'
import { mediumDate } from '../../ui/dates.ts'
import type { Text, TextKey } from '../../ui/text.ts'

type Say = Pick<Text, 't' | 'language'>

const nameOf = (town: Row | undefined, { language }: Say): string =>
  town ? townNameIn(town.fields, language) : ''

/** "40 Jahre mit Whitby"; without the other town, as between two towns that are not ours, "50 Jahre: Dortmund – Leeds". */
export const titleOf = (years: number, partnership: Row, other: Row | undefined, say: Say): string =>
  yearsWords(years, nameOf(other, say), partnership.label, say.t)

const beganKeys: { readonly [type in DateType]: TextKey } = {
  firstContact: 'anniversaries.began.firstContact',
  decided: 'anniversaries.began.decided',
  signedHere: 'anniversaries.began.signedHere',
  signedThere: 'anniversaries.began.signedThere',
  renewed: 'anniversaries.began.renewed',
  other: 'anniversaries.began.other',
}

/** "Unterschrieben in Whitby: 3. Mai 1987" */
export function beganWords({ began }: Anniversary, { here, there }: Ends, say: Say): string {
  const { t, language } = say
  const town = nameOf(began.type === 'signedThere' ? there : here, say)
  const key =
    !town && (began.type === 'signedHere' || began.type === 'signedThere')
      ? 'anniversaries.began.signed'
      : beganKeys[began.type]
  return t(key, { date: roughDate(began.date, language), town })
}

const sideKeys: { readonly [side in Exclude<Counting, 'nobody'>]: TextKey } = {
  both: 'anniversaries.counts.both',
  here: 'anniversaries.counts.side',
  there: 'anniversaries.counts.side',
}

/** Whose anniversary it is: "So zählen beide Seiten", "So zählt Whitby". */
export function countsWords({ began }: Anniversary, { here, there }: Ends, say: Say): string {
  if (began.counts === 'nobody') return ''
  const town = nameOf(began.counts === 'here' ? here : there, say)
  const isUnnamed = began.counts !== 'both' && !town
  return isUnnamed
    ? say.t(began.counts === 'here' ? 'anniversaries.counts.us' : 'anniversaries.counts.them')
    : say.t(sideKeys[began.counts], { town })
}

/** When it is meant to be celebrated, and when it was; a line each. */
export const celebrationLines = ({ plannedOn, celebratedOn }: Celebration, say: Say): string[] =>
  [
    plannedOn && say.t('anniversaries.planned', { date: mediumDate(plannedOn, say.language) }),
    celebratedOn && say.t('anniversaries.celebrated', { date: roughDate(celebratedOn, say.language) }),
  ].filter(Boolean)
