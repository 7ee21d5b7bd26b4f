import type { Bytes } from './bytes.ts'

/** Bytes as they come, in one place: each piece by itself would cost a hundred times a single byte. */
export class Growing {
  length = 0
  #bytes = new Uint8Array(4096)

  add(part: Uint8Array): void {
    const needed = this.length + part.length
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, 2 * this.#bytes.length))
      larger.set(this.#bytes.subarray(0, this.length))
      this.#bytes = larger
    }
    this.#bytes.set(part, this.length)
    this.length = needed
  }

  whole(): Bytes {
    return this.#bytes.subarray(0, this.length)
  }
}
