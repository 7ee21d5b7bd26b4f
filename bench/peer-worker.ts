/** The service worker of the peer's pages: keeps them and answers from what it kept, as the app's does. */
export const workerCode = `
const files = ['/', '/fill', '/peer.js', '/peer-start.js']
addEventListener('install', (event) => event.waitUntil(caches.open('bare').then((store) => store.addAll(files))))
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('fetch', (event) => event.respondWith(
  caches.open('bare').then((store) => store.match(event.request)).then((kept) => kept ?? fetch(event.request))))
`
