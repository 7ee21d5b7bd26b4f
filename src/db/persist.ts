/** Whether this browser can promise anything about keeping; old ones and unsafe addresses cannot. */
export const canPromise = (): boolean => 'storage' in navigator && 'persist' in navigator.storage

/** Whether the browser has promised not to delete the notebook on its own. */
export async function hasPromised(): Promise<boolean> {
  return canPromise() && navigator.storage.persisted()
}

/**
 * Asks the browser for that promise: without it, one that runs short of room may empty a database unasked
 * (Aam-Digital/ndb-core#4178). Tells whether it was given; what cannot even be asked has not been promised.
 */
export async function askToKeep(): Promise<boolean> {
  return canPromise() && navigator.storage.persist().catch(() => false)
}

/** Some hundred photos: below this many bytes it is time to tidy up. */
const littleRoom = 300 * 1024 * 1024

/** How much more the browser would take, roughly; undefined where it doesn't say. */
export async function roomLeft(): Promise<'much' | 'little' | undefined> {
  if (!('storage' in navigator) || !('estimate' in navigator.storage)) return undefined
  const { quota, usage } = await navigator.storage.estimate()
  if (quota === undefined || usage === undefined) return undefined
  return quota - usage < littleRoom ? 'little' : 'much'
}
