import type { FieldWords } from '../../ui/field-words.ts'
import { roughDate } from '../../ui/rough-dates.ts'
import { sayAny, sayChoice, sayLanguage, sayRecord, sayTick, whoseRecord } from '../../ui/sayings.ts'
import { typeKeys } from './types.ts'

/** How the fields of a paper are called and said. */
export const documentWords: FieldWords = {
  title: { name: 'chronicle.titleField' },
  type: { name: 'chronicle.type.legend', say: sayChoice(typeKeys) },
  date: { name: 'chronicle.when', say: (value, { language }) => roughDate(sayAny(value), language) },
  people: { name: 'chronicle.people', say: sayTick, whose: whoseRecord },
  town: { name: 'chronicle.town' },
  partnership: { name: 'chronicle.partnership', say: sayRecord },
  project: { name: 'chronicle.project', say: sayRecord },
  text: { name: 'chronicle.text', long: true },
  language: { name: 'chronicle.language', say: sayLanguage },
  photo: { name: 'chronicle.pages', photo: true },
}
