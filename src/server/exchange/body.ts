import { Malformed, type Bytes } from '../../shared/bytes.ts'
import { Growing } from '../../shared/growing.ts'
import { refuse } from './refuse.ts'

type Reader = ReadableStreamDefaultReader<Uint8Array>

/** The next piece; of a line that was cut in the middle nobody needs to hear more than that. */
async function next(reader: Reader): Promise<Uint8Array | undefined> {
  try {
    return (await reader.read()).value
  } catch (cause) {
    throw new Malformed('cut off', { cause })
  }
}

/** What fits into a few packets comes in seconds on any line; for more, as long as a device waits for its answer. */
const patienceFor = (most: number): number => (most > 128 * 1024 ? 100_000 : 15_000)

/**
 * The body of a request, at most so many bytes, within a time that goes with them. What is longer is never held whole, whether
 * it said its length or not.
 */
export async function readBody(request: Request, most: number, patience = patienceFor(most)): Promise<Bytes> {
  if (Number(request.headers.get('Content-Length') ?? 0) > most) refuse('too-long')
  const body = new Growing()
  const reader = request.body?.getReader()
  if (!reader) return body.whole()
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    // Ends the wait for the next piece; a line that was cut says so there.
    reader.cancel().catch(() => undefined)
  }, patience)
  try {
    for (let part = await next(reader); part; part = await next(reader)) {
      if (body.length + part.length > most) {
        // Of a line that was cut meanwhile there is nothing left to end.
        await reader.cancel().catch(() => undefined)
        refuse('too-long')
      }
      body.add(part)
    }
  } finally {
    clearTimeout(timer)
  }
  return isLate ? refuse('too-slow') : body.whole()
}
