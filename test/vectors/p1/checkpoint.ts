import { inflateRawSync } from 'node:zlib'
import { Differs, hex, join, readerOf, utf8 } from './bytes.ts'
import { paddedLength } from './padding.ts'
import { sha256 } from './primitives.ts'

const most = 8 * 1024 * 1024

/** One or two parts, each behind its length and how long it is deflated; zeros up to the padded length. */
export function unpackParts(plain: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = []
  let [left, used] = [plain, 0]
  while (
    parts.length < 2 &&
    (parts.length === 0 || (left.length >= 8 && left.subarray(0, 4).some(Boolean)))
  ) {
    const reader = readerOf(left)
    const [length, deflated] = [reader.number(4), reader.number(4)]
    const part = inflateRawSync(reader.take(deflated), { maxOutputLength: most })
    if (part.length !== length) throw new Differs('a part of another length')
    parts.push(new Uint8Array(part))
    used += 8 + deflated
    left = reader.rest()
  }
  if (plain.length !== paddedLength(used) || left.some(Boolean)) throw new Differs('padded otherwise')
  return parts
}

type Change = { device: number; seq: number; at: number; time: number }

/** Changes in the order in which their times are told. */
const inTime = (changes: readonly Change[]): Change[] =>
  [...changes].sort((one, other) => one.device - other.device || one.seq - other.seq || one.at - other.at)

const round = 2n ** 53n

/** What stands in a chunk, as its lines. */
export function linesOf(plain: Uint8Array): string {
  if (plain[0] === 0x5b) return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  const reader = readerOf(plain)
  const [rows = 0, versions = 0, changes = 0, devices = 0, shapes = 0] = Array.from({ length: 5 }, () =>
    reader.number(4),
  )
  if (rows < 1 || rows > 500) throw new Differs('another number of rows')
  const ids = Array.from({ length: rows }, () => hex(reader.take(16)))
  const numbers = (count: number): number[] => {
    const planes = Array.from({ length: 8 }, () => reader.take(count))
    return Array.from({ length: count }, (_, at) =>
      Number(`0x${planes.map((plane) => hex(plane.subarray(at, at + 1))).join('')}`),
    )
  }
  const [shapeOf, backs] = [numbers(rows), numbers(versions)]
  const [deviceOf, seqs, steps] = [numbers(changes), numbers(changes), numbers(changes)]
  const told = seqs.map((seq, at): Change => ({ device: deviceOf[at] ?? -1, seq, at, time: 0 }))
  const items = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(reader.rest()).split('\n')
  if (items.length !== devices + shapes + versions) throw new Differs('another number of words')
  const names = items.splice(0, devices)
  const shape = items.splice(0, shapes).map((item) => JSON.parse(item) as (string | number)[])
  let before = 0n
  for (const [place, change] of inTime(told).entries()) {
    before = (before + BigInt(steps[place] ?? 0)) % round
    change.time = Number(before) - 1
  }
  const used = shapeOf.map((at) => shape[at] ?? [])
  const columns = new Map<number, number>()
  for (const [kind, ...fields] of used)
    if (kind !== 0)
      for (let at = 1; at < fields.length; at += 2)
        columns.set(Number(fields[at]), (columns.get(Number(fields[at])) ?? 0) + 1)
  const values = new Map<number, string[]>()
  for (const [column, count] of [...columns].sort(([one], [other]) => one - other))
    values.set(column, items.splice(0, count))
  let change = 0
  const lines = used.map(([kind, ...fields], row) => {
    const parts = [`"${ids[row] ?? ''}"`, JSON.stringify(kind)]
    if (kind === 0) return `[${[...parts, JSON.stringify(fields[0])].join(',')}]`
    const own: number[] = []
    for (let at = 0; at < fields.length; at += 2) {
      const back = backs.shift() ?? -1
      if (back === 0) own.push(change++)
      const { device, seq, time } = told[own.at(back === 0 ? -1 : -back) ?? -1] ?? {
        device: -1,
        seq: 0,
        time: 0,
      }
      const value = values.get(Number(fields[at + 1]))?.shift() ?? ''
      const json = value.startsWith('\t') ? value.slice(1) : `"${value}"`
      parts.push(JSON.stringify(fields[at]), `"${names[device] ?? ''}:${seq}"`, String(time), json)
    }
    return `[${parts.join(',')}]`
  })
  if (change !== changes) throw new Differs('another number of changes')
  return lines.sort().join('\n')
}

/** Id and digest of each line; of a gap the digest that stands in it. */
export const digestsOf = (text: string): Uint8Array =>
  join(
    ...text.split('\n').map((line) => {
      const [id, kind, digest] = JSON.parse(line) as [string, string | 0, string]
      return join(Buffer.from(id, 'hex'), kind === 0 ? Buffer.from(digest, 'hex') : sha256(utf8(line)))
    }),
  )
