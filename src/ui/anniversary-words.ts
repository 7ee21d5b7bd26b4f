import type { Language } from '../shared/language.ts'
import { precisionOf } from '../shared/rough-date.ts'
import { longDate, mediumDate } from './dates.ts'
import type { Translate } from './text.ts'

const polishMonths =
  'w styczniu,w lutym,w marcu,w kwietniu,w maju,w czerwcu,w lipcu,w sierpniu,we wrześniu,w październiku,w listopadzie,w grudniu'
    .replaceAll(' ', '\u00A0')
    .split(',')

const hungarianMonths =
  'januárjában,februárjában,márciusában,áprilisában,májusában,júniusában,júliusában,augusz\u00ADtusában,szeptem\u00ADberében,október\u00ADében,novem\u00ADberében,decem\u00ADberében'.split(
    ',',
  )

function inMonth(date: string, language: Language): string {
  const [year = '', month = ''] = date.split('-')
  const at = Number(month) - 1
  if (language === 'pl') return `${polishMonths[at]} ${year}`
  if (language === 'hu') return `${year} ${hungarianMonths[at]}`
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2000, at, 5),
  )
  return `${language === 'de' ? 'im' : 'in'} ${name}\u00A0${year}`
}

const inYear: { readonly [language in Language]: (year: string) => string } = {
  de: (year) => `im Jahr\u00A0${year}`,
  en: (year) => `in the year\u00A0${year}`,
  pl: (year) => `w\u00A0roku\u00A0${year}`,
  hu: (year) => `a\u00A0${year}. évben`,
}

/** "Montag, 3. Mai 2027", "im Mai 2027", "im Jahr 2027": when something is that is as exact as its beginning. */
export function whenRough(date: string, language: Language, isShort = false): string {
  const precision = precisionOf(date)
  if (precision === 'month') return inMonth(date, language)
  if (precision === 'year') return inYear[language](date)
  return isShort ? mediumDate(date, language) : longDate(date, language)
}

/** "40 Jahre mit Whitby"; of two other towns "40 Jahre: Dortmund – Leeds". */
export const yearsWords = (years: number, town: string, both: string, t: Translate): string =>
  town
    ? t('ui.anniversary.with', { count: years, town })
    : t('ui.anniversary.of', { count: years, name: both })
