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
