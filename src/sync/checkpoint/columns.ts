import { Malformed, type Bytes } from '../../shared/bytes.ts'

/** Lines of a chunk, and rows of its columns. */
export const mostRows = 500

/** Stands before a value that is no string. Nothing in JSON is written with it. */
export const noString = '\t'

/** Bytes of a number: a u64. */
const width = 8

/** The room that so many numbers take. */
export const planesLength = (count: number): number => width * count

/**
 * Numbers as u64, but by planes: the highest byte of each, then the next one of each, down to the lowest. What they have in common lies
 * together and deflates to next to nothing.
 */
export function writePlanes(numbers: readonly number[]): Bytes {
  const count = numbers.length
  const bytes = new Uint8Array(planesLength(count))
  for (let at = 0; at < count; at += 1) {
    let left = numbers[at] ?? 0
    for (let plane = width - 1; left > 0; plane -= 1) {
      bytes[plane * count + at] = left % 256
      left = Math.floor(left / 256)
    }
  }
  return bytes
}

/** So many numbers, the first plane of which begins there. Throws Malformed above 2^53-1. */
export function readPlanes(bytes: Uint8Array, from: number, count: number): Float64Array {
  const numbers = new Float64Array(count)
  for (let plane = 0; plane < width; plane += 1)
    for (let at = 0; at < count; at += 1)
      numbers[at] = (numbers[at] ?? 0) * 256 + (bytes[from + plane * count + at] ?? 0)
  if (!numbers.every((number) => number <= Number.MAX_SAFE_INTEGER))
    throw new Malformed('a number that is too large')
  return numbers
}

/** A change by its device's place in their list and its own. */
export type Placed = { readonly device: number; readonly seq: number; readonly at: number }

/** Times are said in this order: on one device each is a little later than the one before. */
export const byDevice = (one: Placed, other: Placed): number =>
  one.device - other.device || one.seq - other.seq || one.at - other.at

const around = 2 ** 53

/** How much later a time is than the one before: around the corner of 2^53 where it is earlier. */
export const stepTo = (time: number, before: number): number =>
  time >= before ? time - before : around - (before - time)

/** The other way round. */
export const timeAfter = (before: number, step: number): number =>
  before >= around - step ? before - (around - step) : before + step
