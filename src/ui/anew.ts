import { newId } from '../shared/ids.ts'
import { draftLocks } from '../shared/locks.ts'
import { go } from './route.ts'

/** How long a form may take to be kept; its draft outlives the reload in any case. */
const patience = 4000

const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 50))

/** Waits until no form of this tab is open: each holds a lock until what was typed in it is kept. */
async function formsClosed(): Promise<void> {
  const mine = `ponte-practising-${newId()}`
  const until = Date.now() + patience
  await navigator.locks.request(mine, async () => {
    while (Date.now() < until) {
      const { held = [] } = await navigator.locks.query()
      const tab = held.find((lock) => lock.name === mine)?.clientId
      if (!held.some((lock) => lock.clientId === tab && lock.name?.startsWith(draftLocks))) return
      await pause()
    }
  })
}

/**
 * Goes over to another notebook, at `path`. What is open is left as by any other door, so that it is kept in the notebook
 * it was written in; then `change` says which notebook it is, and everything begins anew, so that nothing of one notebook
 * is left in the memory of the other.
 */
export async function loadAnew(path: string, change: () => void | Promise<void>): Promise<void> {
  go(path)
  await formsClosed()
  await change()
  location.reload()
}
