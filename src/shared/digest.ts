import { sha256 } from '@noble/hashes/sha2.js'
import { concat, type Bytes } from './bytes.ts'

/**
 * SHA-256 at once. For the many short and public byte strings of a chain: the platform's own (hash.ts) is asked through
 * another thread, which takes several times as long as hashing a change (docs/adr/0010-hashing-at-once.md). Not for secrets.
 */
export const digestOf = (bytes: Uint8Array): Bytes => concat(sha256(bytes))
