import type { Wishes } from './find.ts'

type Kept = { readonly wishes: Wishes; readonly query: string }

let kept: Kept = { wishes: {}, query: '' }

/** What was chosen last: whoever opens a format and comes back finds it again. */
export const readKept = (): Kept => kept

/** Keeps what was chosen, as long as the app is open. */
export function keep(part: Partial<Kept>): void {
  kept = { ...kept, ...part }
}
