import { concat, type Bytes } from '../../shared/bytes.ts'
import { refuse } from './refuse.ts'

/** The body of a request, at most so many bytes. What is longer is never held whole, whether it said its length or not. */
export async function readBody(request: Request, most: number): Promise<Bytes> {
  if (Number(request.headers.get('Content-Length') ?? 0) > most) refuse('too-long')
  const parts: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    length += next.value.length
    if (length > most) {
      await reader?.cancel()
      refuse('too-long')
    }
    parts.push(next.value)
  }
  return concat(...parts)
}
