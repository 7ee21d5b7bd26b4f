import type { Bytes } from '../../src/shared/bytes.ts'

/** What both threads see at once, so that it is known of a thread that answers no more. */
const numbers = 64
const room = 8 * 1024 * 1024

const turnAt = 0
const lengthAt = 1
const targetAt = 2
const countsAt = 8

/** Where a thread is and what it tries. */
export class Board {
  readonly memory: SharedArrayBuffer
  readonly #numbers: Int32Array
  readonly #bytes: Uint8Array

  constructor(memory = new SharedArrayBuffer(4 * numbers + room)) {
    this.memory = memory
    this.#numbers = new Int32Array(memory, 0, numbers)
    this.#bytes = new Uint8Array(memory, 4 * numbers)
  }

  /** Counts up with each beginning and end of an input: odd while one is tried. */
  get turn(): number {
    return Atomics.load(this.#numbers, turnAt)
  }

  begin(target: number, input: Bytes): void {
    if (input.length > room) throw new Error('an input that is too long to be kept')
    this.#bytes.set(input)
    Atomics.store(this.#numbers, lengthAt, input.length)
    Atomics.store(this.#numbers, targetAt, target)
    Atomics.add(this.#numbers, turnAt, 1)
  }

  end(verdict: 'accepted' | 'refused' | 'found'): void {
    const at = countsAt + 2 * Atomics.load(this.#numbers, targetAt)
    if (verdict !== 'found') Atomics.add(this.#numbers, at + (verdict === 'accepted' ? 0 : 1), 1)
    Atomics.add(this.#numbers, turnAt, 1)
  }

  /** The input that is tried, and the number of its target. */
  present(): { readonly target: number; readonly input: Bytes } {
    const input = new Uint8Array(Atomics.load(this.#numbers, lengthAt))
    input.set(this.#bytes.subarray(0, input.length))
    return { target: Atomics.load(this.#numbers, targetAt), input }
  }

  countsOf(target: number): { readonly accepted: number; readonly refused: number } {
    const at = countsAt + 2 * target
    return { accepted: Atomics.load(this.#numbers, at), refused: Atomics.load(this.#numbers, at + 1) }
  }
}
