import type { Choice } from '../../ui/choices.tsx'
import type { TextKey, Translate } from '../../ui/text.ts'
import type { Wish, Wishes } from './find.ts'

/** How a question about what one has is put, and what can be answered; the short words stand on the list. */
type Question = {
  readonly legend: TextKey
  readonly answers: readonly { readonly value: string; readonly label: TextKey; readonly short: TextKey }[]
}

export const questions: { readonly [wish in Wish]: Question } = {
  people: {
    legend: 'formats.ask.people',
    answers: [
      { value: 'few', label: 'formats.people.few', short: 'formats.people.few' },
      { value: 'some', label: 'formats.people.some', short: 'formats.people.some' },
      { value: 'many', label: 'formats.people.many', short: 'formats.people.many' },
      { value: 'crowd', label: 'formats.people.crowd', short: 'formats.people.crowd' },
    ],
  },
  travel: {
    legend: 'formats.ask.travel',
    answers: [
      { value: 'without', label: 'formats.travel.without', short: 'formats.travel.without' },
      { value: 'with', label: 'formats.travel.with', short: 'formats.travel.with' },
    ],
  },
  ages: {
    legend: 'formats.ask.ages',
    answers: [
      { value: 'young', label: 'formats.ages.young', short: 'formats.ages.young' },
      { value: 'old', label: 'formats.ages.old', short: 'formats.ages.old' },
      { value: 'mixed', label: 'formats.ages.mixed', short: 'formats.ages.mixed' },
    ],
  },
  language: {
    legend: 'formats.ask.language',
    answers: [
      { value: 'common', label: 'formats.language.yes', short: 'formats.language.common' },
      { value: 'helper', label: 'formats.language.noButHelper', short: 'formats.language.helper' },
      { value: 'none', label: 'formats.language.no', short: 'formats.language.none' },
    ],
  },
  money: {
    legend: 'formats.ask.money',
    answers: [
      { value: 'none', label: 'formats.money.no', short: 'formats.money.none' },
      { value: 'little', label: 'formats.money.little', short: 'formats.money.little' },
      { value: 'some', label: 'formats.money.some', short: 'formats.money.some' },
    ],
  },
}

/** What can be answered, and first of all nothing. */
export const choicesOf = (name: Wish, t: Translate): Choice<string>[] => [
  { value: '', label: t('formats.open') },
  ...questions[name].answers.map(({ value, label }) => ({ value, label: t(label) })),
]

/** An answer in few words; '' where it was left open. */
export function wishWords(wishes: Wishes, name: Wish, t: Translate): string {
  const answer = questions[name].answers.find(({ value }) => value === wishes[name])
  return answer ? t(answer.short) : ''
}
