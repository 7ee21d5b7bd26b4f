import { parseArgs } from 'node:util'

/** Measured when nothing is named. */
const usual = ['start', 'search', 'save'] as const
/**
 * The others only by their names: the map needs no notebook, the register is no notebook's, the join fetches its peers from the network, growth
 * makes half a million changes, fit reads tables that are not in this repository.
 */
const parts = [...usual, 'map', 'register-search', 'join', 'growth', 'fit'] as const
export type Part = (typeof parts)[number]

/** What to measure, in how many seconds at most, and from which seed. */
export type Wanted = {
  readonly parts: readonly Part[]
  readonly seconds: number
  readonly seed: number
  /** For growth: how many records, and how often each is edited in the notebook that is old. */
  readonly records: number
  readonly edits: number
  /** For fit: from the view of which country's towns, named as in the tables. */
  readonly from: string
}

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
    options: {
      seconds: { type: 'string', default: '600' },
      seed: { type: 'string', default: '1' },
      records: { type: 'string', default: '10000' },
      edits: { type: 'string', default: '50' },
      from: { type: 'string', default: 'Germany' },
    },
  })
  const unknown = positionals.find((word) => !isPart(word))
  if (unknown !== undefined) throw new Error(`There is no ${unknown} to measure, only ${parts.join(', ')}.`)
  const chosen = positionals.filter(isPart)
  return {
    parts: chosen.length > 0 ? chosen : usual,
    seconds: wholeNumber('seconds', values.seconds),
    seed: wholeNumber('seed', values.seed),
    records: wholeNumber('records', values.records),
    edits: wholeNumber('edits', values.edits),
    from: values.from,
  }
}
