import { concat, fromHex, toHex } from './bytes.ts'
import { digestOf } from './digest.ts'
import { labelled, labels } from './labels.ts'

/** Of a log that has nothing in it, as hex. */
export const emptyLog = '0'.repeat(64)

/**
 * What a log is after one more run, by what it was before and the hash of that run's last envelope (hex all three). So a place in
 * one log is never taken for one in another that happens to be as long and to end with the same run: an exchange that was set
 * back gets its runs again in whatever order they come.
 */
export const logHashAfter = (before: string, lastHash: string): string =>
  toHex(digestOf(concat(labelled(labels.log, fromHex(before), fromHex(lastHash)))))
