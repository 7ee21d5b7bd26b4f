import { between, pick, type Chance } from '../../../bench/random.ts'
import { concat, type Bytes } from '../../../src/shared/bytes.ts'

/** Puts other bytes in the place of `remove` ones. */
const put = (bytes: Bytes, at: number, remove: number, ...insert: readonly Uint8Array[]): Bytes =>
  concat(bytes.subarray(0, at), ...insert, bytes.subarray(at + remove))

/** Random bytes. */
export function noise(chance: Chance, length: number): Bytes {
  return new Uint8Array(length).map(() => between(chance, 0, 255))
}

/** A length that is wrong in a telling way, if this was the right one. */
export const wrongLength = (chance: Chance, right: number): number =>
  pick(chance, [
    0,
    1,
    Math.max(0, right - 1),
    right + 1,
    2 * right,
    0x7fffffff,
    0x80000000,
    0xfffffffe,
    0xffffffff,
  ]) >>> 0

function numberAt(bytes: Bytes, chance: Chance): Bytes {
  if (bytes.length < 4) return put(bytes, 0, 0, Uint8Array.of(0, 0, 0, 1))
  const copy = bytes.slice()
  const at = between(chance, 0, bytes.length - 4)
  const view = new DataView(copy.buffer)
  view.setUint32(at, wrongLength(chance, view.getUint32(at)))
  return copy
}

type Break = (bytes: Bytes, chance: Chance, others: readonly Bytes[]) => Bytes

const someplace = (bytes: Bytes, chance: Chance): number => between(chance, 0, bytes.length)

/** Each does one thing to valid bytes. `others` are valid ones of the same kind, for splicing. */
const breaks: readonly Break[] = [
  (bytes, chance) => {
    const copy = bytes.slice()
    const at = between(chance, 0, Math.max(0, bytes.length - 1))
    copy[at] = (copy[at] ?? 0) ^ (1 << between(chance, 0, 7))
    return copy
  },
  (bytes, chance) => {
    const copy = bytes.slice()
    copy[between(chance, 0, Math.max(0, bytes.length - 1))] = pick(chance, [0, 1, 2, 0x7f, 0x80, 0xfe, 0xff])
    return copy
  },
  (bytes, chance) => bytes.slice(0, someplace(bytes, chance)),
  (bytes, chance) => bytes.slice(someplace(bytes, chance)),
  (bytes, chance) => concat(bytes, noise(chance, between(chance, 1, 64))),
  (bytes, chance) => concat(bytes, new Uint8Array(between(chance, 1, 64))),
  (bytes, chance) => put(bytes, someplace(bytes, chance), 0, noise(chance, between(chance, 1, 8))),
  (bytes, chance) => put(bytes, someplace(bytes, chance), between(chance, 1, 16)),
  (bytes, chance) => {
    const at = someplace(bytes, chance)
    return put(bytes, at, 0, bytes.subarray(at, at + between(chance, 1, 200)))
  },
  (bytes, chance) => {
    const [one, other] = [someplace(bytes, chance), someplace(bytes, chance)]
    const length = between(chance, 1, 32)
    const copy = bytes.slice()
    copy.set(bytes.subarray(other, Math.min(other + length, bytes.length - one + other)), one)
    return copy.slice(0, bytes.length)
  },
  numberAt,
  (bytes, chance, others) => {
    const other = pick(chance, [...others, bytes])
    const at = someplace(bytes, chance)
    return concat(bytes.subarray(0, at), other.subarray(Math.min(at, other.length)))
  },
  (_, chance, others) => (others.length > 0 ? pick(chance, others) : new Uint8Array()),
]

/** Valid bytes broken in one to three ways. */
export function breakBytes(chance: Chance, bytes: Bytes, others: readonly Bytes[] = []): Bytes {
  let broken = bytes
  for (let times = between(chance, 1, 3); times > 0; times -= 1)
    broken = pick(chance, breaks)(broken, chance, others)
  return broken
}

/** A list with one thing moved, missing, doubled or put in from elsewhere. */
export function breakList<T>(chance: Chance, list: readonly T[], others: readonly T[] = []): T[] {
  const copy = [...list]
  const [at, to] = [between(chance, 0, copy.length), between(chance, 0, copy.length)]
  const one = copy[at]
  const how = between(chance, 0, 4)
  if (how === 0) copy.splice(at, 1)
  if (how === 1 && one !== undefined) copy.splice(to, 0, one)
  if (how === 2 && one !== undefined) copy.splice(to, 0, ...copy.splice(at, 1))
  if (how === 3 && others.length > 0) copy.splice(at, 0, pick(chance, others))
  if (how === 4 && others.length > 0) copy.splice(at, 1, pick(chance, others))
  return copy
}
