import { Differs, hex, join, labelled, readerOf, same, u32, unhex, utf8 } from './bytes.ts'
import { readFields, writeCanonical, type Fields } from './canonical.ts'
import { isPoint, sha256 } from './primitives.ts'

export type Kind = 'genesis' | 'issue' | 'admit' | 'revoke' | 'role' | 'remove' | 'erase' | 'leave'
/** Where a chain ends. */
export type CutOff = { readonly hash: string; readonly seq: number }

type Test = (value: unknown) => boolean
const bytesOf =
  (least: number, most = least): Test =>
  (value) => {
    const { length } = unhex(value as string)
    return length >= least && length <= most
  }
const id = bytesOf(16)
const point: Test = (value) => isPoint(unhex(value as string, 65))
const role: Test = (value) => ['reader', 'member', 'coordinator'].includes(value as string)
const number: Test = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const wrap: Test = (value) => isPoint(unhex(value as string, 113).slice(0, 65))

/** seq 0 is that of no envelope, which has no hash, and only that one. */
function isCutOff(value: unknown): boolean {
  const fields = Object.keys(value as object).sort()
  const { hash, seq } = value as CutOff
  return fields.join() === 'hash,seq' && bytesOf(32)(hash) && number(seq) && (seq === 0) === /^0+$/.test(hash)
}
const mapOf =
  (test: Test, most: number): Test =>
  (value) => {
    const entries = Object.entries(value as object)
    return entries.length <= most && entries.every(([name, one]) => id(name) && test(one))
  }

/** In their order, each once. */
const ids =
  (least: number): Test =>
  (value) => {
    const list = value as string[]
    const isOrdered = list.every((one, at) => id(one) && (at === 0 || (list[at - 1] ?? '') < one))
    return isOrdered && list.length >= least && list.length <= 200
  }
const hashes: Test = (value) =>
  Object.entries(value as object).every(([old, next]) => bytesOf(32)(old) && bytesOf(32)(next))

const keys = { agree: point, member: id, role, sign: point, wrap }

/** What the body of each kind holds: a further kind is a further line, and a rule in roster.ts. */
const bodies: Record<number, { readonly kind: Kind; readonly fields: Readonly<Record<string, Test>> }> = {
  1: { kind: 'genesis', fields: { ...keys, check: bytesOf(16) } },
  2: { kind: 'issue', fields: { ...keys, box: bytesOf(1, 4096), expires: number, slip: id } },
  3: {
    kind: 'admit',
    fields: { ...keys, device: id, name: bytesOf(1, 256), slip: (value) => value === '' || id(value) },
  },
  4: { kind: 'revoke', fields: { slip: id } },
  5: { kind: 'role', fields: { cut: (value) => value === null || isCutOff(value), device: id, role } },
  6: {
    kind: 'remove',
    fields: {
      back: bytesOf(48),
      check: bytesOf(16),
      devices: mapOf(isCutOff, 200),
      wraps: mapOf(wrap, 250),
    },
  },
  7: {
    kind: 'erase',
    fields: { chunks: hashes, leftovers: ids(0), photos: ids(0), records: ids(1) },
  },
  9: { kind: 'leave', fields: { hash: bytesOf(32), seq: number } },
}

export type Entry = {
  readonly kind: Kind
  readonly spaceId: string
  readonly index: number
  readonly headBefore: Uint8Array
  readonly signer: string
  readonly body: Fields
}

/** The entry in its bytes, after writing it again and finding the same. */
export function readEntry(bytes: Uint8Array): Entry {
  const { take, number: read, end } = readerOf(bytes)
  same('mark and version of an entry', take(3), join(utf8('PR'), Uint8Array.of(1)))
  const code = read(1)
  const known = bodies[code]
  if (!known) throw new Differs(`an entry of the kind ${code}`)
  const { kind, fields } = known
  const [spaceId, index, headBefore, signer] = [hex(take(16)), read(4), take(32), hex(take(16))]
  const body = readFields(take(read(4)), Object.keys(fields))
  end()
  same(`at most 80 KiB of ${kind}`, bytes.length <= 81_920, true)
  for (const [name, test] of Object.entries(fields)) same(`${name} of ${kind}`, test(body[name]), true)
  const entry = { kind, spaceId, index, headBefore, signer, body }
  same(`bytes of ${kind}`, bytes, writeEntry(code, entry))
  return entry
}

function writeEntry(code: number, { spaceId, index, headBefore, signer, body }: Entry): Uint8Array {
  const json = writeCanonical(body)
  const start = join(utf8('PR'), Uint8Array.of(1, code), unhex(spaceId, 16), u32(index), headBefore)
  return join(start, unhex(signer, 16), u32(json.length), json)
}

export const headOf = (bytes: Uint8Array): Uint8Array => sha256(bytes)
export const entryMessage = (head: Uint8Array): Uint8Array => labelled('p1 entry', head)
