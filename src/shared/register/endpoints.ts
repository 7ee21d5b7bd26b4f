import { json } from '../exchange/codec.ts'
import { endpoint, id, nothing } from '../exchange/endpoint.ts'
import { hexOf, hexUpTo, isCount, type Check } from '../shape.ts'
import { registerLimits } from './limits.ts'
import { isLine, isMailAddress, isParagraph } from './text.ts'

/** A statement as hex, with the signature of the device that asks. */
export type PublishQuestion = { readonly bytes: string; readonly signature: string }
/** What somebody finds wrong about an entry. `mail`: only where an answer is wanted. */
export type ReportQuestion = { readonly entry: string; readonly text: string; readonly mail: string }

/** Whether a report says something, and not too much. */
export const isReport: Check = (value) =>
  isParagraph(registerLimits.report)(value) &&
  isLine(registerLimits.report, 3)(String(value).replaceAll('\n', ' '))

/** What the app asks of the register by POST; the feed and the base are read by GET (`feedPath`, `basePath`). */
export const registerEndpoints = {
  /**
   * One entry of the asker's space, published, revised or withdrawn; n: the number of the change. The same bytes again count as taken.
   * 'device' for what another one signed, 'signer' for another space's, 'role' for no coordinator, 'signature', 'stale' for a revision
   * that isn't above the one here, 'kind' for an entry of another type, 'full' for more entries than a space may have.
   */
  publish: endpoint(
    'register/publish',
    'device',
    2 * registerLimits.statement + 1024,
    json<PublishQuestion>({ bytes: hexUpTo(registerLimits.statement), signature: hexOf(64) }),
    json<{ n: number }>({ n: isCount }),
  ),
  /** Tells the operator of an entry that should not stand there; 'unknown' if it doesn't. */
  report: endpoint(
    'register/report',
    'none',
    8 * 1024,
    json<ReportQuestion>({ entry: id, text: isReport, mail: isMailAddress }),
    nothing,
  ),
} as const

/** Where the feed is asked from a cursor on: below the exchange's address, by GET. */
export const feedPath = (
  cursor: { readonly n: number; readonly mark: string },
  most: number = registerLimits.page,
): string => `/register/feed?after=${cursor.n}&mark=${cursor.mark}&most=${most}`

/** Where a base lies: for ever the same bytes. */
export const basePath = (hash: string): string => `/register/base/${hash}`

/** The page of an entry that needs no app. */
export const entryPage = (language: string, entry: string): string => `/register/${language}/entry/${entry}`
