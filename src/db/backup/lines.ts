import { limits, Refusal } from './format.ts'

/**
 * The lines of a file, one after the other, so that a large file never lies in memory whole.
 * Throws Refusal for bytes that are no UTF-8, for endless lines, and if the file cannot be read.
 */
export async function* linesOf(file: Blob): AsyncGenerator<string> {
  const reader = file.stream().getReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      rest += decoder.decode(value, { stream: !done })
      // Not split: a chunk may be the whole file, and all of it line ends.
      let from = 0
      for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', from)) {
        yield rest.slice(from, end)
        from = end + 1
      }
      rest = rest.slice(from)
      if (rest.length > limits.line) throw new Refusal('broken')
      if (done) break
    }
  } catch (cause) {
    throw cause instanceof Refusal ? cause : new Refusal('broken', cause)
  } finally {
    await reader.cancel().catch(() => undefined)
  }
  if (rest) yield rest
}
