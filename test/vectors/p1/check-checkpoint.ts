import { hex, join, labelled, same, u32, u64, unhex, utf8 } from './bytes.ts'
import { writeCanonical, type Fields } from './canonical.ts'
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

/** What members sign of a checkpoint, which says its chunk and the mark of that. */
export function checkStatement(
  { statement, checkpoint, devices }: Vectors,
  { spaceId, heads }: Roster,
): void {
  const { json, id, message, signature } = statement
  const value = JSON.parse(json) as Fields
  same('statement of a checkpoint', utf8(json), writeCanonical(value))
  const { n, space, index, head, chunks, marks, firsts } = value as { [field: string]: unknown }
  same('what it is of', [n, space, head], [checkpoint.n, spaceId, heads[index as number]])
  const [at, sealed] = [checkpoint.index, unhex(checkpoint.chunks[0]?.sealed ?? '')]
  same('chunk of the statement', (chunks as string[])[at], hex(sha256(sealed)))
  same('mark of the statement', (marks as string[])[at], checkpoint.mark)
  const first = JSON.parse(checkpoint.chunks[0]?.text.split('\n')[0] ?? '') as string[]
  same('first record of the chunk', (firsts as string[])[at], first[0])
  same('id of a checkpoint', id, hex(sha256(utf8(json))))
  same('message of a checkpoint', message, hex(labelled('p1 statement', utf8(json))))
  const holds = verifies(unhex(devices.second.sign, 65), unhex(signature, 64), unhex(message))
  same('signature of a checkpoint', holds, true)
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
