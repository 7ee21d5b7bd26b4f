import { between, pick, type Chance } from '../../../bench/random.ts'
import { openChunk, sealChunk } from '../../../src/crypto/checkpoint.ts'
import { epochKeyOf } from '../../../src/crypto/epoch.ts'
import type { RecordState } from '../../../src/db/merge.ts'
import { concat, type Bytes } from '../../../src/shared/bytes.ts'
import { readStatement, writeStatement, type Statement } from '../../../src/shared/checkpoint/statement.ts'
import { fromColumns } from '../../../src/sync/checkpoint/from-columns.ts'
import { digestsOf, lineOf, readText, textOf, withoutLines } from '../../../src/sync/checkpoint/text.ts'
import { toColumns } from '../../../src/sync/checkpoint/to-columns.ts'
import { breakBytes } from '../break/bytes.ts'
import { breakJson } from '../break/json.ts'
import { bytesFor, idFor } from '../keys.ts'
import { anyBody } from '../runs.ts'
import { demand, demandSame, verdictOf, type TargetMaker } from '../target.ts'

const hashFor = (name: string): string => Buffer.from(bytesFor(name)).toString('hex')

/** Nothing was erased. */
const nobody: ReadonlySet<string> = new Set()

/** A statement that could be one, of a space that may be another's. */
export function anyStatement(chance: Chance, space: string, more: Partial<Statement> = {}): Statement {
  const number = (): number => pick(chance, [0, 1, 2, 5, 2 ** 32, 2 ** 53 - 1])
  const devices = ['a', 'b', 'c'].map(idFor).sort()
  const chunks = Array.from({ length: between(chance, 0, 3) }, (_, at) => at)
  return {
    space,
    n: number(),
    hash: hashFor('log'),
    index: number(),
    head: hashFor('head'),
    epoch: number(),
    reach: devices.map((device) => ({ device, seq: number(), hash: hashFor(device), index: number() })),
    chunks: chunks.map((at) => hashFor(`chunk ${at}`)),
    firsts: chunks.map((at) => idFor(`first ${at}`)),
    marks: chunks.map((at) => hashFor(`mark ${at}`)),
    records: number(),
    ...more,
  }
}

/** What checkpoints are signed as. */
export const statement: TargetMaker = async () => ({
  make: async (chance) => {
    const said = anyStatement(chance, idFor('space'))
    if (chance() < 0.1) return writeStatement(said)
    return chance() < 0.7 ? breakJson(chance, said) : breakBytes(chance, writeStatement(said))
  },
  judge: async (input) =>
    verdictOf(() => demandSame(writeStatement(readStatement(input)), input, 'it is spelt in two ways')),
})

function anyRecord(chance: Chance): RecordState {
  const { kind, time, set } = anyBody(chance)
  const registers = Object.entries(set).map(([field, value], at) => [
    field,
    {
      live: { [`${idFor('a')}:${at + 1}`]: { time, value } },
      ahead: chance() < 0.2 ? [`${idFor('b')}:9`] : [],
    },
  ])
  return { kind, registers: Object.fromEntries(registers) as RecordState['registers'] }
}

function anyText(chance: Chance): Bytes {
  const lines = Array.from({ length: between(chance, 1, 4) }, (_, at) =>
    lineOf(idFor(`record ${at}`), anyRecord(chance)),
  )
  if (chance() < 0.2) return textOf(lines)
  const at = between(chance, 0, lines.length - 1)
  const whole = JSON.parse(new TextDecoder().decode(lines[at])) as unknown[]
  lines[at] = breakJson(chance, whole)
  return chance() < 0.3 ? breakBytes(chance, textOf(lines)) : textOf(lines)
}

/** How a chunk's input, behind its first byte, is to be understood: as sealed, as a text, or as what lies in the seal. */
const ways = { sealed: 0, text: 1, inside: 2 } as const

/** Chunks of checkpoints: what two members have sealed may still be anything. */
export const chunk: TargetMaker = async () => {
  const key = await epochKeyOf(0, bytesFor('key'))
  const place = { space: idFor('space'), n: 7, index: 0, count: 2 }
  const nonce = bytesFor('nonce').slice(0, 12)
  return {
    make: async (chance) => {
      const draw = chance()
      if (draw < 0.5) return concat(Uint8Array.of(ways.text), anyText(chance))
      const parts = toColumns(anyText(chance))
      if (draw < 0.8) return concat(Uint8Array.of(ways.inside), breakBytes(chance, concat(...parts)))
      const valid = await sealChunk(key, place, parts, nonce)
      return concat(Uint8Array.of(ways.sealed), breakBytes(chance, valid))
    },
    judge: async (input) => {
      const given = input.slice(1)
      const partsOf = (): Bytes[] => (input[0] === ways.text ? toColumns(given) : [given])
      return verdictOf(async () => {
        const sealed = input[0] === ways.sealed ? given : await sealChunk(key, place, partsOf(), nonce)
        const text = fromColumns(await openChunk(key, place, sealed))
        // What does not even begin like a line may be anything.
        if (input[0] === ways.text && given[0] === 0x5b)
          demandSame(text, given, 'columns say something else than the lines')
        demandSame(fromColumns(concat(...toColumns(text))), text, 'it is sealed otherwise')
        const records = readText(text, nobody)
        const [first = ''] = records.keys()
        const left = withoutLines(text, new Set([first]))
        demandSame(digestsOf(left), digestsOf(text), 'a gap changes what the chunk is known by')
        demand(!readText(left, new Set([first])).has(first), 'what was erased is there')
        const again = textOf([...records].map(([id, state]) => lineOf(id, state)))
        demandSame(
          textOf([...readText(again, nobody)].map(([id, state]) => lineOf(id, state))),
          again,
          'it reads otherwise',
        )
      })
    },
  }
}
