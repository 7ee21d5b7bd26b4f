import { describe, expect, it } from 'vitest'
import { openBackup, pieceLength, sealBackup, textsOf, type SheetKey } from '../../src/crypto/backup.ts'
import { concat, u32, utf8, type Bytes } from '../../src/shared/bytes.ts'
import { newSheet } from './new-sheet.ts'

async function* inParts(...parts: readonly Bytes[]): AsyncGenerator<Bytes> {
  for (const part of parts) yield part
}

async function seal(sheets: readonly SheetKey[], ...parts: readonly Bytes[]): Promise<Blob> {
  const pieces: Bytes[] = []
  for await (const piece of sealBackup(sheets, inParts(...parts))) pieces.push(piece)
  return new Blob(pieces)
}

async function open(file: Blob, digits: string): Promise<Bytes> {
  const parts: Bytes[] = []
  for await (const part of textsOf(await openBackup(file, digits))) parts.push(part)
  return concat(...parts)
}

const [first, second, stranger] = await Promise.all([newSheet(), newSheet(), newSheet()])
const long = new Uint8Array(2 * pieceLength + 5).map((_, at) => at % 251)
const file = await seal([first.sheet, second.sheet], long)
const tag = 16
const bodyAt = file.size - long.length - 3 * tag
const problem = (code: string): object => ({ name: 'Problem', code })

it('opens with the digits of any of its sheets, and of no other', async () => {
  expect(await open(file, first.digits)).toEqual(long)
  expect(await open(file, second.digits)).toEqual(long)
  await expect(open(file, stranger.digits)).rejects.toMatchObject(problem('wrap-refused'))
  await expect(open(file, first.digits.slice(0, -1))).rejects.toMatchObject(problem('slip-malformed'))
}, 30_000)

it.each([0, 1, pieceLength - 1, pieceLength, pieceLength + 1, 2 * pieceLength])(
  'gives back %i bytes, however they came',
  async (length) => {
    const text = long.slice(0, length)
    const half = Math.floor(length / 2)
    const sealed = await seal([first.sheet], text.slice(0, half), text.slice(half))
    expect(await open(sealed, first.digits)).toEqual(text)
  },
)

it('holds nothing of what is in it in the clear', async () => {
  const canary = utf8('Kanarienvogel')
  const sealed = new Uint8Array(await (await seal([first.sheet], canary)).arrayBuffer())
  expect(Buffer.from(sealed).includes(Buffer.from(canary))).toBe(false)
})

describe('a file that is not whole', () => {
  const sealedLength = pieceLength + tag
  const ends = [0, 1, 2].flatMap((index) => [-1, 0, 1].map((by) => bodyAt + index * sealedLength + by))

  it.each([...ends, file.size - 1, bodyAt + 2 * sealedLength + tag])('cut at %i', async (end) => {
    await expect(open(file.slice(0, end), first.digits)).rejects.toThrow()
  })

  it('with two pieces exchanged, one doubled, or one more', async () => {
    const piece = (index: number): Blob =>
      file.slice(bodyAt + index * sealedLength, bodyAt + (index + 1) * sealedLength)
    const head = file.slice(0, bodyAt)
    for (const pieces of [
      [1, 0, 2],
      [0, 0, 2],
      [0, 1, 1, 2],
      [0, 1, 2, 2],
      [0, 2],
    ])
      await expect(open(new Blob([head, ...pieces.map(piece)]), first.digits)).rejects.toMatchObject(
        problem('seal-refused'),
      )
  }, 30_000)

  it('with any bit of it another', async () => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const places = [2, 3, 5, 8, 30, 60, 200, bodyAt - 1, bodyAt, bodyAt + sealedLength, bytes.length - 1]
    for (const at of places) {
      const wrong = bytes.slice()
      wrong[at] = (wrong[at] ?? 0) ^ 1
      await expect(open(new Blob([wrong]), first.digits), `at ${at}`).rejects.toThrow()
    }
  }, 60_000)

  it('that says of itself that its head is endless', async () => {
    const head = concat(utf8('PB'), Uint8Array.of(1, 1), u32(0xffffffff))
    await expect(open(new Blob([head]), first.digits)).rejects.toThrow('long head')
  })
})
