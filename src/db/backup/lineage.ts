import { toHex } from '../../shared/bytes.ts'
import type { Random } from '../../shared/ids.ts'
import { problemOf } from '../problem.ts'
import type { Tables } from '../tables.ts'
import type { Lineage } from './format.ts'

/** How many of the backups before it a file names. */
export const mostBefore = 500

/** What files of version 1 and 2 say of it. */
export const noLineage: Lineage = { id: '', after: [] }

const key = 'backups'

const isBackupId = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{16}$/.test(value)

/** Whether a file may say this of itself. */
export function isLineage(value: { readonly id: unknown; readonly after: unknown }): value is Lineage {
  const { id, after } = value
  return (
    isBackupId(id) &&
    Array.isArray(after) &&
    after.length <= mostBefore &&
    after.every(isBackupId) &&
    new Set([id, ...after]).size === after.length + 1
  )
}

/** The ids of the backups that were made on this disk, the oldest first. */
export async function earlierBackups({ meta }: Pick<Tables, 'meta'>): Promise<string[]> {
  return JSON.parse((await meta.get(key))?.value ?? '[]') as string[]
}

/** A new id: 64 random bits; no disk makes so many backups that two would share one. */
export const newBackupId = (random: Random): string => toHex(random(new Uint8Array(8)))

/**
 * Remembers a backup after its snapshot was taken and before anything of it is handed out: whatever names it is of a later
 * moment, and who has two files of one tab can tell which came first. Two tabs that are at it at once name neither each other's.
 * If the tab dies in between there is no file, or one more id that is none's.
 */
export async function keepBackupId(tables: Tables, id: string): Promise<void> {
  const keep = async (): Promise<void> => {
    const all = [...(await earlierBackups(tables)), id].slice(-mostBefore)
    await tables.meta.put({ key, value: JSON.stringify(all) })
  }
  try {
    await tables.transaction('rw', tables.meta, keep)
  } catch (error) {
    // A full tablet needs its backup most of all. Later files then stand beside this one, not after it: nothing is lost by that.
    if (problemOf(error).code !== 'full') throw error
  }
}

/** How a file stands to the base: `apart` is one of which neither came before the other, as of a disk that was copied or set back. */
export type Order = 'older' | 'newer' | 'apart'

type Made = Lineage & { readonly made: string }

/** Which of two backups of one device came first. Clocks are set back and forth, so only what names no lineage is told by them. */
export function orderOf(file: Made, base: Made): Order {
  const isEarlier = file.made <= base.made
  if (file.id && base.id) {
    if (file.id === base.id || base.after.includes(file.id)) return 'older'
    return file.after.includes(base.id) ? 'newer' : 'apart'
  }
  // Nobody goes back to writing version 2: where the clock says so, one of the two is wrong.
  if (file.id) return isEarlier ? 'apart' : 'newer'
  if (base.id) return isEarlier ? 'older' : 'apart'
  return isEarlier ? 'older' : 'newer'
}
