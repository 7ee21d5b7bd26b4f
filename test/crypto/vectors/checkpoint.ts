import { markOf, openChunk, sealChunk } from '../../../src/crypto/checkpoint.ts'
import { epochKeyOf } from '../../../src/crypto/epoch.ts'
import { withoutErased } from '../../../src/shared/erasing.ts'
import { concat, fromHex, toHex, utf8, type Bytes } from '../../../src/shared/bytes.ts'
import { labels } from '../../../src/shared/labels.ts'
import { readRun, writeRun } from '../../../src/shared/run.ts'
import type { RecordState } from '../../../src/db/merge.ts'
import { fromColumns } from '../../../src/sync/checkpoint/from-columns.ts'
import { digestsOf, lineOf, textOf, withoutLines } from '../../../src/sync/checkpoint/text.ts'
import { toColumns } from '../../../src/sync/checkpoint/to-columns.ts'
import { cast, secrets } from './cast.ts'
import { filled, hkdf, type Part } from './parts.ts'

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
export async function tellCheckpoint(space: string): Promise<Part> {
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
  return {
    n: place.n,
    index: place.index,
    count: place.count,
    key: hkdf(toHex(secrets.key), space, labels.checkpoint),
    lines: toHex(digestsOf(text)),
    mark: toHex(await markOf(key, place, digestsOf(text))),
    chunks: [
      await chunk(text, toColumns(text), 0x3f),
      await chunk(left, toColumns(left), 0x4f),
      await chunk(utf8(decode(text)), [text], 0x5f),
    ],
  }
}

/** The first run, of which one record was erased: its changes are kept as headers and digests. */
export function tellErased(run: string): Part {
  const record = '0d'.repeat(16)
  const left = withoutErased(readRun(concat(fromHex(run))), new Set([record]))
  return { record, bytes: toHex(writeRun(left)) }
}
