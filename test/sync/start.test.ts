// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, expect, it, vi } from 'vitest'
import { Tables } from '../../src/db/tables.ts'
import type { Call, Reply } from '../../src/sync/calls.ts'
import { startBeside } from '../../src/sync/start.ts'
import { askExchange, codeOf } from '../../src/sync/verbs.ts'

/** Stands for the worker: it answers everything, if its file comes. */
class FakeWorker extends EventTarget {
  readonly comes: boolean
  constructor(comes: boolean) {
    super()
    this.comes = comes
    if (!comes) setTimeout(() => this.dispatchEvent(new Event('error')), 100)
  }
  postMessage(message: object): void {
    if (!('call' in message) || !this.comes) return
    const reply: Reply = { call: (message as Call).call, value: { needsCode: false, operator: 'Verein' } }
    this.dispatchEvent(new MessageEvent('message', { data: reply }))
  }
}

afterEach(() => void vi.useRealTimers())

it('a worker whose file does not come is begun once more, and whoever had asked it is told', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const tables = new Tables('start')
  await tables.open()
  const workers = [new FakeWorker(false), new FakeWorker(true)]
  const notebook = { space: 'start', me: 'me', tables, now: Date.now }
  const waiting = [...workers]
  const begun = vi.fn<() => FakeWorker>(() => waiting.shift() ?? new FakeWorker(true))
  startBeside(
    notebook,
    (address) => address,
    () => undefined,
    begun,
  )
  const early = askExchange().catch(codeOf)
  vi.advanceTimersByTime(200)
  expect(await early).toBe('offline')
  const late = askExchange()
  vi.advanceTimersByTime(5000)
  expect(begun).toHaveBeenCalledTimes(2)
  expect(await late).toEqual({ needsCode: false, operator: 'Verein' })
})
