import type { Page } from '@playwright/test'

type Rows = { readonly [store: string]: readonly unknown[] }

/** Everything that lies in the open notebook's database, by store, past the app: what the disk really has. */
export function stores(page: Page): Promise<Rows> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('refused')))
      })
    const all = (await indexedDB.databases()).map((one) => one.name ?? '')
    const chosen = async (): Promise<string> => {
      if (!all.includes('ponte-device')) return ''
      const device = await done(indexedDB.open('ponte-device'))
      const settings: IDBRequest<unknown> = device
        .transaction('settings')
        .objectStore('settings')
        .get('space')
      const space = (await done(settings)) as { value: string } | undefined
      device.close()
      return `ponte-${space?.value}`
    }
    const open = await chosen()
    const name = all.includes(open) ? open : all.find((one) => /^ponte-(?!device)/.test(one))
    if (!name) return {}
    const database = await done(indexedDB.open(name))
    const names = [...database.objectStoreNames]
    const transaction = database.transaction(names)
    const rows = await Promise.all(names.map((store) => done(transaction.objectStore(store).getAll())))
    database.close()
    return Object.fromEntries(names.map((store, index) => [store, rows[index] ?? []]))
  })
}

/**
 * Where a text lies on this device: in whatever database, in what the service worker keeps, in the small stores. In databases bytes are not
 * looked into.
 */
export function placesOf(page: Page, text: string): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error('refused')))
      })
    const found: string[] = []
    const look = (place: string, value: unknown): void => {
      if (JSON.stringify(value ?? null).includes(wanted)) found.push(place)
    }
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store)
        look(`${name} ${store}`, [await done(rows.getAll()), await done(rows.getAllKeys())])
      }
      database.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys())
        look(`${name} ${request.url}`, [request.url, await (await cache.match(request))?.text()])
    }
    look('localStorage', { ...localStorage })
    look('sessionStorage', { ...sessionStorage })
    look(
      'names of databases',
      (await indexedDB.databases()).map(({ name }) => name),
    )
    return found
  }, text)
}

type Known = { readonly id?: string; readonly record?: string }

const idsIn = (rows: readonly unknown[] | undefined): string[] =>
  [...new Set((rows as readonly Known[] | undefined)?.map((row) => row.record ?? row.id ?? ''))].sort()

/** Each record has its row, its versions and its change to be passed on, or none of the three. */
export function halves(rows: Rows): { records: string[]; versions: string[]; outbox: string[] } {
  return { records: idsIn(rows['records']), versions: idsIn(rows['versions']), outbox: idsIn(rows['outbox']) }
}

type Shown = {
  readonly id: string
  readonly list: string
  readonly fields: object
  readonly twice: readonly string[]
}

/** What somebody reads in this notebook: each record with its fields, to be compared with another's. */
export async function contents(page: Page): Promise<{ [id: string]: Omit<Shown, 'id'> }> {
  const rows = (await stores(page))['records'] as readonly Shown[] | undefined
  return Object.fromEntries(rows?.map(({ id, list, fields, twice }) => [id, { list, fields, twice }]) ?? [])
}
