import { save } from './save.ts'
import type { Fields } from '../shared/value.ts'
import { showsOver } from './shows-over.ts'
import type { Notebook, Tables } from './tables.ts'

/** What a device that was removed had not sent: a change of a record's fields. */
export type LeftChange = {
  readonly record: string
  readonly kind: string
  readonly time: number
  readonly set: Fields
}

/** All that one device had not sent, and when it came (milliseconds since 1970). */
export type Leftover = { readonly device: string; readonly at: number; readonly changes: readonly LeftChange[] }

const key = 'leftovers'

/** Leftovers that nobody on this device has decided upon, the latest first. For `useLive`. */
export async function readLeftovers({ meta }: Pick<Tables, 'meta'>): Promise<Leftover[]> {
  return JSON.parse((await meta.get(key))?.value ?? '[]') as Leftover[]
}
