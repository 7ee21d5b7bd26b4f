import { concat, Malformed, type Bytes } from '../../shared/bytes.ts'
import { refuse } from './refuse.ts'

type Reader = ReadableStreamDefaultReader<Uint8Array>

/** The next piece; of a line that was cut in the middle nobody needs to hear more than that. */
async function next(reader: Reader | undefined): Promise<Uint8Array | undefined> {
  try {
    return (await reader?.read())?.value
  } catch (cause) {
    throw new Malformed('cut off', { cause })
  }
}

/** The body of a request, at most so many bytes. What is longer is never held whole, whether it said its length or not. */
export async function readBody(request: Request, most: number): Promise<Bytes> {
  if (Number(request.headers.get('Content-Length') ?? 0) > most) refuse('too-long')
  const parts: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (let part = await next(reader); part; part = await next(reader)) {
    length += part.length
    if (length > most) {
      await reader?.cancel()
      refuse('too-long')
    }
    parts.push(part)
  }
  return concat(...parts)
}
