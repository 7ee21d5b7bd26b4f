import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite'
import { steps } from './schema.ts'

/** A row by column: whoever asked knows what is in it. */
export type Row = { readonly [column: string]: SQLOutputValue }

export type Database = {
  /** How many rows it changed. */
  readonly run: (sql: string, ...values: SQLInputValue[]) => number
  readonly get: (sql: string, ...values: SQLInputValue[]) => Row | undefined
  readonly all: (sql: string, ...values: SQLInputValue[]) => Row[]
  /** The rows one by one, for those that are large. They are read, or left, before anything else is asked. */
  readonly each: (sql: string, ...values: SQLInputValue[]) => IterableIterator<Row>
  /** One transaction. On disk when it returns; if `work` throws, nothing of it happened. */
  readonly write: <T>(work: () => T) => T
  /** Gives the room back that nothing lies in any more, also that of the log of writes, where what was deleted stands still. */
  readonly shrink: () => void
  readonly close: () => void
}

const memory = ':memory:'

/**
 * FULL: what was committed survives a power cut, and a receipt is only sent for that. A file that is new can be made shorter again;
 * before its first page is written is the only time to say so.
 */
const settings = `
  pragma auto_vacuum = incremental;
  pragma busy_timeout = 10000;
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma secure_delete = on;
`

function prepareTables(database: DatabaseSync, file: string): void {
  const { user_version: version = 0 } = database.prepare('pragma user_version').get() ?? {}
  if (Number(version) > steps.length)
    throw new Error(`${file} was written by a newer version of Ponte: start that version`)
  if (version === steps.length) return
  const missing = steps.slice(Number(version)).join('\n')
  database.exec(`begin immediate; ${missing} pragma user_version = ${steps.length}; commit`)
}

/** Opens the file and, if it is new, its tables. */
export function openDatabase(file: string): Database {
  // Only the process itself may look in: sizes, times and addresses of devices are nobody else's business.
  if (file !== memory) mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(file)
  database.exec(settings)
  prepareTables(database, file)
  const statements = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const statement = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  return {
    run: (sql, ...values) => Number(prepare(sql).run(...values).changes),
    get: (sql, ...values) => prepare(sql).get(...values),
    all: (sql, ...values) => prepare(sql).all(...values),
    each: (sql, ...values) => prepare(sql).iterate(...values),
    write: (work) => {
      database.exec('begin immediate')
      try {
        const result = work()
        database.exec('commit')
        return result
      } catch (error) {
        if (database.isTransaction) database.exec('rollback')
        throw error
      }
    },
    shrink: () => {
      database.prepare('pragma incremental_vacuum').all()
      database.prepare('pragma wal_checkpoint(truncate)').all()
    },
    close: () => database.close(),
  }
}
