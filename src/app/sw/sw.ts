import { backgroundTag } from '../../sync/background-tag.ts'
import { pushInBackground } from '../../sync/background.ts'

type PrecacheEntry = { readonly url: string; readonly revision: string | null }
/** Background Sync, which only some browsers have and TypeScript's library doesn't know. */
type SyncEvent = ExtendableEvent & { readonly tag: string }
declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly PrecacheEntry[] }

const entries = self.__WB_MANIFEST
// A name made of everything in it: a new version gets a store of its own, the old one stays whole until it is left.
const version = entries.map((entry) => `${entry.url}${entry.revision ?? ''}`).join('|')
const storeName = `ponte-app-${hash(version)}`

function hash(text: string): string {
  let sum = 0
  for (const letter of text) sum = (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0
  return `${entries.length}-${sum.toString(36)}`
}

async function keepApp(): Promise<void> {
  const store = await caches.open(storeName)
  const addresses = [...new Set(entries.map((entry) => new URL(entry.url, self.registration.scope).href))]
  // Past the browser's own store: half of an old version and half of a new one is worse than either.
  await store.addAll(addresses.map((address) => new Request(address, { cache: 'reload' })))
}

async function leaveOldVersions(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith('ponte-app-') && name !== storeName)
  await Promise.all(old.map((name) => caches.delete(name)))
  await self.clients.claim()
}

/** The camera's reader and the codes it reads come with their first use, which needs the network anyway; then they stay. */
async function fetchAndKeep(store: Cache, request: Request): Promise<Response> {
  const answered = await fetch(request)
  const isPart = new URL(request.url).pathname.includes('/assets/')
  if (answered.ok && isPart) await store.put(request, answered.clone())
  return answered
}

/** Imprint and privacy notice are pages of the operator's own beside the app. */
function opensApp({ mode, url }: Request): boolean {
  const { pathname } = new URL(url)
  return mode === 'navigate' && (pathname.endsWith('/') || pathname.endsWith('/index.html'))
}

async function answer(request: Request): Promise<Response> {
  const store = await caches.open(storeName)
  const page = opensApp(request) ? new URL('index.html', self.registration.scope).href : request
  const kept = await store.match(page, { ignoreVary: true, ignoreSearch: opensApp(request) })
  return kept ?? fetchAndKeep(store, request)
}

self.addEventListener('install', (event) => event.waitUntil(keepApp()))
self.addEventListener('activate', (event) => event.waitUntil(leaveOldVersions()))
self.addEventListener('message', (event) => {
  // The page asks for this only when no form is open.
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})
self.addEventListener('sync', (event) => {
  const sync = event as SyncEvent
  if (sync.tag === backgroundTag) sync.waitUntil(pushInBackground((address, init) => fetch(address, init)))
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  // GET only: a worker that touches bodies has sent empty photos from Safari (enketo#1584).
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return
  event.respondWith(answer(request))
})
