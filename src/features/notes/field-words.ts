import { isDay } from '../../shared/day-count.ts'
import { isId } from '../../shared/ids.ts'
import type { FieldWord, FieldWords } from '../../ui/field-words.ts'
import { sayAny, sayChoice, sayDay, sayLanguage, sayRecord } from '../../ui/sayings.ts'

/** A part of a decision: its text, whose it is, or until when. */
const sayDecision: FieldWord['say'] = (value, saying) => {
  const words = sayAny(value)
  if (isDay(words)) return sayDay(value, saying)
  return isId(words) ? saying.nameOf(words) : words
}

/** How the fields of a note are called and said. */
export const noteWords: FieldWords = {
  text: { name: 'notes.textName', long: true },
  date: { name: 'notes.when', say: sayDay },
  author: { name: 'notes.author' },
  language: { name: 'notes.language', say: sayLanguage },
  about: { name: 'notes.about', say: sayRecord },
  form: { name: 'notes.form', say: sayChoice({ minutes: 'notes.minutes' }) },
  occasion: {
    name: 'notes.occasion',
    say: (value, saying) => (value === 'once' ? '' : sayDay(value, saying)),
  },
  decisions: { name: 'notes.decisions', say: sayDecision },
}
