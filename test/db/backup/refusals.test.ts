import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkBackup, type Checked } from '../../../src/db/backup/check.ts'
import { readBackup } from '../../../src/db/backup/read.ts'
import { writeBackup } from '../../../src/db/backup/write.ts'
import type { Notebook } from '../../../src/db/tables.ts'
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

const head = '{"format":"ponte-backup","version":1,"made":"2026-11-25T10:00:00.000Z","entries":['
const made = '2026-11-25T10:00:00.000Z'
const note = { id: idOf(1), kind: 'note', changed: made, fields: { text: 'Hallo' } }
const photo = (type: string, bytes: string): unknown => ({ full: { type, bytes }, thumb: { type, bytes } })

const mine = '00112233445566aa'
const other = '00112233445566bb'
/** A file of which its first line says this. */
const named = (id: unknown, after: unknown, more = '', version = 3): Blob =>
  new Blob([
    `{"format":"ponte-backup","version":${version},"made":"${made}","space":"a","device":"${idOf(9)}",`,
    `"id":${JSON.stringify(id)},"after":${JSON.stringify(after)},${more}"seen":{},"entries":[`,
    '\n],"records":0,"photos":0}',
  ])
const many = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => at.toString(16).padStart(16, '0'))
const jpegBytes = '/9j/AAAA'

/** A whole file of these lines. */
const fileOf = (lines: readonly string[], records = lines.length, photos = 0): Blob =>
  new Blob([`${head}\n${lines.join(',\n')}\n],"records":${records},"photos":${photos}}\n`])
const fileWith = (...entries: unknown[]): Blob => fileOf(entries.map((entry) => JSON.stringify(entry)))
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
const withFields = (fields: string): Blob =>
  fileOf([`{"id":"${idOf(1)}","kind":"note","changed":"${made}","fields":${fields}}`])

let fresh: Notebook
let whole: string

beforeEach(async () => {
  fresh = await emptyNotebook()
  const old = await emptyNotebook()
  for (const number of [1, 2, 3])
    await put(old, idOf(number), 'photo', [
      { field: 'caption', value: 'Fest', device: idOf(9), seq: 1, time: now },
    ])
  await putPhoto(old, idOf(1), jpeg([1, 2, 3]))
  await putPhoto(old, idOf(2), jpeg([4, 5]))
  whole = await (await writeBackup(old)).file.text()
})

it('takes in the files that these tests spoil', async () => {
  expect(await readInto(fresh, fileWith(note))).toBe('read')
  expect(
    await readInto(
      await emptyNotebook(),
      fileOf([JSON.stringify({ ...note, photo: photo('image/jpeg', jpegBytes) })], 0, 1),
    ),
  ).toBe('read')
  expect(await readInto(await emptyNotebook(), new Blob([whole]))).toBe('read')
  expect(await readInto(await emptyNotebook(), new Blob(['\uFEFF', whole.replaceAll('\n', '\r\n')]))).toBe(
    'read',
  )
  expect(await readInto(await emptyNotebook(), withFields(`{"deep":${nested(30)}}`))).toBe('read')
  expect(await readInto(await emptyNotebook(), named(mine, []))).toBe('read')
  expect(await readInto(await emptyNotebook(), named(mine, many(500)))).toBe('read')
})

describe('a file that is no backup', () => {
  const zip = new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, ...new Uint8Array(200)])
  const files: Record<string, Blob> = {
    empty: new Blob([]),
    text: new Blob(['Liebe Anna,\nam Freitag ...']),
    zip: new Blob([zip]),
    'other JSON': new Blob(['{"format":"other","version":1}']),
    'a list': new Blob(['[]']),
    'cut in its first bytes': new Blob([head.slice(0, 20)]),
    '50 MB of letters': new Blob(['x'.repeat(50 * 1024 ** 2)]),
  }
  it.each(Object.entries(files))('%s', async (_, file) => {
    expect(await readInto(fresh, file)).toBe('not-a-backup')
    expect(await sizesOf(fresh)).toEqual(nothing)
  })
})

