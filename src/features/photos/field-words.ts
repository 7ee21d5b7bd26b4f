import type { FieldWords } from '../../ui/field-words.ts'
import { sayAny } from '../../ui/sayings.ts'

/** How the fields of a photo are called and said. */
export const photoWords: FieldWords = {
  caption: { name: 'photos.caption' },
  page: { name: 'photos.page', say: sayAny },
}
