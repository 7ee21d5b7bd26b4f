import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { readBase } from '../../../src/shared/register/base.ts'
import { basePath, feedPath } from '../../../src/shared/register/endpoints.ts'
import { firstMark } from '../../../src/shared/register/feed.ts'
import { foundAt, type TestDevice } from '../exchange/circle.ts'
import { openExchange, type TestExchange } from '../exchange/house.ts'
import { baseOf } from './bases.ts'
import { feed, open, publish } from './publisher.ts'

let there: TestExchange
let founder: TestDevice
beforeEach(async () => {
  there = openExchange()
  founder = (await foundAt(there)).founder
})

describe('the feed', () => {
  it('tells what changed after a cursor, page by page, each entry once', async () => {
    const published = []
    for (let count = 0; count < 7; count += 1) published.push((await publish(founder)).statement)
    await publish(founder, { ...published[1], revision: 2 })
    let cursor = { n: 0, mark: firstMark }
    const seen: number[] = []
    for (;;) {
      const page = await feed(there, cursor, 3)
      expect(page.restart).toBe(false)
      seen.push(...page.items.map(({ n }) => n))
      cursor = page
      if (!page.more) break
    }
    expect(seen).toEqual([1, 3, 4, 5, 6, 7, 8])
    expect((await feed(there, cursor)).items).toEqual([])
    await publish(founder)
    expect((await feed(there, cursor)).items.map(({ n }) => n)).toEqual([9])
  })

  it('begins anew for a cursor of another history', async () => {
    await publish(founder)
    for (const cursor of [
      { n: 1, mark: 'ab'.repeat(8) },
      { n: 2, mark: firstMark },
    ]) {
      const page = await feed(there, cursor)
      expect([page.restart, page.items.length]).toEqual([true, 1])
    }
  })

  it('says so where nothing is new, without a body', async () => {
    await publish(founder)
    const path = feedPath({ n: 0, mark: firstMark })
    const first = await open(there, path)
    const tag = first.headers.get('ETag') ?? ''
    const again = await open(there, path, { headers: { 'If-None-Match': `W/${tag}` } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    await publish(founder)
    expect((await open(there, path, { headers: { 'If-None-Match': tag } })).status).toBe(200)
  })

  it('is for every page, speaks this version, and asks nobody who they are', async () => {
    const path = feedPath({ n: 0, mark: firstMark })
    const answer = await open(there, path)
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(answer.headers.get('Ponte-Protocol')).toBe('1')
    expect((await open(there, path, { method: 'OPTIONS' })).status).toBe(204)
    const other = await open(there, path, { headers: { 'Ponte-Protocol': '2' } })
    expect([other.status, await other.json()]).toEqual([400, { reason: 'protocol' }])
  })

  it.each([
    'after=-1',
    'after=1e3',
    'after=a',
    'after=99999999999999999',
    'mark=ab',
    'mark=ZZ',
    'most=501',
    'most=-1',
  ])('refuses %s', async (query) => {
    const answer = await open(there, `/register/feed?${query}`)
    expect([answer.status, await answer.json()]).toEqual([400, { reason: 'malformed' }])
  })

  it('tells who asks too often when to come again', async () => {
    const path = feedPath({ n: 0, mark: firstMark })
    for (let count = 0; count < 600; count += 1) await open(there, path)
    const answer = await open(there, path)
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '1'])
  })

  it('tells of a hidden entry the reason and nothing else, and of the shown one again', async () => {
    const { statement } = await publish(founder)
    const step = { at: 5, mark: 'cd'.repeat(8) }
    expect(await there.store.hide(statement.entry, 'advertising', step)).toBe(true)
    const { items } = await feed(there)
    const { entry, publisher, type } = statement
    expect(items).toEqual([
      { state: 'hidden', n: 2, at: 5, entry, publisher, type, revision: 1, reason: 'advertising' },
    ])
    await publish(founder, { ...statement, revision: 2 })
    expect((await feed(there)).items[0]?.state).toBe('hidden')
    await there.store.hide(statement.entry, null, { at: 6, mark: 'ef'.repeat(8) })
    expect((await feed(there)).items[0]).toMatchObject({ state: 'published', n: 4 })
    expect(await there.store.hide('00'.repeat(16), 'x', step)).toBe(false)
  })
})

describe('the base', () => {
  it('is named by the feed, and read by its hash in any packing', async () => {
    expect((await feed(there)).base).toBeNull()
    const base = baseOf(
      [
        ['Aachen', 'DE'],
        ['Reims', 'FR'],
        ['Naumburg', 'DE'],
      ],
      [
        [0, 1, 1967],
        [0, 2, 1988],
      ],
    )
    await there.store.keepBase(base)
    expect((await feed(there)).base).toEqual({ hash: base.hash, asOf: '2026-11-01', links: 2 })
    const read = async (packing: string) => {
      const answer = await open(there, basePath(base.hash), { headers: { 'Accept-Encoding': packing } })
      expect(answer.headers.get('Cache-Control')).toContain('immutable')
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const encoding = answer.headers.get('Content-Encoding')
      return encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes
    }
    for (const packing of ['', 'gzip', 'gzip, deflate, br'])
      expect(readBase(await read(packing)).towns.map(({ name }) => name)).toEqual([
        'Aachen',
        'Reims',
        'Naumburg',
      ])
    for (const hash of ['00'.repeat(32), 'x', '../../etc/passwd'])
      expect((await open(there, `/register/base/${hash}`)).status).toBe(404)
  })
})
