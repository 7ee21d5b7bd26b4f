import type { Fields } from '../shared/value.ts'
import { save } from './save.ts'
import type { Notebook, Tables } from './tables.ts'

/** What a device that was removed had not sent: a change of a record's fields. */
export type LeftChange = {
  readonly record: string
  readonly kind: string
  readonly time: number
  readonly set: Fields
}

/** All that one device had not sent, and when it came here (milliseconds since 1970). */
export type Leftover = {
  readonly device: string
  readonly at: number
  readonly changes: readonly LeftChange[]
}

const key = 'leftovers'
/** Devices whose leftovers were looked at, so that nobody asks for them again. */
const askedKey = 'leftoversAsked'

/** Leftovers that nobody at this device has decided upon. For `useLive`. */
export async function readLeftovers({ meta }: Pick<Tables, 'meta'>): Promise<Leftover[]> {
  return JSON.parse((await meta.get(key))?.value ?? '[]') as Leftover[]
}

/** The removed devices whose leftovers were looked at here. */
export async function askedLeftovers({ meta }: Pick<Tables, 'meta'>): Promise<string[]> {
  return JSON.parse((await meta.get(askedKey))?.value ?? '[]') as string[]
}

/** Keeps what came of a device's leftovers, also if they are empty; durable when it resolves. */
export async function keepLeftover({ meta }: Pick<Tables, 'meta'>, leftover: Leftover): Promise<void> {
  await meta.db.transaction('rw', meta, async () => {
    const [all, asked] = [await readLeftovers({ meta }), await askedLeftovers({ meta })]
    if (asked.includes(leftover.device)) return
    await meta.put({ key: askedKey, value: JSON.stringify([...asked, leftover.device]) })
    if (leftover.changes.length > 0) await meta.put({ key, value: JSON.stringify([...all, leftover]) })
  })
}

/** Forgets a device's leftovers: they were taken over, or nobody wants them. */
export async function dropLeftover({ meta }: Pick<Tables, 'meta'>, device: string): Promise<void> {
  await meta.db.transaction('rw', meta, async () => {
    const all = await readLeftovers({ meta })
    await meta.put({ key, value: JSON.stringify(all.filter((one) => one.device !== device)) })
  })
}

/** Takes back that a device's leftovers were forgotten. */
export async function putBackLeftover({ meta }: Pick<Tables, 'meta'>, leftover: Leftover): Promise<void> {
  await meta.db.transaction('rw', meta, async () => {
    const all = await readLeftovers({ meta })
    await meta.put({ key, value: JSON.stringify([...all, leftover]) })
  })
}

/** Writes a device's leftovers into the notebook, beside what stands there: where they differ, both versions are shown. */
export async function takeLeftover(notebook: Notebook, device: string): Promise<void> {
  const found = (await readLeftovers(notebook.tables)).find((one) => one.device === device)
  if (!found) return
  await save(
    notebook,
    found.changes.map(({ record, kind, set }) => ({ record, kind, set, over: {} })),
  )
  await dropLeftover(notebook.tables, device)
}
