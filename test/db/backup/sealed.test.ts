import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it } from 'vitest'
import { pieceLength } from '../../../src/crypto/backup.ts'
import { checkBackup } from '../../../src/db/backup/check.ts'
import { writeBackup } from '../../../src/db/backup/write.ts'
import type { Notebook } from '../../../src/db/tables.ts'
import { newSheet } from '../../crypto/new-sheet.ts'
import {
  contentOf,
  emptyNotebook,
  idOf,
  jpeg,
  nothing,
  now,
  put,
  putPhoto,
  readInto,
  sizesOf,
} from './notebooks.ts'

const photos = 12
const [mine, other] = await Promise.all([newSheet(), newSheet()])
let old: Notebook
let fresh: Notebook
let file: Blob

beforeAll(async () => {
  ;[old, fresh] = [await emptyNotebook(), await emptyNotebook()]
  const picture = new Uint8Array(200_000).map((_, at) => (at * at) % 253)
  for (let index = 0; index < photos; index += 1) {
    await put(old, idOf(index), 'photo', [
      { field: 'caption', value: 'Fest', device: idOf(9), seq: 1, time: now },
    ])
    await putPhoto(old, idOf(index), jpeg(picture))
  }
  file = (await writeBackup(old, undefined, [mine.sheet])).file
})

const problemOf = async (chosen: Blob, digits?: string): Promise<string> => {
  const result = await checkBackup(chosen, digits)
  return result.ok ? 'right' : result.problem
}

describe('a backup sealed to the recovery sheet', () => {
  it('asks for the digits of its sheet, and tells mistyped ones from those of another', async () => {
    expect(await problemOf(file)).toBe('sealed')
    expect(
      await problemOf(
        file,
        mine.digits.replace(/^./, (one) => String((Number(one) + 1) % 10)),
      ),
    ).toBe('digits')
    expect(await problemOf(file, other.digits)).toBe('other-sheet')
    expect(await problemOf(file, mine.digits)).toBe('right')
  }, 30_000)

  it('is taken in neither cut at any piece, nor without its end', async () => {
    const { size } = file
    expect(size).toBeGreaterThan(3 * pieceLength)
    const ends = Array.from({ length: Math.floor(size / pieceLength) }, (_, at) => (at + 1) * pieceLength)
    for (const end of [3, 20, 200, ...ends, size - pieceLength, size - 17, size - 1])
      expect(await problemOf(file.slice(0, end), mine.digits), `cut at ${end}`).toBe('broken')
    expect(await problemOf(new Blob([file, 'x']), mine.digits)).toBe('broken')
    expect(await sizesOf(fresh)).toEqual(nothing)
  }, 60_000)

  it('opens with the digits alone, anywhere, and gives everything back', async () => {
    expect(await readInto(fresh, file, mine.digits)).toBe('read')
    expect(await contentOf(fresh)).toEqual(await contentOf(old))
  }, 30_000)

  it('can be opened by each of several sheets', async () => {
    const { file: both } = await writeBackup(old, undefined, [mine.sheet, other.sheet])
    expect(await problemOf(both, mine.digits)).toBe('right')
    expect(await problemOf(both, other.digits)).toBe('right')
  }, 30_000)
})
