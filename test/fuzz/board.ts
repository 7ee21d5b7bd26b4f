import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bytes } from '../../src/shared/bytes.ts'

const numbers = 64
const inputAt = 4 * numbers

const turnAt = 0
const lengthAt = 1
const targetAt = 2
const countsAt = 8

/** Where a process is and what it tries, in a file: so it is known of one that answers no more, or is gone. */
export class Board {
  readonly file: string
  readonly #handle: number
  readonly #numbers = new Int32Array(numbers)

  private constructor(file: string) {
    this.file = file
    this.#handle = openSync(file, 'r+')
    this.#read()
  }

  /** A new one for whoever watches. */
  static make(): Board {
    const file = join(mkdtempSync(join(tmpdir(), 'ponte-board-')), 'board')
    closeSync(openSync(file, 'w'))
    return new Board(file)
  }

  /** The one that is watched, for whoever tries. */
  static open(file: string): Board {
    return new Board(file)
  }

  /** Counts up with each beginning and end of an input: odd while one is tried. */
  get turn(): number {
    this.#read()
    return this.#at(turnAt)
  }

  begin(target: number, input: Bytes): void {
    writeSync(this.#handle, input, 0, input.length, inputAt)
    this.#numbers[lengthAt] = input.length
    this.#numbers[targetAt] = target
    this.#turnOver()
  }

  end(verdict: 'accepted' | 'refused' | 'found'): void {
    const at = countsAt + 2 * this.#at(targetAt) + (verdict === 'accepted' ? 0 : 1)
    if (verdict !== 'found') this.#numbers[at] = this.#at(at) + 1
    this.#turnOver()
  }

  /** An input that nobody tries any more is over; the process that tried it is gone. */
  giveUp(): void {
    this.#read()
    if (this.#at(turnAt) % 2 === 1) this.end('found')
  }

  /** The input that is tried, and the number of its target. */
  present(): { readonly target: number; readonly input: Bytes } {
    this.#read()
    const input = new Uint8Array(this.#at(lengthAt))
    readSync(this.#handle, input, 0, input.length, inputAt)
    return { target: this.#at(targetAt), input }
  }

  countsOf(target: number): { readonly accepted: number; readonly refused: number } {
    this.#read()
    const at = countsAt + 2 * target
    return { accepted: this.#at(at), refused: this.#at(at + 1) }
  }

  /** Throws it away. */
  remove(): void {
    closeSync(this.#handle)
    rmSync(join(this.file, '..'), { recursive: true })
  }

  #at(place: number): number {
    return this.#numbers[place] ?? 0
  }

  #turnOver(): void {
    this.#numbers[turnAt] = this.#at(turnAt) + 1
    writeSync(this.#handle, this.#numbers, 0, inputAt, 0)
  }

  #read(): void {
    readSync(this.#handle, this.#numbers, 0, inputAt, 0)
  }
}
