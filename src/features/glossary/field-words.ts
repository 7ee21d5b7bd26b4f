import { languageNames, languages } from '../../shared/language.ts'
import type { FieldWords } from '../../ui/field-words.ts'

/** How the fields of a word of the glossary are called and said. */
export const termWords: FieldWords = {
  name: { name: 'glossary.name' },
  forms: {
    name: 'glossary.form',
    whose: ([code = '']) => {
      const language = languages.find((one) => one === code)
      return language ? languageNames[language] : code
    },
  },
  remarks: { name: 'glossary.remarks', long: true },
}
