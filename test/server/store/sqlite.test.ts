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

  it('gives the room back that a dropped log leaves, in the file and in what is written ahead', async () => {
    const file = newFile()
    const store = openSqlite(file)
    const [space, head, device] = ['01'.repeat(16), '02'.repeat(32), '03'.repeat(16)]
    await store.found(space, head, { bytes: new Uint8Array(9), signatures: [], at: 0 })
    const hashAfter = (seq: number): string => String(seq).padStart(64, '0')
    for (let seq = 1; seq <= 20; seq += 1) {
      const hashes = { prevHash: hashAfter(seq - 1), lastHash: hashAfter(seq), rosterIndex: 0 }
      const run = { device, firstSeq: seq, lastSeq: seq, ...hashes, bytes: new Uint8Array(100_000) }
      expect(await store.addRuns(space, head, [run], Infinity)).toBe('kept')
    }
    const base = { n: 19, hash: (await store.hashAt(space, 19)) ?? '' }
    const reach = [{ device, seq: 19, hash: hashAfter(19), index: 0 }]
    expect(await store.rebase(space, { ...base, reach })).toBe(true)
    expect(statSync(file).size).toBeLessThan(300_000)
    expect(statSync(`${file}-wal`).size).toBe(0)
    expect((await store.log(space, 19, Infinity)).runs).toHaveLength(1)
    await store.close()
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
