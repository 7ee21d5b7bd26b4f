import type { Language } from '../../shared/language.ts'
import { shownText } from '../../shared/register/text.ts'
import type { TextKey, Translate } from '../../ui/text.ts'
import type { Check } from './doubts.ts'
import type { Suggested, Told } from './question.ts'

/** So many reasons are said: the others weigh little. */
const mostSaid = 4

/** `own`: how many people the town has that is asked about, 0 for unknown; `isOurs`: it is that of whoever reads. */
export type Saying = {
  readonly t: Translate
  readonly language: Language
  readonly own: number
  readonly isOurs: boolean
}

/** Of reasons in their order those that are said: the weightiest, and what is missing. */
export function toSay<T extends { readonly part: string; readonly missing?: true }>(
  reasons: readonly T[],
): T[] {
  const isData = ({ part, missing }: T): boolean => part === 'data' || missing === true
  return [...reasons.filter((reason) => !isData(reason)).slice(0, mostSaid), ...reasons.filter(isData)]
}

const listOf = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(language).format(names)

const numberOf = (number: number, language: Language): string =>
  new Intl.NumberFormat(language).format(Number(number.toPrecision(3)))

/** What is said of a size: alike within twice as much. Of an unknown one nothing, that is told as missing. */
function sizeWords({ people }: Suggested, { own, isOurs, t, language }: Saying): string {
  if (people === 0 || own === 0) return ''
  const number = numberOf(people, language)
  const isAlike = Math.max(people, own) <= 2 * Math.min(people, own)
  if (isAlike) return t(isOurs ? 'fit.reason.sizeAlike' : 'fit.there.sizeAlike', { number, count: people })
  return t(people < own ? 'fit.reason.smaller' : 'fit.reason.larger', { number, count: people })
}

function wordsOf({ part, via, km }: Told, town: Suggested, saying: Saying): string {
  const { t, language, isOurs } = saying
  const [one = '', other = ''] = via
  switch (part) {
    case 'network':
      return via.length > 0
        ? t(isOurs ? 'fit.reason.network' : 'fit.there.network', {
            count: via.length,
            partners: listOf(via, language),
            town: shownText(town.name),
          })
        : t(isOurs ? 'fit.reason.networkAny' : 'fit.there.networkAny')
    case 'friends':
      return via.length > 0 ? t('fit.reason.friends', { one, other }) : t('fit.reason.friendsAny')
    case 'size':
      return sizeWords(town, saying)
    case 'nearness':
      return t('fit.reason.nearness', { km: new Intl.NumberFormat(language).format(Math.round(km ?? 0)) })
    case 'region':
      if (other !== '' && other === shownText(town.name)) return t('fit.reason.regionSame', { one })
      return via.length > 0
        ? t(isOurs ? 'fit.reason.region' : 'fit.there.region', { one, other })
        : t(isOurs ? 'fit.reason.regionAny' : 'fit.there.regionAny')
    case 'ties':
      return town.partners > 0 ? t('fit.reason.ties', { count: town.partners }) : ''
    case 'name':
      return t('fit.reason.name')
    case 'data':
      return ''
  }
}

/** Why a town is suggested: a sentence for each reason, those that weigh most first. */
export const reasonWords = (town: Suggested, saying: Saying): string[] =>
  toSay(town.reasons)
    .map((reason) => wordsOf(reason, town, saying))
    .filter(Boolean)

/** What isn't known of a town: then the suggestion says less than others do. */
export function missingWords({ people, partners }: Suggested, { t }: Pick<Saying, 't'>): string[] {
  return [people === 0 && t('fit.missing.size'), partners === 0 && t('fit.missing.ties')].flatMap(
    (words) => words || [],
  )
}

const checkKeys: { readonly [why in Exclude<Check['why'], 'war'>]: TextKey } = {
  resting: 'fit.check.resting',
  ended: 'fit.check.ended',
  wartime: 'fit.check.wartime',
}

/** What somebody has to look at before anything is built on the reasons, each in a sentence. */
export const checkWords = (
  { checks }: Suggested,
  { t, language }: Pick<Saying, 't' | 'language'>,
): string[] =>
  checks.map(({ why, towns }) =>
    why === 'war'
      ? t('fit.check.war', { towns: listOf(towns, language) })
      : t(checkKeys[why], { one: towns[0] ?? '', other: towns[1] ?? '' }),
  )
