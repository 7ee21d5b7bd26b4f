import { concat, fromHex, toHex } from '../../../shared/bytes.ts'
import { readParts, writeParts } from '../../../shared/exchange/codec.ts'
import { noChain } from '../../../shared/roster/writing.ts'
import type { KeptEntry, Rosters, Step } from '../store.ts'
import { cutBack, type Marked } from './cut-back.ts'
import type { Database } from './database.ts'
import { eraseIn } from './erase.ts'
import { spaceOf } from './space.ts'

type EntryRow = { bytes: Uint8Array; signatures: Uint8Array; at: number }
type ChainRow = { seq: number; hash: Uint8Array }

function addEntry(database: Database, space: string, index: number, entry: KeptEntry): void {
  const signatures = writeParts(entry.signatures)
  const sql = 'insert into entries values (?, ?, ?, ?, ?)'
  database.run(sql, fromHex(space), index, entry.bytes, signatures, entry.at)
}

/** Whether a chain ends at its mark, or can be made to. */
function endsAt(
  database: Database,
  space: string,
  mark: Marked,
  { isAgain, mayLag }: Pick<Step, 'isAgain' | 'mayLag'>,
): boolean {
  const sql = 'select seq, hash from chains where space = ? and device = ?'
  const row = database.get(sql, fromHex(space), fromHex(mark.device)) as ChainRow | undefined
  const { seq, hash } = row ? { seq: row.seq, hash: toHex(row.hash) } : noChain
  if (seq === mark.seq && hash === mark.hash) return true
  // What is still missing up to there comes again as well.
  if (seq < mark.seq) return isAgain || mayLag === true
  return isAgain && cutBack(database, space, mark)
}

type Appended = Awaited<ReturnType<Rosters['append']>>

/** Thrown inside a transaction to undo what it did so far. */
class Undone extends Error {
  readonly why: Appended

  constructor(why: Appended) {
    super(why)
    this.why = why
  }
}

function orUndone(database: Database, job: () => Appended): Appended {
  try {
    return database.write(job)
  } catch (error) {
    if (error instanceof Undone) return error.why
    throw error
  }
}

function append(database: Database, space: string, step: Step, most: number): Appended {
  const { after, head, entry, marks, isAgain, mayLag = false, erasure } = step
  const before = spaceOf(database, space)
  if (before?.head !== after) return 'head'
  if (!marks.every((mark) => endsAt(database, space, mark, { isAgain, mayLag }))) throw new Undone('cutoff')
  if (before.bytes + entry.bytes.length > most) throw new Undone('full')
  addEntry(database, space, before.entries, entry)
  const sql = 'update spaces set entries = entries + 1, head = ?, bytes = bytes + ? where space = ?'
  database.run(sql, fromHex(head), entry.bytes.length, fromHex(space))
  const erased = erasure ? eraseIn(database, space, erasure) : 'kept'
  if (erased !== 'kept') throw new Undone(erased)
  return 'kept'
}

function readEntries(database: Database, space: string, from: number, most: number): KeptEntry[] {
  const sql = 'select bytes, signatures, at from entries where space = ? and idx >= ? order by idx'
  const entries: KeptEntry[] = []
  let sum = 0
  for (const row of database.each(sql, fromHex(space), from) as IterableIterator<EntryRow>) {
    sum += row.bytes.length
    if (entries.length > 0 && sum > most) break
    entries.push({ bytes: concat(row.bytes), signatures: readParts(row.signatures), at: row.at })
  }
  return entries
}

export const rostersOf = (database: Database): Rosters => ({
  found: async (space, head, entry) =>
    database.write(() => {
      const sql = `insert into spaces (space, n, bytes, entries, head) values (?, 0, ?, 1, ?) on conflict do nothing`
      const isNew = database.run(sql, fromHex(space), entry.bytes.length, fromHex(head)) > 0
      if (isNew) addEntry(database, space, 0, entry)
    }),
  space: async (space) => spaceOf(database, space),
  entries: async (space, from, most = Infinity) => readEntries(database, space, from, most),
  append: async (space, step, most = Infinity) => {
    const kept = orUndone(database, () => append(database, space, step, most))
    if (kept === 'kept' && step.erasure) database.shrink()
    return kept
  },
  keepSlip: async (slip, space) =>
    database.write(() => {
      const sql = 'insert into slips values (?, ?) on conflict do nothing'
      database.run(sql, fromHex(slip), fromHex(space))
      return spaceOfSlip(database, slip) === space
    }),
  spaceOfSlip: async (slip) => spaceOfSlip(database, slip),
})

function spaceOfSlip(database: Database, slip: string): string | undefined {
  const row = database.get('select space from slips where slip = ?', fromHex(slip)) as
    { space: Uint8Array } | undefined
  return row && toHex(row.space)
}
