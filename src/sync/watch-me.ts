import { liveQuery } from 'dexie'
import type { Notebook } from '../db/tables.ts'
import { metaKeys } from './status.ts'

/**
 * Tells once this device goes by another name in the open notebook, or may do other things there than when it was opened:
 * then everything on the screen begins anew.
 */
export function watchMe({ tables, me, isReader = false }: Notebook, onOther: () => void): void {
  const isOther = async (): Promise<boolean> => {
    const [name, role] = await tables.meta.bulkGet(['me', metaKeys.role])
    return (name?.value ?? me) !== me || (role?.value === 'reader') !== isReader
  }
  const subscription = liveQuery(isOther).subscribe({
    next: (answer) => {
      if (!answer) return
      subscription.unsubscribe()
      onOther()
    },
    error: reportError,
  })
}
