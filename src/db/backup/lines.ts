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
      const text = decoder.decode(value, { stream: !done })
      // Only what is new is searched, and not split: it may be the whole file, and all of it line ends.
      let from = 0
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
        yield rest + text.slice(from, end)
        rest = ''
        from = end + 1
      }
      rest += text.slice(from)
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
