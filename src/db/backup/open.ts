import { openBackup, sealedMagic } from '../../crypto/backup.ts'
import { Problem } from '../../crypto/problem.ts'
import { utf8 } from '../../shared/bytes.ts'
import { beginning, limits, Refusal } from './format.ts'
import { partsOf, type Source } from './lines.ts'

/** The longest part of the first line by which a backup is known. */
const startLength = 100

const begins = (bytes: Uint8Array, start: Uint8Array): boolean =>
  start.every((byte, index) => bytes[index] === byte)

function refusalOf(cause: unknown): Refusal {
  if (cause instanceof Problem && cause.code === 'slip-malformed') return new Refusal('digits', cause)
  if (cause instanceof Problem && cause.code === 'wrap-refused') return new Refusal('other-sheet', cause)
  return new Refusal('broken', cause)
}

async function firstBytes(source: Source): Promise<Uint8Array> {
  for await (const part of partsOf(source)) return part.subarray(0, startLength)
  return new Uint8Array(0)
}

/**
 * A chosen file, opened with the digits of the recovery sheet where it is sealed. Only its first bytes are looked at: a film
 * of two hours is refused at once. Returns the number of its schema. Throws Refusal.
 */
export async function openFile(file: Blob, digits?: string): Promise<{ source: Source; version: string }> {
  const broken = (cause: unknown): never => {
    // Taken away since it was chosen, or kept somewhere that cannot be reached now.
    throw new Refusal('broken', cause)
  }
  const first = new Uint8Array(await file.slice(0, startLength).arrayBuffer().catch(broken))
  const isSealed = begins(first, sealedMagic)
  if (!isSealed && !begins(first, utf8(beginning)) && !begins(first, utf8(`\ufeff${beginning}`)))
    throw new Refusal('not-a-backup')
  if (file.size > limits.file) throw new Refusal('too-large')
  if (!isSealed) return { source: { file }, version: versionIn(first) }
  if (!digits) throw new Refusal('sealed')
  const sealed = await openBackup(file, digits).catch((cause: unknown) => {
    throw refusalOf(cause)
  })
  const source = { file, sealed }
  return { source, version: versionIn(await firstBytes(source).catch(broken)) }
}

/** The number of the schema, as it is written; '' for none. */
function versionIn(bytes: Uint8Array): string {
  const start = new TextDecoder().decode(bytes)
  if (!start.startsWith(beginning)) throw new Refusal('broken')
  return /^\d+(?=,)/.exec(start.slice(beginning.length))?.[0] ?? ''
}
