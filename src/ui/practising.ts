import { newId } from '../shared/ids.ts'
import { draftLocks } from '../shared/locks.ts'
import { today } from './dates.ts'
import { go } from './route.ts'

// In sessionStorage, with its day: it outlives a reload, but no new start of the app, and no night in which the tablet
// only slept. So nobody writes tomorrow's real note into the practice notebook.
const key = 'ponte-practising'

const day = (): string => today(new Date())

/** Whether this tab shows the practice notebook today. */
export const isPractising = (): boolean => sessionStorage.getItem(key) === day()

/** Whether it still shows it though a new day has begun. */
export const hasPractisedOvernight = (): boolean => sessionStorage.getItem(key) !== null && !isPractising()

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
 * Goes over to the practice notebook, or back to the real one, at `path`. What is open is left as by any other door, so
 * that it is kept in the notebook it was written in; then everything begins anew, so that nothing of one notebook is
 * left in the memory of the other.
 */
export async function practise(on: boolean, path = '/'): Promise<void> {
  go(path)
  await formsClosed()
  if (on) sessionStorage.setItem(key, day())
  else sessionStorage.removeItem(key)
  location.reload()
}
