import { describe, expect, it, vi } from 'vitest'
import { readFile, type Reader } from '../../../src/features/imports/read-file.ts'
import { readVcards } from '../../../src/features/imports/vcard/read.ts'

const anna = 'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Nowak;Anna;;;\r\nEND:VCARD\r\n'
const never = new AbortController().signal

/** Stands for the worker: it answers with one event. */
class FakeReader extends EventTarget implements Reader {
  terminate = vi.fn<() => void>()
  readonly answer: (bytes: ArrayBuffer) => Event | undefined
  constructor(answer: (bytes: ArrayBuffer) => Event | undefined) {
    super()
    this.answer = answer
  }
  postMessage(bytes: ArrayBuffer): void {
    const event = this.answer(bytes)
    if (event) this.dispatchEvent(event)
  }
}

const reading = (): FakeReader =>
  new FakeReader((bytes) => new MessageEvent('message', { data: readVcards(new Uint8Array(bytes)) }))

describe('reading a contact file', () => {
  it('gives its people and lets the worker go', async () => {
    const reader = reading()
    const found = await readFile(new Blob([anna]), never, () => reader)
    expect(found).toMatchObject({ ok: true, cards: [{ familyName: 'Nowak' }], unreadable: 0 })
    expect(reader.terminate).toHaveBeenCalledOnce()
  })

  it('names what is wrong with another file', async () => {
    const found = await readFile(new Blob(['a letter']), never, reading)
    expect(found).toEqual({ ok: false, problem: 'not-a-vcard' })
  })

  it('refuses 50 MB by the size alone, without reading a byte', async () => {
    const file = new Blob()
    Object.defineProperty(file, 'size', { value: 50 * 1024 * 1024 })
    const bytes = vi.spyOn(file, 'arrayBuffer')
    expect(await readFile(file, never, reading)).toEqual({ ok: false, problem: 'too-large' })
    expect(bytes).not.toHaveBeenCalled()
  })

  it('is stopped by a worker that dies', async () => {
    const reader = new FakeReader(() => new Event('error'))
    expect(await readFile(new Blob([anna]), never, () => reader)).toEqual({ ok: false, problem: 'stopped' })
    expect(reader.terminate).toHaveBeenCalledOnce()
  })

  it('is stopped by bytes that do not come', async () => {
    const file = new Blob([anna])
    vi.spyOn(file, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotFoundError'))
    expect(await readFile(file, never, reading)).toEqual({ ok: false, problem: 'stopped' })
  })

  it('ends with the signal, and with it the worker', async () => {
    const [reader, leaving] = [new FakeReader(() => undefined), new AbortController()]
    const found = readFile(new Blob([anna]), leaving.signal, () => reader)
    setTimeout(() => leaving.abort(), 10)
    expect(await found).toEqual({ ok: false, problem: 'stopped' })
    expect(reader.terminate).toHaveBeenCalledOnce()
  })

  it('ends after two minutes in which the worker says nothing', async () => {
    vi.useFakeTimers()
    const found = readFile(new Blob([anna]), never, () => new FakeReader(() => undefined))
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
    await vi.advanceTimersByTimeAsync(120_000)
    vi.useRealTimers()
    expect(await found).toEqual({ ok: false, problem: 'stopped' })
  })
})
