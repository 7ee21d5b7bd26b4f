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
      const [first = '', ...more] = decoder.decode(value, { stream: !done }).split('\n')
      rest += first
      for (const next of more) {
        yield rest
        rest = next
      }
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
