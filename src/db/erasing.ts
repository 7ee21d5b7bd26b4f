import { remove } from './bin.ts'
import { eraseRecords } from './erase.ts'
import type { Notebook, Tables } from './tables.ts'
import { wishErasures } from './wished.ts'

export { withBelongings } from './belongings.ts'
export { dropErasures, wishedErasures } from './wished.ts'

/** Whether this device may erase for everybody: in a notebook that is shared, those who coordinate. For `useLive`. */
export const mayErase = async ({ meta }: Pick<Tables, 'meta'>): Promise<boolean> =>
  ((await meta.get('role'))?.value ?? 'coordinator') === 'coordinator'

/**
 * Erases records for good. In a notebook that nobody shares that is done when it resolves. In a shared one they lie in the bin until the
 * exchange has the wish of a coordinator's device: the next round carries it out (`tendErasing`), for everybody.
 */
export async function eraseForGood(notebook: Notebook, ids: readonly string[]): Promise<'erased' | 'wished'> {
  const { tables, now } = notebook
  if ((await tables.meta.get('exchange')) === undefined) {
    await eraseRecords(tables, ids, { at: now(), keepUnsent: false })
    return 'erased'
  }
  await wishErasures(tables, ids)
  await remove(notebook, ids)
  return 'wished'
}
