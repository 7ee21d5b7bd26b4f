import { liveQuery } from 'dexie'
import type { Notebook, Tables } from '../db/tables.ts'
import { backgroundTag } from './background-tag.ts'
import { metaKeys } from './status.ts'

type Syncing = ServiceWorkerRegistration & { readonly sync?: { register(tag: string): Promise<void> } }

async function register(): Promise<void> {
  const registration: Syncing | undefined = await navigator.serviceWorker.getRegistration()
  // A browser without it, or one that was told not to, sends when the app is opened again: nothing else is ever promised.
  await registration?.sync?.register(backgroundTag).catch(() => undefined)
}

async function waits({ outbox, sealed, unsentPhotos, meta }: Tables): Promise<boolean> {
  if (!(await meta.get(metaKeys.exchange))) return false
  const counts = await Promise.all([outbox.count(), sealed.count(), unsentPhotos.count()])
  return counts.some((count) => count > 0)
}

/**
 * Asks the browser to send what waits as soon as there is a network, even if the app is closed by then: whenever something is
 * written without one, and whenever the app is put away while something waits.
 */
export function askInBackground({ tables }: Notebook): void {
  if (!('serviceWorker' in navigator)) return
  let isWaiting = false
  const ask = (): void => {
    if (isWaiting && (!navigator.onLine || document.visibilityState === 'hidden')) void register()
  }
  liveQuery(() => waits(tables)).subscribe({
    next: (answer) => {
      isWaiting = answer
      ask()
    },
    error: reportError,
  })
  window.addEventListener('offline', ask)
  document.addEventListener('visibilitychange', ask)
}
