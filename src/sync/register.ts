import { verify } from '../crypto/sign.ts'
import { Problem } from '../crypto/problem.ts'
import { dropBase, keepBase, keepPage } from '../db/register/keep.ts'
import { keepInfo, readInfo } from '../db/register/info.ts'
import { registerHere } from '../db/register/open.ts'
import type { Register } from '../db/register/tables.ts'
import { fromHex, Malformed, toHex, type Bytes } from '../shared/bytes.ts'
import { sha256 } from '../shared/hash.ts'
import { readBase } from '../shared/register/base.ts'
import { basePath, feedPath } from '../shared/register/endpoints.ts'
import { firstMark, readFeedPage, type FeedItem } from '../shared/register/feed.ts'
import { registerLimits } from '../shared/register/limits.ts'
import { office, statementMessage, writeStatement } from '../shared/register/statement.ts'
import { readAt, type Fetch } from './ask.ts'
import { askConfig } from './config.ts'
import type { Exchange } from './exchange.ts'
import { SyncProblem } from './problem.ts'
import { withdrawAgain } from './withdraw-again.ts'

/** Goes up by one whenever this app learns to read items that it left out before: then it begins anew. */
const readerVersion = 1

/** Bytes that a base may have: far more than all the twin towns of the world. */
const mostBase = 48 * 1024 * 1024

type Surroundings = { readonly appAddress: string; readonly fetch: Fetch }

/** Whether an item says what its publisher signed. What is hidden says nothing; the office is the exchange itself. */
async function isGenuine(item: FeedItem): Promise<boolean> {
  if (item.state === 'hidden') return true
  const { key, signature, statement } = item
  if (statement.publisher === office) return key === '' && signature === ''
  if (key === '' || signature === '') return false
  try {
    return await verify(fromHex(key), fromHex(signature), statementMessage(writeStatement(statement)))
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

async function genuine(items: readonly FeedItem[]): Promise<FeedItem[]> {
  const found = await Promise.all(items.map(isGenuine))
  return items.filter((_, at) => found[at])
}

function read<T>(bytes: Bytes, how: (bytes: Bytes) => T): T {
  try {
    return how(bytes)
  } catch (cause) {
    if (cause instanceof Malformed) throw new SyncProblem('broken', cause)
    throw cause
  }
}

/** Takes what is new, a page at a time; what was taken stays, also where the line is cut in between. */
async function takeFeed(register: Register, url: string, { fetch }: Surroundings): Promise<void> {
  const before = await readInfo(register)
  const isReadAnew = before.skippedBy !== 0 && before.skippedBy !== readerVersion
  let cursor = isReadAnew ? { n: 0, mark: firstMark } : before
  for (;;) {
    const page = read(
      await readAt(`${url}${feedPath(cursor)}`, fetch, 4 * registerLimits.pageBytes),
      readFeedPage,
    )
    const { n, mark, more, restart, base } = page
    if (more && n === cursor.n) throw new SyncProblem('broken')
    const items = await genuine(page.items)
    const skipped = page.skipped > 0 ? { skippedBy: readerVersion } : isReadAnew ? { skippedBy: 0 } : {}
    await keepPage(register, { items, restart }, { n, mark, offered: base, ...skipped })
    if (!more) return
    cursor = { n, mark }
  }
}

/** Brings the base here to what the exchange has: nothing to do nearly always. */
async function takeBase(register: Register, url: string, { fetch }: Surroundings): Promise<void> {
  const { offered, base } = await readInfo(register)
  if (offered?.hash === base?.hash) return
  if (!offered) return dropBase(register)
  const bytes = await readAt(`${url}${basePath(offered.hash)}`, fetch, mostBase)
  if (toHex(await sha256(bytes)) !== offered.hash) throw new SyncProblem('broken')
  const whole = read(bytes, readBase)
  await keepBase(register, whole, { ...offered, attribution: whole.attribution })
}

const nowHere = (): number => Date.now()

/**
 * Brings the register on this device up to date. With its base where somebody wants to see it: from then on it is kept as well.
 * Rejects as `Ask`.
 */
export async function takeRegister(
  surroundings: Surroundings,
  { withBase }: { readonly withBase: boolean },
  register = registerHere(),
): Promise<void> {
  const { exchange: url } = await askConfig(surroundings.appAddress, surroundings.fetch)
  await takeFeed(register, url, surroundings)
  if (withBase) await keepInfo(register, { isOpened: true })
  if (withBase || (await readInfo(register)).isOpened) await takeBase(register, url, surroundings)
  await keepInfo(register, { takenAt: nowHere() })
}

/** Milliseconds after which it is looked again whether something is new there. */
const often = 4 * 60 * 60 * 1000

/** The same at the usual occasions, where the last time is some hours ago; whatever goes wrong is tried again at the next one. */
export async function takeRegisterIfOld(
  surroundings: Surroundings,
  isShared: boolean,
  register = registerHere(),
): Promise<void> {
  const { takenAt, isOpened } = await readInfo(register)
  const age = nowHere() - takenAt
  if ((!isShared && !isOpened) || (age >= 0 && age < often)) return
  await takeRegister(surroundings, { withBase: false }, register)
}

/**
 * Brings it up to date, at once or where that is due, and takes out once more what this space withdrew and an exchange that was set
 * back shows again.
 */
export async function tendRegister(
  surroundings: Surroundings,
  exchange: Exchange | undefined,
  { isWanted }: { readonly isWanted: boolean },
  register = registerHere(),
): Promise<void> {
  if (isWanted) await takeRegister(surroundings, { withBase: true }, register)
  else await takeRegisterIfOld(surroundings, exchange !== undefined, register)
  if (exchange && (await withdrawAgain(exchange, register)) > 0)
    await takeRegister(surroundings, { withBase: false }, register)
}
