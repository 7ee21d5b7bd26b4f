import { fold } from '../shared/fold.ts'

/** Words that may stand beside a time and change nothing: "18 Uhr", "godz. 18", "18 órakor", "at 18". */
const fillers = new Set('uhr um ab h hr hrs godz godzina o od ora orakor kor at from oclock'.split(' '))
const named: { readonly [word: string]: string } = {
  midday: '12:00',
  noon: '12:00',
  mittag: '12:00',
  mittags: '12:00',
  poludnie: '12:00',
  del: '12:00',
  midnight: '00:00',
  mitternacht: '00:00',
  polnoc: '00:00',
  ejfel: '00:00',
}

function hourOf(hour: number, half: 'am' | 'pm' | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}

function numbersOf(text: string): number[] | undefined {
  const digits = text.match(/\d+/g) ?? []
  const [first = '', second, ...more] = digits
  if (more.length > 0) return undefined
  if (second !== undefined)
    return first.length <= 2 && second.length === 2 ? [Number(first), Number(second)] : undefined
  // "1830" and "830" in one go.
  if (first.length === 3 || first.length === 4) return [Number(first.slice(0, -2)), Number(first.slice(-2))]
  return first.length === 1 || first.length === 2 ? [Number(first), 0] : undefined
}

/**
 * The time of day that a person typed, in any of the usual spellings: "18", "18 Uhr", "18.30", "6:30 pm", "godz. 18",
 * "18 órakor", "midday".
 * @returns 'HH:MM'; nothing if it is no time of day.
 */
export function parseTime(text: string): string | undefined {
  const folded = fold(text)
    .replace(/\b([ap])\.?\s?m\b\.?/g, '$1m')
    .replace(/(\d)([ap]m)\b/g, '$1 $2')
    .replace(/o[’']clock/g, 'oclock')
  const words = folded.match(/\p{L}+/gu) ?? []
  const [only] = words
  if (words.length === 1 && only && !/\d/.test(folded)) return named[only]
  const halves = words.flatMap((word): ('am' | 'pm')[] => (word === 'am' || word === 'pm' ? [word] : []))
  // "18-20" is two times.
  if (/\d\s*[-–]\s*\d/.test(folded)) return undefined
  const unknown = words.some((word) => !fillers.has(word) && word !== 'am' && word !== 'pm')
  const numbers = numbersOf(folded)
  if (unknown || halves.length > 1 || !numbers) return undefined
  const [typed = 0, minute = 0] = numbers
  const hour = hourOf(typed, halves[0])
  if (hour === undefined || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
