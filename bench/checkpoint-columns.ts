import { sealChunk } from '../src/crypto/checkpoint.ts'
import { epochKeyOf } from '../src/crypto/epoch.ts'
import type { RecordState } from '../src/db/merge.ts'
import type { Bytes } from '../src/shared/bytes.ts'
import { textsOf } from '../src/sync/checkpoint/chunks.ts'
import { toColumns } from '../src/sync/checkpoint/to-columns.ts'
import { editsOf } from './growth-edits.ts'
import { chanceFrom } from './random.ts'
import { fullVolume, makeRecords } from './workload.ts'

/** What a notebook's checkpoint weighs, as lines and by columns, after so many edits of each record by two devices in turn. */

const devices = ['0123456789abcdef0123456789abcdef', 'a81b23c456d789ef0f23456789abcdee']

function stateAfter(edits: number): Map<string, RecordState> {
  const [chance, seqs, states] = [chanceFrom(5), [0, 0], new Map<string, RecordState>()]
  let [time, turn] = [1_600_000_000_000, 0]
  for (const batch of editsOf(7, makeRecords(7, fullVolume), edits))
    for (const { id, kind, set } of batch) {
      const which = turn++ % devices.length
      const seq = (seqs[which] ?? 0) + 1
      seqs[which] = seq
      time += 1 + Math.floor(chance() * 600_000)
      const live = (value: string) => ({ [`${devices[which] ?? ''}:${seq}`]: { time, value } })
      const written = Object.entries(set).map(([field, value]) => [field, { live: live(value), ahead: [] }])
      const registers = Object.fromEntries(written) as RecordState['registers']
      states.set(id, { kind, registers: { ...states.get(id)?.registers, ...registers } })
    }
  return states
}

const key = await epochKeyOf(0, new Uint8Array(32))

async function weigh(texts: readonly Bytes[], partsOf: (text: Bytes) => Bytes[]): Promise<number> {
  let bytes = 0
  for (const [index, text] of texts.entries()) {
    const place = { space: '0a'.repeat(16), n: 1, index, count: texts.length }
    bytes += (await sealChunk(key, place, partsOf(text), new Uint8Array(12))).length
  }
  return bytes
}

for (const edits of [0, 34]) {
  const texts = textsOf(stateAfter(edits))
  const [lines, columns] = [await weigh(texts, (text) => [text]), await weigh(texts, toColumns)]
  console.log(`${edits} edits each: ${lines} bytes as lines, ${columns} by columns, ${texts.length} chunks`)
}
