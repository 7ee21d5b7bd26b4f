import type { FieldWords } from '../../ui/field-words.ts'
import { sayDay, sayRecord } from '../../ui/sayings.ts'

/** How the fields of a next step are called and said. */
export const stepWords: FieldWords = {
  text: { name: 'steps.text' },
  who: { name: 'steps.who', say: sayRecord },
  until: { name: 'steps.until.legend', say: sayDay },
  doneOn: { name: 'steps.doneOn', say: (value, saying) => sayDay(value, saying) || saying.t('ui.no') },
  about: { name: 'steps.about', say: sayRecord },
  project: { name: 'steps.about', say: sayRecord },
  from: { name: 'steps.from', say: sayRecord },
}
