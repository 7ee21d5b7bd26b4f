import { copyFileSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { verifyRoster } from '../../../src/crypto/entry.ts'
import { openSqlite } from '../../../src/server/store/sqlite.ts'
import { steps } from '../../../src/server/store/sqlite/schema.ts'
import { toHex } from '../../../src/shared/bytes.ts'
import { presentHead } from '../../../src/shared/roster/roster.ts'
import { lastSeqOf, linksOf, readRun } from '../../../src/shared/run.ts'

const folder = fileURLToPath(new URL('./recorded/', import.meta.url))
const files = readdirSync(folder).filter((name) => name.endsWith('.sqlite'))

/** A copy, since opening it makes it one of the present version. */
function copyOf(file: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'ponte-')), file)
  copyFileSync(join(folder, file), copy)
  return copy
}

function spacesIn(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true })
  const rows = database.prepare('select space from spaces').all() as { space: Uint8Array }[]
  database.close()
  return rows.map(({ space }) => toHex(space))
}

describe.each(files)('a file of the exchange that was recorded as %s', (file) => {
  it('is opened with its roster and its log, and goes on', async () => {
    const copy = copyOf(file)
    const [space = ''] = spacesIn(copy)
    const store = openSqlite(copy)
    const kept = await store.space(space)
    const roster = await verifyRoster(await store.entries(space, 0), space)
    expect(presentHead(roster)).toBe(kept?.head)
    const { runs } = await store.log(space, kept?.base.n ?? 0, Infinity)
    expect(runs.at(-1)?.n).toBe(kept?.n)
    expect(await store.hashAt(space, kept?.n ?? 0)).toBe(runs.at(-1)?.hash)
    for (const { bytes } of runs) {
      const run = readRun(bytes)
      const last = linksOf(space, run).at(-1)
      expect(await store.hashOf(space, run.deviceId, lastSeqOf(run))).toBe(toHex(last?.hash ?? run.prevHash))
    }
    expect(await store.checkpoints(space)).toEqual(expect.any(Array))
    expect(
      await store.putChunk(space, { hash: '01'.repeat(32), bytes: new Uint8Array(9), at: 0 }, 2 ** 31),
    ).toBe('kept')
    await store.close()
  })
})

it('towns of a register that was recorded are found by their words, and published again as they were', async () => {
  const store = openSqlite(copyOf('4.sqlite'))
  const { count, towns } = await store.towns([['ludensch']], 'DE', 0, 9)
  expect([count, towns.length]).toEqual([3, 3])
  const [base] = towns.filter(({ population }) => population === 0)
  expect(await store.linksOf(base?.id ?? 0)).toMatchObject([{ town: { name: 'Myślenice' }, since: 1996 }])
  const wanted = { type: '', country: 'PL', seeks: false, words: [], day: '', town: 0 } as const
  expect((await store.listed(wanted, 0, 9)).count).toBe(2)
  await store.close()
})

it('there is a recording of every version, but for the present one', () => {
  const versions = files.map((name) => Number.parseInt(name, 10)).sort((a, b) => a - b)
  expect(versions).toEqual(Array.from({ length: steps.length - 1 }, (_, at) => at + 1))
})
