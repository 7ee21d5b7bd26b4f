import { languageNames, languages } from '../../shared/language.ts'
import { themes } from '../../shared/register/words.ts'
import type { FieldWords, Saying } from '../../ui/field-words.ts'
import { sayChoice, sayDay, sayLanguage, sayRecord, sayTick, whoseRecord } from '../../ui/sayings.ts'
import { wordsOfTheme } from '../../ui/theme-words.ts'
import { typeKeys } from './words.ts'

const whoseLanguage = ([code = '']: readonly string[]): string => {
  const known = languages.find((language) => language === code)
  return known ? languageNames[known] : ''
}

const whoseTheme = ([code = '']: readonly string[], { t }: Saying): string => {
  const known = themes.find((theme) => theme === code)
  return known ? t(wordsOfTheme[known]) : ''
}

const sayMoment: typeof sayDay = (value, saying) =>
  sayDay(typeof value === 'string' ? value.slice(0, 10) : '', saying)

/** How the fields of an entry of the public register are called and said. */
export const publicationWords: FieldWords = {
  about: { name: 'register.about', say: sayRecord },
  type: { name: 'register.typeField', say: sayChoice(typeKeys) },
  association: { name: 'register.association' },
  title: { name: 'register.titleField' },
  language: { name: 'register.language', say: sayLanguage },
  texts: { name: 'register.textField', long: true, whose: whoseLanguage },
  again: { name: 'register.again', long: true, whose: whoseLanguage },
  withWhom: { name: 'register.withWhom' },
  themes: { name: 'register.themes', say: sayTick, whose: whoseTheme },
  seeking: { name: 'register.seeks', say: sayTick },
  towns: { name: 'register.towns', say: sayTick, whose: whoseRecord },
  dates: { name: 'register.dates', say: sayTick },
  'shows/place': { name: 'register.showPlace', say: sayTick },
  'shows/link': { name: 'register.showLink', say: sayTick },
  mail: { name: 'register.mail' },
  web: { name: 'register.web' },
  phone: { name: 'register.phone' },
  publishedAt: { name: 'register.publishedOn', say: sayMoment },
  changedAt: { name: 'register.changedOn', say: sayMoment },
  withdrawnAt: { name: 'register.withdrawnOn', say: sayMoment },
}
