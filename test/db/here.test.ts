// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, expect, it, vi } from 'vitest'
import { arrive, leave, newSince, watchHere } from '../../src/db/here.ts'
import { newNotebook } from './notebook.ts'

const minute = 60_000
const hour = 60 * minute

afterEach(() => vi.restoreAllMocks())

it('at the very first time nothing is new', async () => {
  const notebook = newNotebook()
  expect(await newSince(notebook)).toBeUndefined()
  notebook.clock.time = 10 * hour
  await arrive(notebook)
  expect(await newSince(notebook)).toBe(10 * hour)
})

it('whoever was away for more than an hour is told what came since the app was put away', async () => {
  const notebook = newNotebook()
  await arrive(notebook)
  notebook.clock.time = 10 * hour
  await leave(notebook)
  notebook.clock.time = 11 * hour + minute
  await arrive(notebook)
  expect(await newSince(notebook)).toBe(10 * hour)
})

it('a reload or a short look elsewhere does not swallow the news', async () => {
  const notebook = newNotebook()
  await arrive(notebook)
  notebook.clock.time = 10 * hour
  await leave(notebook)
  for (const time of [20 * hour, 20 * hour + 30 * minute, 21 * hour + 30 * minute]) {
    notebook.clock.time = time
    await arrive(notebook)
    expect(await newSince(notebook)).toBe(10 * hour)
    await leave(notebook)
  }
  notebook.clock.time = 23 * hour
  await arrive(notebook)
  expect(await newSince(notebook)).toBe(21 * hour + 30 * minute)
})

it('a tab that was killed without a word tells the same news once more rather than none', async () => {
  const notebook = newNotebook()
  notebook.clock.time = 10 * hour
  await arrive(notebook)
  await leave(notebook)
  notebook.clock.time = 20 * hour
  await arrive(notebook)
  notebook.clock.time = 40 * hour
  await arrive(notebook)
  expect(await newSince(notebook)).toBe(10 * hour)
})

it('coming and going are noticed by what the browser tells, until watching ends', async () => {
  const notebook = newNotebook()
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(false)
  const stop = watchHere(notebook)
  await vi.waitFor(async () => expect(await newSince(notebook)).toBe(1000))

  const turn = (isHidden: boolean, time: number): void => {
    notebook.clock.time = time
    hidden.mockReturnValue(isHidden)
    document.dispatchEvent(new Event('visibilitychange'))
  }
  turn(true, 5 * hour)
  await vi.waitFor(async () =>
    expect((await notebook.tables.meta.get('leftAt'))?.value).toBe(String(5 * hour)),
  )
  turn(false, 9 * hour)
  await vi.waitFor(async () => expect(await newSince(notebook)).toBe(5 * hour))

  notebook.clock.time = 10 * hour
  window.dispatchEvent(new Event('pagehide'))
  await vi.waitFor(async () =>
    expect((await notebook.tables.meta.get('leftAt'))?.value).toBe(String(10 * hour)),
  )

  stop()
  turn(true, 11 * hour)
  window.dispatchEvent(new Event('pagehide'))
  await notebook.tables.meta.count()
  expect((await notebook.tables.meta.get('leftAt'))?.value).toBe(String(10 * hour))
})
