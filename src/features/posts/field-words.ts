import { nobody, stranger, toSomebody } from '../../records/post.ts'
import type { FieldWords } from '../../ui/field-words.ts'
import { sayLanguage, sayRecord, sayTick, whoseRecord } from '../../ui/sayings.ts'

/** How the fields of a post are called and said. */
export const postWords: FieldWords = {
  about: { name: 'posts.tellsOf', say: sayRecord },
  anniversary: { name: 'posts.anniversary' },
  channel: {
    name: 'posts.where',
    say: (value, saying) => (value === toSomebody ? saying.t('posts.somebody') : sayRecord(value, saying)),
  },
  language: { name: 'posts.language', say: sayLanguage },
  text: { name: 'posts.text', long: true },
  photos: { name: 'posts.takeAlong', say: sayTick, whose: whoseRecord },
  shown: {
    name: 'posts.whoIsIn',
    say: sayTick,
    whose: ([, person = ''], { t, nameOf }) => {
      if (person === nobody) return t('posts.nobody')
      return person === stranger ? t('posts.stranger') : nameOf(person)
    },
  },
}
