import 'fake-indexeddb/auto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, it } from 'vitest'
import { makeServer } from '../../src/server/listen.ts'
import { endpoints } from '../../src/shared/exchange/endpoints.ts'
import type { Fetch } from '../../src/sync/ask.ts'
import { newExchange } from '../../src/sync/exchange.ts'
import { albumOf, takePhotos } from './album.ts'
import { exchangeRound, found, joined, publicUrl, Server, type Tablet } from './town.ts'

const many = 2000

const inner = new Server()
const port = makeServer({ behindProxy: false }, async (request) => {
  const { pathname } = new URL(request.url)
  const { method, headers } = request
  const body = await request.arrayBuffer()
  return inner.fetch(publicUrl + pathname, { method, headers, body })
})
port.listen(0, '127.0.0.1')
await once(port, 'listening')
const address = `http://127.0.0.1:${(port.address() as AddressInfo).port}`
afterAll(() => void port.close())

/** Questions of all tablets by their path; past so many of a kind the line is cut. */
const asked = new Map<string, number>()
const cut = { path: '', after: Infinity }

const fetchThere: Fetch = (wanted, init) => {
  const path = wanted.slice(publicUrl.length)
  const count = (asked.get(path) ?? 0) + 1
  if (path === cut.path && count > cut.after) return Promise.reject(new TypeError('cut'))
  asked.set(path, count)
  return fetch(address + path, init)
}

const there = Object.assign(new Server(), { fetch: fetchThere })
const countOf = ({ path }: { readonly path: string }): number => asked.get(path) ?? 0

/** The same tablet, that may ask as much as it likes. */
const unlimited = (tablet: Tablet): Tablet => ({
  ...tablet,
  exchange: newExchange({ ...tablet.exchange, photoRate: { burst: 1e9, perMinute: 1e9 } }),
})

it('2,000 photos are sent over a line that is cut, each piece once, and their small pictures reach the others', async () => {
  const helga = unlimited(await found(there))
  await takePhotos(helga, many)
  Object.assign(cut, { path: endpoints.putPhoto.path, after: 1501 })
  await expect(exchangeRound(helga.exchange)).rejects.toMatchObject({ code: 'offline' })
  expect((await albumOf(helga)).unsent).toBe(many - 750)
  cut.after = Infinity
  // Begun anew, as after a night.
  const again = unlimited(helga)
  await exchangeRound(again.exchange)
  expect(await albumOf(again)).toEqual({ all: many, thumbs: many, photos: many, unsent: 0 })
  expect(countOf(endpoints.putPhoto)).toBe(2 * many)
  expect(countOf(endpoints.havePhotos)).toBeLessThan(40)

  const anna = unlimited(await joined(there, helga))
  await exchangeRound(anna.exchange)
  expect(await albumOf(anna)).toEqual({ all: many, thumbs: many, photos: 0, unsent: 0 })
  expect(countOf(endpoints.getPhoto)).toBe(many)
  const before = new Map(asked)
  await exchangeRound(anna.exchange)
  for (const one of [endpoints.getPhoto, endpoints.havePhotos])
    expect(countOf(one)).toBe(before.get(one.path))
  // Half a minute on two cores that have nothing else to do.
}, 240_000)
