import { digestOf } from './digest.ts'
import type { Bytes } from './bytes.ts'
import { readRun, writeRun, type Envelope, type Run } from './run.ts'

type Ids = ReadonlySet<string>

const speaks =
  (erased: Ids) =>
  (one: Envelope): boolean =>
    !one.erased && erased.has(one.recordId)

/** Whether a run still says something of what was erased. */
const speaksOf = ({ envelopes }: Pick<Run, 'envelopes'>, erased: Ids): boolean =>
  erased.size > 0 && envelopes.some(speaks(erased))

/** Whether something of a run is missing that nobody erased. */
export const lacksOthers = ({ envelopes }: Pick<Run, 'envelopes'>, erased: Ids): boolean =>
  envelopes.some((one) => one.erased && !erased.has(one.recordId))

/** The run without what it said of these records. Its hashes and its signature hold as before. */
export function withoutErased(run: Run, erased: Ids): Run {
  const isGone = speaks(erased)
  const envelopes = run.envelopes.map((one): Envelope => {
    if (!isGone(one)) return one
    const { kind, recordId, nonce, ciphertext } = one
    const left = { length: ciphertext.length, digest: digestOf(ciphertext) }
    return { kind, recordId, nonce, ciphertext: new Uint8Array(0), erased: left }
  })
  return { ...run, envelopes }
}

/** The bytes of a run as they may be kept: without what was erased. */
export const keptBytes = (run: Run, bytes: Bytes, erased: Ids): Bytes =>
  speaksOf(run, erased) ? writeRun(withoutErased(run, erased)) : bytes

/** The same, of bytes alone; undefined if they may stay as they are. Throws Malformed for no run. */
export function erasedBytes(bytes: Uint8Array, erased: Ids): Bytes | undefined {
  // Every receipt comes by here, and in most notebooks nothing was ever erased.
  if (erased.size === 0) return undefined
  const run = readRun(bytes)
  return speaksOf(run, erased) ? writeRun(withoutErased(run, erased)) : undefined
}
