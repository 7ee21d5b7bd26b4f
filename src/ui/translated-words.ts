import { languageNames, languages } from '../shared/language.ts'
import type { Value } from '../shared/value.ts'
import type { FieldWords } from './field-words.ts'
import { sayAny, sayLanguage } from './sayings.ts'

const partOf = (value: Value, part: string): string => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return ''
  return sayAny((value as { readonly [name: string]: Value })[part] ?? null)
}

/** How translations are called and said: the same for all kinds, by the words for their own fields. */
export const withTranslations = (own: FieldWords): FieldWords => ({
  language: { name: 'ui.own.language', say: sayLanguage },
  in: {
    name: 'ui.own.translated',
    say: (value, { t }) => {
      const [text, by] = [partOf(value, 'text'), partOf(value, 'by')]
      return text && by ? `${text}\n${t('ui.own.translatedBy', { name: by })}` : text
    },
    whose: ([code = '', ...field], { t }) => {
      const language = languages.find((one) => one === code)
      const word = own[field.join('/')] ?? own[field[0] ?? '']
      return [language ? languageNames[language] : code, word && t(word.name)].filter(Boolean).join(', ')
    },
  },
  ...own,
})
