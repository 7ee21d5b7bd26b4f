import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openSqlite } from '../../../src/server/store/sqlite.ts'
import { steps } from '../../../src/server/store/sqlite/schema.ts'
import { testCheckpoints } from './checkpoints.ts'
import { testStore } from './contract.ts'

const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'ponte-')), 'data', 'ponte.sqlite')

testStore('SQLite', async () => openSqlite(newFile()))
testCheckpoints('SQLite', async () => openSqlite(newFile()))

describe('the SQLite file', () => {
  it('has a folder of its own that nobody else may look into', async () => {
    const file = newFile()
    await openSqlite(file).close()
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700)
  })

  it('keeps what was written when it is opened again', async () => {
    const file = newFile()
    const store = openSqlite(file)
    await store.keepSlip('01'.repeat(16), '02'.repeat(16))
    await store.close()
    const again = openSqlite(file)
    expect(await again.spaceOfSlip('01'.repeat(16))).toBe('02'.repeat(16))
    await again.close()
  })

  it('is written ahead, and to the disk before anything is answered', async () => {
    const file = newFile()
    const store = openSqlite(file)
    const database = new DatabaseSync(file)
    expect(database.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
    expect(database.prepare('pragma user_version').get()).toEqual({ user_version: steps.length })
    database.close()
    await store.close()
  })

  it('of a newer version is left alone, with a sentence', async () => {
    const file = newFile()
    await openSqlite(file).close()
    const database = new DatabaseSync(file)
    database.exec(`pragma user_version = ${steps.length + 1}`)
    database.close()
    expect(() => openSqlite(file)).toThrow('was written by a newer version of Ponte')
  })

  it('serves two processes: what one writes the other reads', async () => {
    const file = newFile()
    const [one, two] = [openSqlite(file), openSqlite(file)]
    const entry = { bytes: new Uint8Array(9), signatures: [], at: 0 }
    await one.found('01'.repeat(16), '02'.repeat(32), entry)
    const step = { after: '02'.repeat(32), head: '03'.repeat(32), entry, isAgain: false, marks: [] }
    expect(await two.append('01'.repeat(16), step)).toBe('kept')
    expect(await one.append('01'.repeat(16), step)).toBe('head')
    await one.close()
    await two.close()
  })
})
