import { Malformed } from '../../shared/bytes.ts'
import { feedType, firstMark } from '../../shared/register/feed.ts'
import { registerLimits } from '../../shared/register/limits.ts'
import type { House } from '../exchange/house.ts'
import { refuse } from '../exchange/refuse.ts'
import type { KeptPublic, RegisterState } from '../store/register.ts'

/** A whole number as an address has it. Throws Malformed for anything else. */
function numberIn(asked: URLSearchParams, name: string, usual: number, most: number): number {
  const text = asked.get(name) ?? String(usual)
  if (!/^\d{1,16}$/.test(text) || Number(text) > most)
    throw new Malformed(`${name} is no number up to ${most}`)
  return Number(text)
}

/** A cursor, and how much is wanted. Throws Malformed for another shape. */
function questionIn(asked: URLSearchParams): { after: number; mark: string; most: number } {
  const mark = asked.get('mark') ?? firstMark
  if (!/^[0-9a-f]{16}$/.test(mark)) throw new Malformed('no mark')
  const after = numberIn(asked, 'after', 0, Number.MAX_SAFE_INTEGER)
  return { after, mark, most: Math.max(1, numberIn(asked, 'most', registerLimits.page, registerLimits.page)) }
}

/** An item as JSON. The statement is JSON already, as it was signed: it is put in as it is. */
function itemOf({
  n,
  at,
  entry,
  publisher,
  type,
  revision,
  statement,
  signature,
  key,
  hidden,
}: KeptPublic): string {
  if (hidden !== null)
    return JSON.stringify({ state: 'hidden', n, at, entry, publisher, type, revision, reason: hidden })
  const state = statement.startsWith('{"content":null') ? 'withdrawn' : 'published'
  const head = JSON.stringify({ state, n, at, signature, key })
  return `${head.slice(0, -1)},"statement":${statement}}`
}

/** What tells whether anything is new: the register's last change and the base. */
export const tagOf = ({ n, mark, base }: RegisterState, more = ''): string =>
  `"${n}-${mark}-${base?.hash.slice(0, 16) ?? ''}${more}"`

/** Whether an answer with this tag is there already where it was asked for. */
export const isKnown = (asked: string | undefined, tag: string): boolean =>
  (asked ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag)

/** A page of the feed as JSON, or undefined where the asker has it. */
export async function feedPage(
  { store }: House,
  asked: URLSearchParams,
  known: string | undefined,
): Promise<{ tag: string; body: string | undefined }> {
  const { after, mark, most } = questionIn(asked)
  const state = await store.registerState()
  const tag = tagOf(state, `-${after}-${mark}-${most}`)
  if (isKnown(known, tag)) return { tag, body: undefined }
  const restart = after > 0 && (await store.markAt(after)) !== mark
  const found = await store.changes(restart ? 0 : after, most, registerLimits.pageBytes)
  // What came since `state` was asked for belongs to the next page.
  const items = found.filter(({ n }) => n <= state.n)
  const last = items.at(-1)?.n ?? state.n
  const more = (await store.changes(last, 1, 1)).some(({ n }) => n <= state.n)
  const end = more ? { n: last, mark: await store.markAt(last) } : { n: state.n, mark: state.mark }
  // Changes that were so many that their marks are gone: whoever asks next begins anew.
  const head = JSON.stringify({ ...end, mark: end.mark ?? firstMark, more, restart, base: state.base })
  return { tag, body: `${head.slice(0, -1)},"items":[${items.map(itemOf).join(',')}]}` }
}

export const feedHeaders = { 'Content-Type': feedType, 'Cache-Control': 'public, no-cache' }

/** The bytes of the base, packed as the asker can unpack them. Refused as 'unknown' if it isn't the present one. */
export async function basePage({ store }: House, hash: string, accepted: string) {
  const packed = /\bbr\b/.test(accepted) ? 'brotli' : /\bgzip\b/.test(accepted) ? 'gzip' : 'bytes'
  const bytes = /^[0-9a-f]{64}$/.test(hash) ? await store.baseBytes(hash, packed) : undefined
  const encoding = packed === 'brotli' ? 'br' : packed
  return {
    bytes: bytes ?? refuse('unknown'),
    headers: {
      'Cache-Control': 'public, max-age=31536000, immutable, no-transform',
      ...(packed === 'bytes' ? {} : { 'Content-Encoding': encoding }),
    },
  }
}

/** Everything that is to be seen, as one JSON file that is written while it is read. */
export function wholeRegister(
  { store, publicUrl, operator }: House,
  { n, mark, base }: RegisterState,
): ReadableStream {
  const text = new TextEncoder()
  let [after, isFirst] = [0, true]
  return new ReadableStream({
    start(controller) {
      const head = JSON.stringify({ register: publicUrl, operator, n, mark, base })
      controller.enqueue(text.encode(`${head.slice(0, -1)},"entries":[`))
    },
    async pull(controller) {
      const page = await store.changes(after, registerLimits.page, registerLimits.pageBytes)
      after = page.at(-1)?.n ?? after
      const shown = page.filter(({ isShown }) => isShown).map(itemOf)
      if (shown.length > 0) controller.enqueue(text.encode(`${isFirst ? '' : ','}\n${shown.join(',\n')}`))
      isFirst &&= shown.length === 0
      if (page.length > 0) return
      controller.enqueue(text.encode(']}\n'))
      controller.close()
    },
  })
}
