import { today } from './dates.ts'

// In sessionStorage, with its day: it outlives a reload, but no new start of the app, and no night in which the tablet
// only slept. So nobody writes tomorrow's real note into the practice notebook.
const key = 'ponte-practising'

const day = (): string => today(new Date())

/** Whether this tab shows the practice notebook today. */
export const isPractising = (): boolean => sessionStorage.getItem(key) === day()

/** Whether it still shows it though a new day has begun. */
export const hasPractisedOvernight = (): boolean => sessionStorage.getItem(key) !== null && !isPractising()

/** Remembers for this tab and today which notebook it shows. */
export function rememberPractising(on: boolean): void {
  if (on) sessionStorage.setItem(key, day())
  else sessionStorage.removeItem(key)
}
