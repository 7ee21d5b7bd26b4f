import { textsOf, type OpenBackup } from '../../crypto/backup.ts'
import { limits, Refusal } from './format.ts'

/** A chosen file, and what opens it where it is sealed. */
export type Source = { readonly file: Blob; readonly sealed?: OpenBackup }

async function* bytesOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** The bytes of what is written in a file, part by part. */
export const partsOf = ({ file, sealed }: Source): AsyncGenerator<Uint8Array> =>
  sealed ? textsOf(sealed) : bytesOf(file)

/** The lines of a text, one after the other. Throws Refusal for endless ones, and TypeError for bytes that are no UTF-8. */
async function* linesIn(parts: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const part of parts) {
    const text = decoder.decode(part, { stream: true })
    // Only what is new is searched, and not split: it may be the whole file, and all of it line ends.
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      yield rest + text.slice(from, end)
      rest = ''
      from = end + 1
    }
    rest += text.slice(from)
    if (rest.length > limits.line) throw new Refusal('broken')
  }
  rest += decoder.decode()
  if (rest) yield rest
}

/**
 * The lines of a file, one after the other, so that a large file never lies in memory whole. Throws Refusal for bytes that
 * are no UTF-8, for endless lines, if the file cannot be read, and where a sealed one was changed.
 */
export async function* linesOf(source: Source): AsyncGenerator<string> {
  const lines = linesIn(partsOf(source))
  for (;;) {
    const next = await lines.next().catch((cause: unknown) => {
      throw cause instanceof Refusal ? cause : new Refusal('broken', cause)
    })
    if (next.done) return
    yield next.value
  }
}