describe('a broken or hostile backup', () => {
  const files: Record<string, Blob> = {
    'only the first line': new Blob([head]),
    'no end': new Blob([`${head}\n${JSON.stringify(note)}\n`]),
    'wrong count of entries': fileOf([JSON.stringify(note)], 2),
    'wrong count of photos': fileOf([JSON.stringify(note)], 0, 1),
    'something after the end': new Blob([fileWith(note), 'and more\n']),
    'no version': new Blob([head.replace('1,', '"1",')]),
    'no date': new Blob([head.replace(made, 'yesterday'), '\n],"records":0,"photos":0}']),
    'more in the first line': new Blob([
      head.replace('"entries"', '"more":1,"entries"'),
      '\n],"records":0,"photos":0}',
    ]),
    'a name that is none': named('Anna', []),
    'a name too long': named(idOf(1), []),
    'no name': named('', []),
    'a name that is a number': named(5, []),
    'a file before it that is no name': named(mine, [other, 'Anna']),
    'a file before it in capitals': named(mine, [other.toUpperCase()]),
    'files before it that are no list': named(mine, other),
    'the same file before it twice': named(mine, [other, other]),
    'itself before it': named(mine, [other, mine]),
    'more files before it than it may name': named(mine, many(501)),
    'something beside the files before it': named(mine, [other], '"more":1,'),
    'names in a file of version 2': named(mine, [], '', 2),
    'an empty line': new Blob([`${head}\n\n],"records":0,"photos":0}`]),
    'no UTF-8': new Blob([head, '\n', new Uint8Array([0xc3, 0x28, 0xff]), '\n],"records":1,"photos":0}']),
    'an entry that is no object': fileOf(['[]']),
    'an entry null': fileOf(['null']),
    'an id that is no id': fileWith({ ...note, id: 'Anna' }),
    'an id in capitals': fileWith({ ...note, id: idOf(0xabc).toUpperCase() }),
    'an id that is a number': fileWith({ ...note, id: 5 }),
    'the same id twice': fileWith(note, { ...note, kind: 'person' }),
    'a kind that is a list': fileWith({ ...note, kind: 'bin' }),
    'a kind that is no name': fileWith({ ...note, kind: '__proto__' }),
    'no kind': fileWith({ ...note, kind: undefined }),
    'no fields': fileWith({ ...note, fields: undefined }),
    'fields that are a list': fileWith({ ...note, fields: ['Hallo'] }),
    'an unknown part': fileWith({ ...note, extra: 1 }),
    'a time that is none': fileWith({ ...note, changed: '2026-13-45T10:00:00.000Z' }),
    'a time before 1970': fileWith({ ...note, changed: '1850-01-01T10:00:00.000Z' }),
    'times of no field': fileWith({ ...note, times: { town: made } }),
    'times that are none': fileWith({ ...note, times: { text: 5 } }),
    'others of no field': fileWith({ ...note, others: { town: [{ value: 1, changed: made }] } }),
    'others that are none': fileWith({ ...note, others: { text: [{ value: 1 }] } }),
    'deleted in words': fileWith({ ...note, fields: { deletedAt: 'yesterday' } }),
    'a field __proto__': withFields('{"__proto__":{"polluted":true}}'),
    'a field toString': withFields('{"toString":"x"}'),
    '__proto__ inside a value': withFields('{"a":{"__proto__":{"polluted":true}}}'),
    'an entry __proto__': fileOf([`{"__proto__":${JSON.stringify(note)}}`]),
    'nested 100 deep': withFields(`{"a":${nested(100)}}`),
    'nested 100,000 deep': withFields(`{"a":${nested(100_000)}}`),
    'nested as objects': withFields(`{"a":${'{"a":'.repeat(100)}1${'}'.repeat(100)}}`),
    'a number beyond all numbers': withFields('{"a":1e999}'),
    'a field too long for any change': fileWith({ ...note, fields: { text: 'x'.repeat(49_200) } }),
    'a photo that is none': fileOf(
      [JSON.stringify({ ...note, photo: photo('image/jpeg', btoa('<script>')) })],
      0,
      1,
    ),
    'a photo of another type': fileOf(
      [JSON.stringify({ ...note, photo: photo('image/svg+xml', btoa('<svg/>')) })],
      0,
      1,
    ),
    'a photo with a wrong type': fileOf(
      [JSON.stringify({ ...note, photo: photo('image/png', jpegBytes) })],
      0,
      1,
    ),
    'a photo that is no base64': fileOf(
      [JSON.stringify({ ...note, photo: photo('image/jpeg', '/9j/AA A') })],
      0,
      1,
    ),
    'an empty photo': fileOf([JSON.stringify({ ...note, photo: photo('image/jpeg', '') })], 0, 1),
    'a photo without thumb': fileOf(
      [JSON.stringify({ ...note, photo: { full: { type: 'image/jpeg', bytes: jpegBytes } } })],
      0,
      1,
    ),
    '50 MB on one line': new Blob([head, '\n', '"'.repeat(50 * 1024 ** 2)]),
    '50 MB of open brackets': new Blob([head, '\n', '['.repeat(50 * 1024 ** 2)]),
    '50 MB of empty lines': new Blob([head, '\n'.repeat(50 * 1024 ** 2)]),
  }
  it.each(Object.entries(files))(
    '%s',
    async (_, file) => {
      expect(await readInto(fresh, file)).toBe('broken')
      expect(await sizesOf(fresh)).toEqual(nothing)
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    },
    15_000,
  )

  it('cut anywhere', async () => {
    const bytes = new Blob([whole.trimEnd()])
    for (let end = 0; end < bytes.size; end += 1) {
      const result = await checkBackup(bytes.slice(0, end))
      expect(result.ok, `cut at ${end}`).toBe(false)
    }
    expect(await sizesOf(fresh)).toEqual(nothing)
  })

  it('that cannot be read any more', async () => {
    const gone = new Blob([whole])
    gone.stream = () =>
      new ReadableStream({ start: (controller) => controller.error(new Error('taken away')) })
    expect(await readInto(fresh, gone)).toBe('broken')
  })
})

