import type { Notebook } from './tables.ts'

/** What needs the network and was chosen without one: what it was, by its name. */
const keyOf = (name: 'share' | 'invite'): string => `wish-${name}`

/** Keeps what was chosen, so that it is offered again when the network is back. */
export async function keepWish(
  { tables }: Notebook,
  name: 'share' | 'invite',
  wish: { readonly [field: string]: string },
): Promise<void> {
  await tables.meta.put({ key: keyOf(name), value: JSON.stringify(wish) })
}

/** What was kept, or null. */
export async function readWish<T>({ tables }: Notebook, name: 'share' | 'invite'): Promise<T | null> {
  const kept = await tables.meta.get(keyOf(name))
  return kept ? (JSON.parse(kept.value) as T) : null
}

/** It came true, or nobody wants it any more. */
export const dropWish = ({ tables }: Notebook, name: 'share' | 'invite'): Promise<void> =>
  tables.meta.delete(keyOf(name))
