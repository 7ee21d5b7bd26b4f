import type { FieldWords } from '../../ui/field-words.ts'
import { figureWords } from '../../ui/figures.tsx'
import { sayAny, sayChoice, sayDay, sayLanguage, sayRecord, sayTick, whoseRecord } from '../../ui/sayings.ts'
import { typeKeys } from './words.ts'

/** How the fields of a visit are called and said. */
export const visitWords: FieldWords = {
  type: { name: 'visits.kindName', say: sayChoice(typeKeys) },
  date: { name: 'visits.whenName', say: sayDay },
  endDate: { name: 'visits.lastDay', say: sayDay },
  people: { name: 'visits.people', say: sayTick, whose: whoseRecord },
  town: { name: 'visits.townName' },
  title: { name: 'visits.titleField' },
  story: { name: 'visits.whatName', long: true },
  language: { name: 'visits.language', say: sayLanguage },
  author: { name: 'visits.author' },
  project: { name: 'visits.project', say: sayRecord },
  event: { name: 'visits.event', say: sayRecord },
  figures: { name: 'visits.figures', say: sayAny, whose: figureWords },
  photo: { name: 'visits.photo', photo: true },
}
