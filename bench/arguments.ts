import { parseArgs } from 'node:util'

/** Measured when nothing is named. */
const usual = ['start', 'search', 'save'] as const
/** The join only by its name: it fetches its peers from the network. */
const parts = [...usual, 'join'] as const
export type Part = (typeof parts)[number]

/** What to measure, in how many seconds at most, and from which seed. */
export type Wanted = { readonly parts: readonly Part[]; readonly seconds: number; readonly seed: number }

const isPart = (word: string): word is Part => parts.some((part) => part === word)

function wholeNumber(name: string, given: string): number {
  const number = Number(given)
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} takes a whole number from 1 on.`)
  return number
}

/** Reads the command's words. Throws a sentence that says what is wrong with them. */
export function readArguments(words: readonly string[]): Wanted {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { seconds: { type: 'string', default: '600' }, seed: { type: 'string', default: '1' } },
  })
  const unknown = positionals.find((word) => !isPart(word))
  if (unknown !== undefined) throw new Error(`There is no ${unknown} to measure, only ${parts.join(', ')}.`)
  const chosen = positionals.filter(isPart)
  return {
    parts: chosen.length > 0 ? chosen : usual,
    seconds: wholeNumber('seconds', values.seconds),
    seed: wholeNumber('seed', values.seed),
  }
}
