import { Workbox } from 'workbox-window'
import { draftLocks } from '../shared/locks.ts'
import { onMove } from './route.ts'
import { script } from './script.ts'

const twelveHours = 12 * 60 * 60 * 1000

let worker: Workbox | undefined
let registration: ServiceWorkerRegistration | undefined
let newerRuns = false

/** No form is open, here or in another tab, and nothing is unsaved: the moment at which a new version may take over. */
async function isQuiet(): Promise<boolean> {
  if (document.querySelector('form, dialog[open]')) return false
  const { held = [] } = await navigator.locks.query()
  return !held.some((lock) => lock.name?.startsWith(draftLocks))
}

async function takeOver(): Promise<void> {
  // Asked of the registration itself: a tab may have missed the moment at which another one found it.
  const isWaiting = Boolean(registration?.waiting)
  if ((!isWaiting && !newerRuns) || !(await isQuiet())) return
  if (newerRuns) location.reload()
  else worker?.messageSkipWaiting()
}

/** Somebody just moved, the moment at which nothing is missed. A form that was left may still be committing: so thrice. */
function takeOverSoon(): void {
  for (const wait of [500, 1500, 4000]) setTimeout(() => void takeOver(), wait)
}

/** Loads everything anew as soon as no form is open. */
export function reloadSoon(): void {
  newerRuns = true
  takeOverSoon()
  onMove(takeOverSoon)
}

/** Every tab goes over to the version that answers for it now, when nobody is busy in it. */
function followNewer(): void {
  let isControlled = Boolean(navigator.serviceWorker.controller)
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The very first worker takes a page that is its own version already.
    newerRuns = isControlled
    isControlled = true
    takeOverSoon()
  })
}

/**
 * Installs the service worker, looks for a newer version at the start and every 12 hours, and takes it
 * when no form is open; never with a question over what somebody is doing.
 */
export async function installWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  worker = new Workbox(script(new URL('sw.js', document.baseURI).pathname))
  worker.addEventListener('waiting', takeOverSoon)
  followNewer()
  onMove(takeOverSoon)
  document.addEventListener('visibilitychange', takeOverSoon)
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
