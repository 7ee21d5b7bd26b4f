import { Dexie, type Collection, type Table } from 'dexie'
import type { Fields } from '../src/shared/value.ts'

export type BareRow = {
  readonly id: string
  readonly list: string
  readonly sort: string
  readonly label: string
  readonly fields: Fields
  readonly words: readonly string[]
}

const database = new Dexie('bare', { chromeTransactionDurability: 'strict' })
database.version(1).stores({ records: 'id, [list+sort], *words' })

export const records: Table<BareRow, string> = database.table('records')

/** All rows of a kind, by `sort`. */
export const allOf = (kind: string): Collection<BareRow, string> =>
  records.where('[list+sort]').between([kind, ''], [kind, '\uffff'])
