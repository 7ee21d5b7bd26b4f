import { toHex } from '../../../src/shared/bytes.ts'
import { writeCanonical } from '../../../src/shared/canonical.ts'
import { paddedLength } from '../../../src/shared/envelope.ts'
import { emptyLog, logHashAfter } from '../../../src/shared/log-hash.ts'
import { publisherOf, statementMessage, writeStatement } from '../../../src/shared/register/statement.ts'
import type { Value } from '../../../src/shared/value.ts'
import { authMessage } from '../../../src/crypto/auth.ts'
import { cast } from './cast.ts'
import type { Part } from './parts.ts'
import { signAgain } from './run.ts'

/** An answer to a challenge. */
export async function tellAuth(spaceId: string, kept?: string): Promise<Part> {
  const [publicUrl, challenge] = ['https://ponte.example', '08'.repeat(32)]
  const message = authMessage(publicUrl, spaceId, cast.second.id, challenge)
  return { publicUrl, challenge, message: toHex(message), signature: await signAgain(kept, message) }
}

/** What a log is after each of these runs, by the hash of its last envelope. */
export function tellLog(lastHashes: readonly string[]): string[] {
  let hash = emptyLog
  return lastHashes.map((last) => (hash = logHashAfter(hash, last)))
}

/** An entry of the register that is withdrawn: of all statements the shortest. */
export async function tellRegister(spaceId: string, kept?: string): Promise<Part> {
  const publisher = publisherOf(spaceId)
  const head = {
    entry: '09'.repeat(16),
    publisher,
    device: cast.second.id,
    type: 'idea',
    revision: 2,
  } as const
  const bytes = writeStatement({ ...head, content: null })
  const message = statementMessage(bytes)
  return {
    publisher,
    statement: new TextDecoder().decode(bytes),
    message: toHex(message),
    signature: await signAgain(kept, message),
  }
}

export const padding: readonly (readonly [number, number])[] = [
  0, 1, 64, 65, 72, 73, 127, 128, 129, 200, 300, 1000, 1024, 1025, 4096, 10_000, 49_152, 65_000,
].map((length) => [length, paddedLength(length)])

/** JSON however it is spelt, and the one way in which it is written. */
const spellings: readonly string[] = [
  'null',
  '-0',
  '10e20',
  '1e-1',
  '"\\u0007\\"\\\\\\/\\u00e9\\u2028\\ud83d\\ude00\\ud800"',
  '{"b":1,"a":{"10":[],"9":{},"\\u00e9":"","Z":true}}',
]

export const canonical: readonly (readonly [string, string])[] = spellings.map((json) => [
  json,
  toHex(writeCanonical(JSON.parse(json) as Value)),
])
