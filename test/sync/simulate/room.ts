import { Dexie } from 'dexie'
import { problemOf } from '../../../src/db/problem.ts'

/** What still goes onto a tablet's disk. Deleting always goes. */
export class Room {
  /** Writes until it is full. */
  left = Infinity
  /** Whether it shows at the end of a transaction, when all of it is to go onto the disk at once. */
  isLate = false
  /** How many writes were refused. */
  refused = 0

  get isFull(): boolean {
    return this.left <= 0
  }

  /** Whether there was room for one write more, as far as that shows at once. */
  take(): boolean {
    this.left -= 1
    return !this.isFull || this.isLate
  }

  /** What a transaction wrote goes onto the disk, or nothing of it. */
  settle(): void {
    if (this.isFull && this.isLate) this.refuse()
  }

  /** The database's own error. */
  refuse(): never {
    this.refused += 1
    const Full = Dexie.errnames.QuotaExceeded
    throw Object.assign(new Error('no room on this disk'), { name: Full })
  }

  clear(): void {
    this.left = Infinity
  }
}

/** Whether the disk was full, whatever the database wrapped that in. */
export const isFullDisk = (error: unknown): boolean => problemOf(error).code === 'full'
