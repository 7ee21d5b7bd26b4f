import { Dexie, type Table, type Transaction } from 'dexie'
import { foldedName } from '../../shared/register/town.ts'
import { entryLines, townLines } from './lines.ts'
import type { EntryLine, EntryRow, RegisterInfo, TownLines, TownRow } from './rows.ts'

export type { BaseInfo, Brief, EntryRow, RegisterInfo, TownBrief, TownRow } from './rows.ts'

/** Rows of the first version: each had its words, and was looked for in an index of them. */
type First<Row> = Omit<Row, 'folded'> & { words?: readonly string[] }

async function makeLines(change: Transaction): Promise<void> {
  const entries = change.table<First<EntryRow>>('entries')
  const towns = change.table<First<TownRow> & { folded?: string }>('towns')
  const lines = (await entries.toArray()).flatMap((row) => entryLines(row, row.words ?? []))
  await change.table('entryLines').bulkPut(lines)
  await change.table('townLines').put({ key: 'towns', text: townLines(await towns.orderBy('id').toArray()) })
  await entries.toCollection().modify((row) => void delete row.words)
  await towns.toCollection().modify((row) => {
    delete row.words
    row.folded = foldedName(row.name)
  })
}

/** The public register, kept on the device: for all of its notebooks, and in none of their copies. */
export class Register extends Dexie {
  declare entries: Table<EntryRow, string>
  declare towns: Table<TownRow, number>
  declare entryLines: Table<EntryLine, string>
  declare townLines: Table<TownLines, string>
  declare info: Table<RegisterInfo, string>

  constructor(name = 'ponte-register') {
    super(name)
    this.version(1).stores({
      entries: 'entry, publisher, type, at, *words, *countries',
      towns: 'id, *words, [country+population], name',
      info: 'key',
    })
    this.version(2)
      .stores({
        entries: 'entry, publisher, type, at, *countries',
        towns: 'id, folded, lat',
        entryLines: 'entry, at',
        townLines: 'key',
      })
      .upgrade(makeLines)
  }
}
