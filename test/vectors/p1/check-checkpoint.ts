import { hex, join, labelled, same, u32, u64, unhex } from './bytes.ts'
import { digestsOf, linesOf, unpackParts } from './checkpoint.ts'
import type { Vectors } from './file.ts'
import { hkdf, open, sha256, verifies } from './primitives.ts'
import type { Roster } from './roster.ts'
import { chainOf, messageOf, readRun } from './run.ts'

/** Chunks that say the same: by columns, with one record erased, and as lines. */
export function checkCheckpoint({ checkpoint, epoch }: Vectors, { spaceId }: Roster): void {
  const { n, index, count, chunks } = checkpoint
  const [secret, space] = [unhex(epoch.key, 32), unhex(spaceId, 16)]
  const key = hkdf(secret, space, labelled('p1 checkpoint'), 32)
  same('key of checkpoints', checkpoint.key, hex(key))
  const bound = labelled('p1 checkpoint', space, u64(n), u32(index), u32(count))
  for (const { text, parts, nonce, sealed } of chunks) {
    const bytes = unhex(sealed)
    same('nonce of a chunk', nonce, hex(bytes.slice(0, 12)))
    const told = unpackParts(open(key, bytes.slice(0, 12), bound, bytes.slice(12)))
    same('parts', parts, told.map(hex))
    same('text', text, linesOf(join(...told)))
    same('lines', checkpoint.lines, hex(digestsOf(text)))
  }
  const info = labelled('p1 chunk', u64(n), u32(index), sha256(unhex(checkpoint.lines)))
  same('mark', checkpoint.mark, hex(hkdf(secret, space, info, 32)))
}

/** What is kept of a run: its hashes and its signature hold, and nothing of the record is left but how long it was. */
export function checkErasedRun({ erasedRun, runs, devices }: Vectors, { spaceId }: Roster): void {
  const [whole, left] = [readRun(unhex(runs[0]?.bytes ?? '')), readRun(unhex(erasedRun.bytes))]
  const links = chainOf(unhex(spaceId, 16), left)
  same(
    'chain of what is kept',
    links.map(({ hash }) => hex(hash)),
    runs[0]?.envelopes.map(({ hash }) => hash),
  )
  const expected = whole.envelopes.map(({ recordId }) => hex(recordId) === erasedRun.record)
  same(
    'what is erased',
    left.envelopes.map(({ erased }) => erased !== undefined),
    expected,
  )
  same('signature', hex(left.signature), hex(whole.signature))
  const message = messageOf(left, links.at(-1)?.hash ?? new Uint8Array())
  same('signature of what is kept', verifies(unhex(devices.second.sign, 65), left.signature, message), true)
}
