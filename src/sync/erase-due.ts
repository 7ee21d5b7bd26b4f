import { dueInBin, hasBin } from '../db/binned.ts'
import { dropErasures, wishedErasures, withBelongings } from '../db/erasing.ts'
import { sweepSetAside } from '../db/set-aside.ts'
import { concat } from '../shared/bytes.ts'
import { chunksNow } from '../shared/checkpoint/erased.ts'
import { limits } from '../shared/limits.ts'
import { erasedElsewhere } from '../shared/roster/erasing.ts'
import { roleNow, type Roster } from '../shared/roster/roster.ts'
import { Refused } from './ask.ts'
import { hashOfChunk, textIn } from './checkpoint/chunks.ts'
import { keptStatement } from './checkpoint/kept.ts'
import { askChunk } from './checkpoint/take.ts'
import { eraseForAll } from './erase.ts'
import { ownChunksKey } from './erase-here.ts'
import type { Exchange } from './exchange.ts'
import { keyOfEpoch } from './keys.ts'
import { knownRoster } from './roster.ts'
import { timeThere, type Asker } from './token.ts'

const day = 24 * 60 * 60 * 1000
const lookedKey = 'binLookedAt'

/**
 * Puts the chunks here as the exchange has them, in the place of those that this device has sealed for itself, or that others took the
 * places of since.
 */
async function mendChunks(exchange: Exchange, asker: Asker, roster: Roster): Promise<void> {
  const { tables, kept } = exchange
  const { length } = roster.erasures
  if (kept.mendedTo === length && (await tables.meta.get(ownChunksKey)) === undefined) return
  const statement = (await keptStatement(exchange))?.statement
  const now = statement && chunksNow(roster, statement)
  const key = statement && (await keyOfEpoch(exchange, roster, statement.epoch))
  // What only a branch has erased is sealed anew with the entry that says it here.
  if (!statement || !now || !key) return
  for (const { index, bytes } of await tables.chunks.toArray()) {
    const hash = now[index] ?? ''
    if (hashOfChunk(new Uint8Array(bytes)) === hash) continue
    const sealed = await askChunk(exchange, asker, hash)
    if (!sealed || !(await textIn(key, statement, index, sealed))) return
    await tables.chunks.put({ index, bytes: concat(sealed).buffer })
  }
  await tables.meta.delete(ownChunksKey)
  kept.mendedTo = length
}

/** Once a day by this device's clock: asking what time it is there costs a question. */
async function isTimeToLook({ tables, now }: Exchange): Promise<boolean> {
  const looked = Number((await tables.meta.get(lookedKey))?.value ?? 0)
  if (Math.abs(now() - looked) < day) return false
  await tables.meta.put({ key: lookedKey, value: String(now()) })
  return true
}

/** Erases what has lain in the bin for its thirty days: with one entry, so that at most one a day is made by each device. */
async function tendBin(exchange: Exchange, asker: Asker, mayErase: boolean): Promise<void> {
  const { tables, now } = exchange
  const there = await timeThere(exchange, asker)
  // Neither a clock that has run ahead ends the month of what is set aside.
  if (Math.abs(there - now()) < day) await sweepSetAside(tables, now())
  if (!mayErase) return
  const due = await dueInBin(tables, { here: now(), there })
  if (due.length === 0) return
  const all = await withBelongings(tables, due)
  await eraseForAll(exchange, asker, all.slice(0, limits.erased))
}

async function tend(exchange: Exchange, asker: Asker): Promise<void> {
  const roster = await knownRoster(exchange)
  await mendChunks(exchange, asker, roster)
  const { setAside } = exchange.tables
  const mayErase = roleNow(roster, asker.id) === 'coordinator'
  const wished = await wishedErasures(exchange.tables)
  const open = [...new Set([...erasedElsewhere(roster), ...wished])]
  if (mayErase && open.length > 0) await eraseForAll(exchange, asker, open)
  if (mayErase && wished.length > 0) await dropErasures(exchange.tables, wished)
  const hasAny = (await setAside.count()) > 0 || (mayErase && (await hasBin(exchange.tables)))
  if (hasAny && (await isTimeToLook(exchange))) await tendBin(exchange, asker, mayErase)
}

/**
 * Looks after what is to be forgotten: what the bin has held long enough, and what only a branch had erased that was given up. What the
 * exchange refuses of that changes nothing for the round.
 */
export async function tendErasing(exchange: Exchange, asker: Asker): Promise<void> {
  try {
    await tend(exchange, asker)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}
