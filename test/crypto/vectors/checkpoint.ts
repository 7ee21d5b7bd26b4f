import { markOf, openChunk, sealChunk, verifyStatement } from '../../../src/crypto/checkpoint.ts'
import { epochKeyOf } from '../../../src/crypto/epoch.ts'
import { withoutErased } from '../../../src/shared/erasing.ts'
import { checkpointId, signedStatement, writeStatement } from '../../../src/shared/checkpoint/statement.ts'
import { concat, fromHex, toHex, utf8, type Bytes } from '../../../src/shared/bytes.ts'
import { labels } from '../../../src/shared/labels.ts'
import { readRun, writeRun } from '../../../src/shared/run.ts'
import { hashOfChunk } from '../../../src/sync/checkpoint/chunks.ts'
import type { RecordState } from '../../../src/db/merge.ts'
import { fromColumns } from '../../../src/sync/checkpoint/from-columns.ts'
import { digestsOf, lineOf, textOf, withoutLines } from '../../../src/sync/checkpoint/text.ts'
import { toColumns } from '../../../src/sync/checkpoint/to-columns.ts'
import { cast, secrets } from './cast.ts'
import { filled, hkdf, type Part } from './parts.ts'
import { signAgain } from './run.ts'

const [second, third] = [cast.second.id, cast.third.id]

/** Of two kinds, with a field that two wrote, a version that never came, a value of each kind, and a record that is erased. */
const records: readonly (readonly [string, RecordState])[] = [
  [
    '0d'.repeat(16),
    {
      kind: 'person',
      registers: {
        deletedAt: { live: { [`${second}:2`]: { time: 1_764_000_060_000, value: null } }, ahead: [] },
        givenName: {
          live: {
            [`${second}:2`]: { time: 1_764_000_060_000, value: 'Ági' },
            [`${third}:300`]: { time: 1_763_999_999_999, value: 'Ágnes\t"\\\ud800' },
          },
          ahead: [`${third}:302`],
        },
        'phones/0a': {
          live: {
            [`${second}:1`]: {
              time: 1_764_000_000_000,
              value: { label: 'mobile', number: '+36 20 123 4567' },
            },
          },
          ahead: [],
        },
      },
    },
  ],
  [
    '1d'.repeat(16),
    {
      kind: 'note',
      registers: {
        pinned: { live: { [`${third}:1`]: { time: 1_763_000_000_000, value: true } }, ahead: [] },
        text: { live: { [`${third}:1`]: { time: 1_763_000_000_000, value: 'Grüße\nan Pécs' } }, ahead: [] },
      },
    },
  ],
  [
    '2d'.repeat(16),
    {
      kind: 'note',
      registers: {
        text: { live: { [`${third}:2`]: { time: 1_763_000_500_000, value: 'Geheim' } }, ahead: [] },
      },
    },
  ],
]

const decode = (bytes: Bytes): string => new TextDecoder().decode(bytes)

/** A chunk by columns, the same with a gap, and as lines. */
export async function tellCheckpoint(
  space: string,
): Promise<{ readonly part: Part; readonly sealed: string; readonly mark: string }> {
  const key = await epochKeyOf(0, secrets.key)
  const place = { space, n: 302, index: 1, count: 2 }
  const text = textOf(records.map(([id, state]) => lineOf(id, state)))
  const gone = '2d'.repeat(16)
  const left = withoutLines(text, new Set([gone]))
  const chunk = async (lines: Bytes, parts: readonly Bytes[], byte: number): Promise<Part> => {
    const nonce = filled(12, byte)
    const sealed = await sealChunk(key, place, parts, nonce)
    const opened = fromColumns(await openChunk(key, place, sealed))
    if (decode(opened) !== decode(lines)) throw new Error('a chunk that differs')
    return { text: decode(lines), parts: parts.map(toHex), nonce: toHex(nonce), sealed: toHex(sealed) }
  }
  const first = await chunk(text, toColumns(text), 0x3f)
  const mark = toHex(await markOf(key, place, digestsOf(text)))
  const part = {
    n: place.n,
    index: place.index,
    count: place.count,
    key: hkdf(toHex(secrets.key), space, labels.checkpoint),
    lines: toHex(digestsOf(text)),
    mark,
    chunks: [first, await chunk(left, toColumns(left), 0x4f), await chunk(utf8(decode(text)), [text], 0x5f)],
  }
  return { part, sealed: String(first['sealed']), mark }
}

/** What members sign: that the second of two chunks is the first one that is told here. */
export async function tellStatement(
  roster: { readonly spaceId: string; readonly heads: readonly string[] },
  { sealed, mark }: { readonly sealed: string; readonly mark: string },
  kept?: string,
): Promise<Part> {
  const [n, index, head] = [302, 3, roster.heads[3] ?? '']
  const reach = [{ device: second, seq: n, hash: '2f'.repeat(32), index }]
  const of = { space: roster.spaceId, n, hash: '3f'.repeat(32), index, head, epoch: 0, reach, records: 503 }
  const bytes = writeStatement({
    ...of,
    chunks: ['4f'.repeat(32), hashOfChunk(fromHex(sealed))],
    firsts: ['01'.repeat(16), '0d'.repeat(16)],
    marks: ['5f'.repeat(32), mark],
  })
  const message = signedStatement(bytes)
  const signature = await signAgain(kept, message)
  if (!(await verifyStatement(toHex(cast.second.signPublic), fromHex(signature), bytes)))
    throw new Error('a statement that nobody signed')
  return { json: decode(bytes), id: checkpointId(bytes), message: toHex(message), signature }
}

/** The first run, of which one record was erased: its changes are kept as headers and digests. */
export function tellErased(run: string): Part {
  const record = '0d'.repeat(16)
  const left = withoutErased(readRun(concat(fromHex(run))), new Set([record]))
  return { record, bytes: toHex(writeRun(left)) }
}