it('asks for a newer app where the schema is newer', async () => {
  expect(await readInto(fresh, new Blob(['{"format":"ponte-backup","version":4,"anything":"else"}']))).toBe(
    'newer',
  )
})

it('refuses more text than any notebook has', async () => {
  const line = (index: number): string =>
    `\n{"id":"${idOf(index)}","kind":"note","changed":"${made}","fields":{"text":"${'x'.repeat(48_000)}"}},`
  const parts = Array.from({ length: 1500 }, (_, index) => line(index))
  expect(await readInto(fresh, new Blob([head, ...parts]))).toBe('too-large')
  expect(await sizesOf(fresh)).toEqual(nothing)
}, 30_000)

describe('a reading that fails half-way', () => {
  const checkedOf = async (): Promise<Checked> => {
    const checked = await checkBackup(new Blob([whole]))
    if (!checked.ok) throw new Error(checked.problem)
    return checked
  }

  it('saves nothing if the file breaks off', async () => {
    const checked = { ...(await checkedOf()), source: { file: new Blob([whole.slice(0, -40)]) } }
    expect(await readBackup(checked, fresh)).toEqual({ ok: false, problem: 'broken' })
    expect(await sizesOf(fresh)).toEqual(nothing)
  })

  it('saves nothing if a record cannot be saved', async () => {
    const checked = await checkedOf()
    const entry = { id: idOf(8), kind: 'note', changed: made, fields: { text: 'x'.repeat(60_000) } }
    const entries = [...checked.entries, { entry, hasPhoto: false, marks: {} }]
    await expect(readBackup({ ...checked, entries }, fresh)).rejects.toMatchObject({ code: 'too-long' })
    expect(await sizesOf(fresh)).toEqual(nothing)
  })

  it('leaves photos behind if the tab is killed, and the next reading clears them away', async () => {
    await putPhoto(fresh, idOf(77), jpeg([1]))
    expect(await readInto(fresh, new Blob([whole]))).toBe('read')
    expect((await contentOf(fresh)).photos.map(([id]) => id)).toEqual([idOf(1), idOf(2)])
  })

  it('lets two tabs read one after the other, and keeps all photos', async () => {
    const checked = await checkedOf()
    const both = await Promise.all([readBackup(checked, fresh), readBackup(checked, fresh)])
    expect(both).toEqual([
      { ok: true, records: 1, photos: 2, erased: 0 },
      { ok: true, records: 0, photos: 0, erased: 0 },
    ])
    expect(await sizesOf(fresh)).toEqual([3, 3, 3, 2, 2])
  })
})
