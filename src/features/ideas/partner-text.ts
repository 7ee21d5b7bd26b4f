import { tickedIn, textOf } from '../../records/fields.ts'
import type { Row } from '../../db/show.ts'
import { languages, type Language } from '../../shared/language.ts'
import { fold } from '../../shared/fold.ts'
import { answersOf, type Sheet } from './answers.ts'
import { questionWords } from './questions.ts'

/** "Deutsch" for 'de', in the language of the one who reads it. */
const languageWord = (code: Language, reader: Language): string =>
  new Intl.DisplayNames(reader, { type: 'language' }).of(code) ?? code

/**
 * What stands above the answers: the title, whose idea it is, and in which language they are, where it is another one than that of
 * the questions and nobody translated them all.
 */
export function headOf({ fields, t, language, isTranslated }: Sheet): string {
  const written = languages.find((one) => one === fields['language'])
  const author = textOf(fields, 'author').trim()
  const first = textOf(fields, 'fromAuthor').trim()
  const lines = [
    textOf(fields, 'title').trim() || t('ideas.unnamed'),
    author && t('ideas.writtenBy', { name: author }),
    first && t('ideas.firstIdeaBy', { name: first }),
    written &&
      written !== language &&
      !isTranslated &&
      t('ideas.send.written', { language: languageWord(written, language) }),
  ]
  return lines.filter(Boolean).join('\n')
}

/** The whole sheet as one text for the other side: what the app says in their language, what people wrote as they wrote it. */
export function partnerText(sheet: Sheet): string {
  const answers = answersOf(sheet).map(
    ({ question, answer }) => `${sheet.t(questionWords[question].name)}\n${answer}`,
  )
  // The places where a word may break on a screen are no letters of it.
  return [headOf(sheet), ...answers].join('\n\n').replaceAll('\u00AD', '')
}

/** The same for the ear: what people wrote alone, which one voice can read. */
export const spokenText = (sheet: Sheet): string =>
  [textOf(sheet.fields, 'title').trim(), ...answersOf(sheet).map(({ answer }) => answer)].join('\n')

/** The language that most people of the partner town speak, another than the reader's where there is one; undefined where none is known. */
export function languageOfTown(town: string, people: readonly Row[], reader: Language): Language | undefined {
  if (!town.trim()) return undefined
  const there = people.filter(({ fields }) => fold(textOf(fields, 'town')).trim() === fold(town).trim())
  const spoken = there.flatMap(({ fields }) => tickedIn(fields, 'languages'))
  const count = (language: Language): number => spoken.filter((code) => code === language).length
  const known = languages.filter((language) => count(language) > 0)
  const [first] = known.sort((a, b) => Number(a === reader) - Number(b === reader) || count(b) - count(a))
  return first
}
