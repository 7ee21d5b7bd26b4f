import { fold, foldWords } from './fold.ts'
import { languages } from './language.ts'

type Unit = 'month' | 'weekday'

/** What Intl calls a month or weekday in all languages, alone and inside a date, folded. */
function names(unit: Unit, width: 'long' | 'short', date: number): string[] {
  return languages.flatMap((language) =>
    [{}, { day: 'numeric' as const }].flatMap((rest) => {
      const format = new Intl.DateTimeFormat(language, { [unit]: width, ...rest, timeZone: 'UTC' })
      return foldWords(format.formatToParts(date).find(({ type }) => type === unit)?.value ?? '')
    }),
  )
}

// Polish and Hungarian dates are often written with Roman months.
const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

function makeVocabulary() {
  const months = roman.map((_, month) => names('month', 'long', Date.UTC(2026, month, 5)))
  // January in Austria, which no list of the four languages has.
  months[0]?.push('janner', 'jaenner')
  const week = [1, 2, 3, 4, 5, 6, 7].map((day) => Date.UTC(2026, 0, day))
  const weekdays = week.flatMap((day) => [
    ...names('weekday', 'long', day),
    ...names('weekday', 'short', day),
  ])
  const nearDays = new Map<string, number>()
  for (const language of languages) {
    const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
    for (const days of [-2, -1, 0, 1, 2]) nearDays.set(fold(format.format(days, 'day')), days)
  }
  return { months, weekdays: new Set(weekdays), nearDays }
}

let vocabulary: ReturnType<typeof makeVocabulary> | undefined

const leastOfMonth = 3

/** 1 to 12 for a month's folded name in any language, its first three letters or more, or a Roman number. */
export function monthOf(word: string): number | undefined {
  vocabulary ??= makeVocabulary()
  const begins = (name: string) => word.length >= leastOfMonth && name.startsWith(word)
  const month = vocabulary.months.findIndex((all, at) => roman[at] === word || all.some(begins))
  return month < 0 ? undefined : month + 1
}

const fillers = new Set('am den der dem vom the of on st nd rd th r roku dnia w'.split(' '))

/** Whether a folded word may stand in a date without changing it: a weekday, "the", "of", "roku". */
export function saysNothing(word: string): boolean {
  vocabulary ??= makeVocabulary()
  return fillers.has(word) || vocabulary.weekdays.has(word)
}

/** How many days from today a word lies in any language ("gestern", "jutro"), -2 to 2. */
export function daysFromToday(text: string): number | undefined {
  vocabulary ??= makeVocabulary()
  return vocabulary.nearDays.get(fold(text).trim())
}
