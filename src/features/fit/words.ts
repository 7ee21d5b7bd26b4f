import type { Language } from '../../shared/language.ts'
import type { Translate } from '../../ui/text.ts'
import type { Suggested, Told } from './question.ts'

/** So many reasons are said: the others weigh little. */
const mostSaid = 4

type Saying = { readonly t: Translate; readonly language: Language }

const listOf = (names: readonly string[], language: Language): string =>
  new Intl.ListFormat(language).format(names)

const numberOf = (number: number, language: Language): string =>
  new Intl.NumberFormat(language).format(Number(number.toPrecision(3)))

/** What is said of a size; `own` is how many people the town itself has, 0 for unknown. */
function sizeWords({ people }: Suggested, own: number, { t, language }: Saying): string {
  if (people === 0) return t('fit.reason.sizeUnknown')
  if (own === 0) return ''
  const number = numberOf(people, language)
  const isAlike = Math.max(people, own) <= 2 * Math.min(people, own)
  return t(isAlike ? 'fit.reason.sizeAlike' : 'fit.reason.size', { number, count: people })
}

function wordsOf({ part, via, km }: Told, town: Suggested, own: number, saying: Saying): string {
  const { t, language } = saying
  const [one = '', other = ''] = via
  switch (part) {
    case 'network':
      return via.length > 0
        ? t('fit.reason.network', { count: via.length, partners: listOf(via, language), town: town.name })
        : t('fit.reason.networkAny')
    case 'friends':
      return via.length > 0 ? t('fit.reason.friends', { one, other }) : t('fit.reason.friendsAny')
    case 'size':
      return sizeWords(town, own, saying)
    case 'nearness':
      return t('fit.reason.nearness', { km: new Intl.NumberFormat(language).format(Math.round(km ?? 0)) })
    case 'region':
      return via.length > 0 ? t('fit.reason.region', { one, other }) : t('fit.reason.regionAny')
    case 'ties':
      return t('fit.reason.ties', { count: town.partners })
    case 'name':
      return t('fit.reason.name')
    case 'data':
      return ''
  }
}

/** Why a town is suggested: a sentence for each reason, those that weigh most first; then what is missing. */
export function reasonWords(town: Suggested, own: number, saying: Saying): string[] {
  const isMissing = ({ missing }: Told): boolean => missing === true
  const said = town.reasons.filter((reason) => !isMissing(reason)).slice(0, mostSaid)
  return [...said, ...town.reasons.filter(isMissing)]
    .map((reason) => wordsOf(reason, town, own, saying))
    .filter(Boolean)
}

/** Whether so little is known that the suggestion says hardly anything. */
export const isThin = ({ reasons }: Suggested): boolean => reasons.some(({ part }) => part === 'data')
