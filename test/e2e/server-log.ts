import { existsSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect } from './house.ts'

type Run = { last_n: number; first_n: number; device: string; first_seq: number; last_seq: number }

/**
 * The log of the one space in a server's file, as the disk has it: each number once and none missing, for the log and for
 * every device. Returns how many changes each device has in it.
 */
export function logOf(file: string): { readonly [device: string]: number } {
  const database = new DatabaseSync(file, { readOnly: true })
  const rows = database
    .prepare('select first_n, last_n, hex(device) as device, first_seq, last_seq from runs order by first_n')
    .all() as Run[]
  const spaces = database.prepare('select n from spaces').all() as { n: number }[]
  database.close()
  expect(spaces).toHaveLength(1)
  let n = 0
  const devices: { [device: string]: number } = {}
  for (const { first_n, last_n, device, first_seq, last_seq } of rows) {
    expect(first_n).toBe(n + 1)
    expect(first_seq).toBe((devices[device] ?? 0) + 1)
    expect(last_n - first_n).toBe(last_seq - first_seq)
    n = last_n
    devices[device] = last_seq
  }
  expect(spaces[0]?.n).toBe(n)
  return devices
}

/** All bytes that a server's store has on the disk: the file, and what SQLite keeps beside it. */
export const bytesOf = (file: string): Buffer =>
  Buffer.concat(
    ['', '-wal', '-shm'].filter((end) => existsSync(file + end)).map((end) => readFileSync(file + end)),
  )
