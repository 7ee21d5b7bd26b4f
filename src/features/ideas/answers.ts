import { tickedIn, textOf } from '../../records/fields.ts'
import { ideaWayOf } from '../../records/kinds/idea.ts'
import { formatAmount } from '../../shared/amount.ts'
import type { Language } from '../../shared/language.ts'
import type { Fields } from '../../shared/value.ts'
import { currencyOf } from '../../ui/amounts.tsx'
import { longDate, mediumDate } from '../../ui/dates.ts'
import type { Translate } from '../../ui/text.ts'
import { questions, type Question } from './questions.ts'
import { wayKeys } from './states.ts'

/** A sheet in the words of one language: what is written in it stands as it was written, or as somebody translated it. */
export type Sheet = {
  readonly fields: Fields
  /** The names of its people in the notebook, in the order in which they are to be told. */
  readonly people: readonly string[]
  readonly t: Translate
  readonly language: Language
  /** Whether somebody translated all of it into that language. */
  readonly isTranslated?: boolean
}

const lines = (...texts: readonly (string | false)[]): string => texts.filter(Boolean).join('\n')

function moneyLine({ fields, language }: Sheet, name: string, say: (amount: string) => string): string {
  const cents = fields[name]
  return typeof cents === 'number' ? say(formatAmount(cents, currencyOf(fields), language)) : ''
}

function whereOf({ fields, t }: Sheet): string {
  const way = ideaWayOf(fields)
  return [way ? t(wayKeys[way]) : '', textOf(fields, 'place').trim()].filter(Boolean).join(': ')
}

function whenOf({ fields, t, language }: Sheet): string {
  const [date, other] = [textOf(fields, 'date'), textOf(fields, 'otherDate')]
  return lines(
    date !== '' && longDate(date, language),
    other !== '' && t('ideas.otherDateIs', { date: longDate(other, language) }),
  )
}

function costsOf(sheet: Sheet): string {
  const { t } = sheet
  return lines(
    moneyLine(sheet, 'cost', (amount) => t('ideas.costIs', { amount })),
    moneyLine(sheet, 'ownShare', (amount) => t('ideas.ownShareIs', { amount })),
  )
}

function fundingOf({ fields, t, language }: Sheet): string {
  const by = textOf(fields, 'applyBy')
  return lines(
    textOf(fields, 'funder').trim(),
    by !== '' && t('ideas.applyByIs', { date: mediumDate(by, language) }),
  )
}

/** What was answered to a question, '' for nothing. */
export function answerOf(question: Question, sheet: Sheet): string {
  switch (question) {
    case 'who':
      return lines(sheet.people.join(', '), textOf(sheet.fields, 'partners').trim())
    case 'where':
      return whereOf(sheet)
    case 'when':
      return whenOf(sheet)
    case 'costs':
      return costsOf(sheet)
    case 'funding':
      return fundingOf(sheet)
    default:
      return textOf(sheet.fields, question).trim()
  }
}

/** The ids of the people who are ticked. */
export const peopleIdsOf = (fields: Fields): string[] => tickedIn(fields, 'people')

/** The questions that a sheet answers beside its title, each with its answer. */
export function answersOf(sheet: Sheet): { readonly question: Question; readonly answer: string }[] {
  return questions
    .filter((question) => question !== 'title')
    .map((question) => ({ question, answer: answerOf(question, sheet) }))
    .filter(({ answer }) => answer !== '')
}
