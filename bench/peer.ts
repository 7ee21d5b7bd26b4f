// Runs in the browser, on a page of its own: the least that the same would cost with Dexie alone.
import { kindOf } from '../src/records/kinds.ts'
import { foldWords } from '../src/shared/fold.ts'
import { makeEntries, makeNote, type Amount, type Entry } from './entries.ts'
import { allOf, records, type BareRow } from './peer-table.ts'
import { chanceFrom } from './random.ts'
import { madeBase } from './register-made.ts'

function toBareRow({ record, kind, set }: Entry): BareRow {
  const known = kindOf(kind)
  if (!known) throw new Error(`nothing is known of ${kind}`)
  return {
    id: record,
    list: kind,
    sort: known.sort(set),
    label: known.label(set),
    fields: set,
    words: known.words(set),
  }
}

async function spansOf<T>(list: readonly T[], act: (one: T) => Promise<unknown>): Promise<number[]> {
  const spans: number[] = []
  for (const one of list) {
    const from = performance.now()
    await act(one)
    spans.push(performance.now() - from)
  }
  return spans
}

/** Puts the same entries as the app has into one table. */
export async function fill(seed: number, amount: Amount): Promise<void> {
  await records.bulkPut(makeEntries(chanceFrom(seed), amount).map(toBareRow))
}

/** Puts the towns of the made-up register into the same table, each with the words of its name. */
export async function fillTowns(seed: number, links: number): Promise<void> {
  const { towns } = madeBase(chanceFrom(seed), links)
  await records.bulkPut(
    towns.map(({ name, ...fields }, at) => ({
      id: String(at).padStart(6, '0'),
      list: 'town',
      sort: name,
      label: name,
      fields,
      words: foldWords(name),
    })),
  )
}

/** Milliseconds of looking up the ids of each beginning of a word. */
export const lookUp = (beginnings: readonly string[]): Promise<number[]> =>
  spansOf(beginnings, (beginning) => records.where('words').startsWith(beginning).primaryKeys())

/** Milliseconds of putting one note after the other. */
export function putOneByOne(seed: number, times: number): Promise<number[]> {
  const chance = chanceFrom(seed)
  return spansOf(
    Array.from({ length: times }, () => toBareRow(makeNote(chance))),
    (row) => records.put(row),
  )
}

/** Milliseconds of reading all people. */
export const readAll = (): Promise<number[]> => spansOf(['person'], (kind) => allOf(kind).toArray())
