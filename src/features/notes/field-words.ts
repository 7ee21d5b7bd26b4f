import type { FieldWords } from '../../ui/field-words.ts'
import { sayDay, sayLanguage, sayRecord } from '../../ui/sayings.ts'

/** How the fields of a note are called and said. */
export const noteWords: FieldWords = {
  text: { name: 'notes.textName', long: true },
  date: { name: 'notes.when', say: sayDay },
  author: { name: 'notes.author' },
  language: { name: 'notes.language', say: sayLanguage },
  about: { name: 'notes.about', say: sayRecord },
}
