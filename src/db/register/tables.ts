import { Dexie, type Table, type Transaction } from 'dexie'
import { foldedName } from '../../shared/register/town.ts'
import { entryLines, townLines } from './lines.ts'
import type { EntryLine, EntryRow, RegisterInfo, TownLines, TownRow } from './rows.ts'

export type { BaseInfo, Brief, EntryRow, RegisterInfo, TownBrief, TownRow } from './rows.ts'

/** Rows of the first version: each had its words, and was looked for in an index of them. */
type First<Row> = Omit<Row, 'folded'> & { readonly words: readonly string[] }

async function makeLines(change: Transaction): Promise<void> {
  const entries = (await change.table('entries').toArray()) as First<EntryRow>[]
  const towns = (await change.table('towns').orderBy('id').toArray()) as First<TownRow>[]
  await change.table('entryLines').bulkPut(entries.flatMap((row) => entryLines(row, row.words)))
  await change.table('townLines').put({ key: 'towns', text: townLines(towns) })
  await change.table('entries').bulkPut(entries.map(({ words: _, ...row }) => row))
  await change
    .table('towns')
    .bulkPut(towns.map(({ words: _, ...row }) => ({ ...row, folded: foldedName(row.name) })))
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
