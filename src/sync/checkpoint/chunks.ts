import { markOf, openChunk, sealChunk, type ChunkPlace } from '../../crypto/checkpoint.ts'
import type { EpochKey } from '../../crypto/epoch.ts'
import { Problem } from '../../crypto/problem.ts'
import type { RecordState } from '../../db/merge.ts'
import type { Statement } from '../../shared/checkpoint/statement.ts'
import { concat, Malformed, toHex, type Bytes } from '../../shared/bytes.ts'
import { digestOf } from '../../shared/digest.ts'
import type { Random } from '../../shared/ids.ts'
import { mostRows } from './columns.ts'
import { fromColumns } from './from-columns.ts'
import { digestsOf, lineOf, readText, textOf } from './text.ts'
import { toColumns } from './to-columns.ts'

/** A chunk has at most 500 records, and is cut before it gets longer than this; a record alone may be longer. */
const mostText = 512 * 1024

/** The texts of a checkpoint's chunks: all records in the order of their ids, cut by one rule, so that all come to the same. */
export function textsOf(records: ReadonlyMap<string, RecordState>): Bytes[] {
  const chunks: Bytes[][] = []
  let length = Infinity
  for (const [id, state] of [...records].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const line = lineOf(id, state)
    const last = chunks.at(-1)
    if (last && last.length < mostRows && length + line.length < mostText) last.push(line)
    else [length] = [(chunks.push([line]), 0)]
    length += line.length
  }
  return chunks.map(textOf)
}

/** A text sealed for its place, by columns. Throws Malformed for one that is too long. */
export const sealText = (key: EpochKey, place: ChunkPlace, text: Bytes, random: Random): Promise<Bytes> =>
  sealChunk(key, place, toColumns(text), random(new Uint8Array(12)))

/** The texts sealed, each for its place. Undefined if one record alone is longer than a chunk may be. */
export async function sealTexts(
  key: EpochKey,
  { space, n }: Pick<Statement, 'space' | 'n'>,
  texts: readonly Bytes[],
  random: Random,
): Promise<Bytes[] | undefined> {
  const sealed: Bytes[] = []
  try {
    for (const [index, text] of texts.entries()) {
      const place = { space, n, index, count: texts.length }
      sealed.push(await sealText(key, place, text, random))
    }
    return sealed
  } catch (error) {
    if (error instanceof Malformed) return undefined
    throw error
  }
}

export const hashOfChunk = (sealed: Uint8Array): string => toHex(digestOf(concat(sealed)))

/** The marks of a checkpoint's texts, as hex. */
export const marksOf = (
  key: EpochKey,
  { space, n }: Pick<Statement, 'space' | 'n'>,
  texts: readonly Bytes[],
): Promise<string[]> =>
  Promise.all(
    texts.map(async (text, index) => toHex(await markOf(key, { space, n, index }, digestsOf(text)))),
  )

/**
 * The text of a statement's chunk; undefined if it doesn't open, or doesn't say what was signed. What was erased since may be missing
 * in it, and is told by its gaps: so whoever seals it anew can change nothing else.
 */
export async function textIn(
  key: EpochKey,
  { space, n, chunks, marks }: Statement,
  index: number,
  sealed: Bytes,
): Promise<Bytes | undefined> {
  try {
    const text = fromColumns(await openChunk(key, { space, n, index, count: chunks.length }, sealed))
    const mark = toHex(await markOf(key, { space, n, index }, digestsOf(text)))
    return mark === marks[index] ? text : undefined
  } catch (error) {
    if (error instanceof Problem || error instanceof Malformed) return undefined
    throw error
  }
}

/** The records in a chunk's text; undefined if there are none that could be. */
export function recordsIn(text: Bytes, erased: ReadonlySet<string>): Map<string, RecordState> | undefined {
  try {
    return readText(text, erased)
  } catch (error) {
    if (error instanceof Malformed) return undefined
    throw error
  }
}
