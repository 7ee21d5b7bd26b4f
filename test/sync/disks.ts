import { expect } from 'vitest'
import { Tables } from '../../src/db/tables.ts'
import { toHex } from '../../src/shared/bytes.ts'
import { Crash, Life, MortalTables } from './simulate/life.ts'

const prefix = 'ponte-'
const nameOf = ({ name }: Tables): string => name.slice(prefix.length)

/** Everything in a database as text; of keys only whose they are. */
export async function textOfDisk(tables: Tables): Promise<string> {
  const plain = (_: string, value: unknown): unknown =>
    value instanceof ArrayBuffer ? toHex(new Uint8Array(value)) : value
  const parts = await Promise.all(
    tables.tables.map(async (table) => `${table.name} ${JSON.stringify(await table.toArray(), plain)}`),
  )
  return parts.join('\n')
}

let copies = 0

async function copyOf(tables: Tables): Promise<string> {
  copies += 1
  const name = `copy-${copies}`
  const copy = new Tables(name)
  for (const table of tables.tables) await copy.table(table.name).bulkPut(await table.toArray())
  copy.close()
  return name
}

/** The same database as a tab sees it that dies at some await. */
export const mortalCopy = (tables: Tables, life: Life): MortalTables =>
  new MortalTables(nameOf(tables), { life, gate: () => Promise.resolve() })

async function playOn(
  disk: Tables,
  life: Life,
  act: (tables: Tables) => Promise<unknown>,
): Promise<{ text: string; isDone: boolean }> {
  const name = await copyOf(disk)
  const tables = new MortalTables(name, { life, gate: () => Promise.resolve() })
  const isDone = await act(tables).then(
    () => true,
    (error: unknown) => {
      if (!life.isOver) throw error
      return false
    },
  )
  tables.close()
  const after = new Tables(name)
  const text = await textOfDisk(after)
  after.close()
  return { text, isDone }
}

/**
 * Does it again and again on copies of a database, in a tab that dies at its first await, its second and so on. Whenever that
 * is, the disk holds all of it or nothing, and all of it once it was promised. Returns how many tabs died.
 */
export async function dieAtEveryAwait(
  disk: Tables,
  act: (tables: Tables) => Promise<unknown>,
): Promise<number> {
  const before = await textOfDisk(disk)
  const { text: whole } = await playOn(disk, new Life(), act)
  expect(whole).not.toBe(before)
  for (let fuse = 1; ; fuse += 1) {
    const life = new Life()
    life.fuse = fuse
    const { text, isDone } = await playOn(disk, life, act)
    if (text !== before) expect(text).toBe(whole)
    if (!isDone) continue
    expect(text).toBe(whole)
    return fuse - 1
  }
}

/** Whether it went well; false if the tab died in it. */
export async function outlives(life: Life, act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act()
    return true
  } catch (error) {
    // What a dead tab's error was wrapped in doesn't matter.
    if (error instanceof Crash || life.isOver) return false
    throw error
  }
}
