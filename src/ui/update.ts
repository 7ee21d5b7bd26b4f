import { Workbox } from 'workbox-window'

const twelveHours = 12 * 60 * 60 * 1000

let worker: Workbox | undefined
let registration: ServiceWorkerRegistration | undefined
let newerWaits = false

/** No form is open and nothing is unsaved: the moment at which a new version may take over. */
const isQuiet = (): boolean => !document.querySelector('form, dialog[open]')

function takeOver(): void {
  if (newerWaits && isQuiet()) worker?.messageSkipWaiting()
}

/**
 * Installs the service worker, looks for a newer version at the start and every 12 hours, and takes it
 * when no form is open; never with a question over what somebody is doing.
 */
export async function installWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  worker = new Workbox(new URL('sw.js', document.baseURI).pathname)
  worker.addEventListener('waiting', () => {
    newerWaits = true
    takeOver()
  })
  worker.addEventListener('controlling', (event) => {
    if (event.isUpdate) location.reload()
  })
  window.addEventListener('hashchange', takeOver)
  document.addEventListener('visibilitychange', takeOver)
  // Without a network there is a next time.
  setInterval(() => void lookForNewer().catch(() => false), twelveHours)
  registration = await worker.register()
}

/**
 * Asks whether there is a newer version; true if so: then it is on its way and takes over by itself.
 * Rejects without a network.
 */
export async function lookForNewer(): Promise<boolean> {
  await worker?.update()
  // Without an active one, what is being installed is the first version, not a newer one.
  return Boolean(registration?.active && (registration.installing ?? registration.waiting))
}
