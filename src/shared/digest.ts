import { concat, u64, type Bytes } from './bytes.ts'

/** The first 32 bits of the fractions of the square or cube roots of the first primes: where SHA-256 gets its constants. */
function fractions(count: number, root: number): Uint32Array {
  const primes: number[] = []
  for (let one = 2; primes.length < count; one += 1)
    if (primes.every((prime) => one % prime)) primes.push(one)
  return Uint32Array.from(primes, (prime) => (prime ** (1 / root) % 1) * 2 ** 32)
}

const begin = fractions(8, 2)
const constants = fractions(64, 3)
const schedule = new Uint32Array(64)

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

function readBlock(view: DataView, at: number): void {
  for (let index = 0; index < 16; index += 1) schedule[index] = view.getUint32(at + 4 * index)
  for (let index = 16; index < 64; index += 1) {
    const [early, late] = [schedule[index - 15] ?? 0, schedule[index - 2] ?? 0]
    const first = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const second = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    schedule[index] = (schedule[index - 16] ?? 0) + first + (schedule[index - 7] ?? 0) + second
  }
}

function mix(state: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let index = 0; index < 64; index += 1) {
    const choice = (e & f) ^ (~e & g)
    const one = (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + h + choice
    const first = (one + (constants[index] ?? 0) + (schedule[index] ?? 0)) | 0
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  const turned = [a, b, c, d, e, f, g, h]
  for (let index = 0; index < 8; index += 1) state[index] = (state[index] ?? 0) + (turned[index] ?? 0)
}

/**
 * SHA-256 at once. For the many short and public byte strings of a chain: the platform's own (hash.ts) is asked through
 * another thread, which takes several times as long as hashing a change. Not for secrets: its time may tell of them.
 */
export function digestOf(bytes: Uint8Array): Bytes {
  const padding = new Uint8Array(1 + ((119 - (bytes.length % 64)) % 64))
  padding[0] = 0x80
  const whole = concat(bytes, padding, u64(8 * bytes.length))
  const state = begin.slice()
  const view = new DataView(whole.buffer)
  for (let at = 0; at < whole.length; at += 64) {
    readBlock(view, at)
    mix(state)
  }
  const digest = new Uint8Array(32)
  const written = new DataView(digest.buffer)
  state.forEach((word, index) => written.setUint32(4 * index, word))
  return digest
}
