import { Broken } from './broken.ts'

/** The text of a file's bytes as they come. Throws Broken for bytes that are no UTF-8. */
export async function* textOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch {
      throw new Broken(line, 'these bytes are no text in UTF-8')
    }
  }
  for await (const chunk of chunks) {
    const text = decode(chunk)
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line += 1
    yield text
  }
  yield decode()
}
