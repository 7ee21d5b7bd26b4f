import { askedLeftovers, readLeftovers } from '../db/leftovers.ts'
import { chunksOf } from '../shared/checkpoint/erased.ts'
import { endpoints } from '../shared/exchange/endpoints.ts'
import { limits } from '../shared/limits.ts'
import type { EraseBody } from '../shared/roster/bodies.ts'
import type { Roster } from '../shared/roster/roster.ts'
import { Refused } from './ask.ts'
import { hashOfChunk, sealText, textIn } from './checkpoint/chunks.ts'
import { keptStatement } from './checkpoint/kept.ts'
import { askKnown, type Known } from './checkpoint/known.ts'
import { offerCheckpoint } from './checkpoint/offer.ts'
import { askChunk } from './checkpoint/take.ts'
import { withoutLines } from './checkpoint/text.ts'
import type { Exchange } from './exchange.ts'
import { keyOfEpoch } from './keys.ts'
import { SyncProblem } from './problem.ts'
import { append, knownRoster } from './roster.ts'
import { askAs, type Asker } from './token.ts'

/** How often it is tried while others agree on another checkpoint. */
const tries = 5

/**
 * The checkpoint that is agreed on at the exchange. Where that was set back and lacks the one that is kept here it gets it first: what an
 * erasure doesn't name is nobody's afterwards, and the log that it covers may lie nowhere else.
 */
async function agreedThere(exchange: Exchange, asker: Asker, roster: Roster): Promise<Known | undefined> {
  const ask = async (): Promise<Known | undefined> =>
    (await askKnown(exchange, asker, roster)).find(({ isAgreed }) => isAgreed)
  const [agreed, kept] = [await ask(), (await keptStatement(exchange))?.statement]
  if (!kept || (agreed && agreed.statement.n >= kept.n)) return agreed
  await offerCheckpoint(exchange, asker, new Map(kept.reach.map(({ device }) => [device, { seq: 0 }])))
  const now = await ask()
  if (!now || now.statement.n < kept.n) throw new Refused('unknown')
  return now
}

/** Seals the chunks of the agreed checkpoint anew that may speak of these, and brings them. By the hashes that they had. */
async function sealAnew(
  exchange: Exchange,
  asker: Asker,
  roster: Roster,
  ids: readonly string[],
): Promise<EraseBody['chunks']> {
  const agreed = await agreedThere(exchange, asker, roster)
  const key = agreed && (await keyOfEpoch(exchange, roster, agreed.statement.epoch))
  if (!agreed || !key) return {}
  const { statement, chunks } = agreed
  const { space, n } = statement
  const anew: Record<string, string> = {}
  for (const index of chunksOf(statement, ids)) {
    const hash = chunks[index] ?? ''
    const sealed = await askChunk(exchange, asker, hash)
    const text = sealed && (await textIn(key, statement, index, sealed))
    if (!text) throw new SyncProblem('broken')
    const place = { space, n, index, count: chunks.length }
    const left = withoutLines(text, new Set(ids))
    const after = await sealText(key, place, left, exchange.random)
    await askAs(exchange, asker, endpoints.putChunk, { parts: [after] })
    anew[hash] = hashOfChunk(after)
  }
  return anew
}

/**
 * Removed devices whose leftovers need not lie at the exchange any more: they speak of these and are here, or were decided upon, and nobody
 * can tell what they spoke of.
 */
async function leftoversOf({ tables }: Exchange, ids: ReadonlySet<string>): Promise<string[]> {
  const [left, asked] = [await readLeftovers(tables), await askedLeftovers(tables)]
  const silent = left.filter(({ changes }) => !changes.some(({ record }) => ids.has(record)))
  const stays = new Set(silent.map(({ device }) => device))
  return [...new Set(asked.filter((device) => !stays.has(device)))].sort().slice(0, limits.erased)
}

/**
 * Whether the exchange has all that this device has seen of those who still write. One that was set back may lack a checkpoint that others
 * keep: an erasure that doesn't name its chunks would make it nobody's.
 */
async function isWholeThere(exchange: Exchange, asker: Asker): Promise<boolean> {
  const { devices } = await knownRoster(exchange)
  const { chains } = await askAs(exchange, asker, endpoints.marks, {})
  const marks = new Map(chains.map(({ device, seq }) => [device, seq]))
  const seen = await exchange.tables.seen.toArray()
  return seen.every(({ device: id, seq }) => {
    const device = devices.get(id)
    const isOpen = device && !device.left && !device.roles.some(({ cut }) => cut)
    return !isOpen || seq <= (marks.get(id) ?? 0)
  })
}

/**
 * Erases records and photos for good, for everybody: entries of the roster that this device, a coordinator's, signs. What waits to be sent
 * is sent before (`exchangeRound`). Refused with the server's reason, as 'chain' while the exchange was set back and lacks something, or
 * SyncProblem; what was erased by then stays so.
 */
export async function eraseForAll(exchange: Exchange, asker: Asker, ids: readonly string[]): Promise<void> {
  await agreedThere(exchange, asker, await knownRoster(exchange))
  if (!(await isWholeThere(exchange, asker))) throw new Refused('chain')
  for (let at = 0; at < ids.length; at += limits.erased)
    await eraseSome(exchange, asker, [...new Set(ids.slice(at, at + limits.erased))].sort())
}

async function eraseSome(exchange: Exchange, asker: Asker, ids: readonly string[]): Promise<void> {
  const rows = await exchange.tables.records.bulkGet([...ids])
  const photos = rows.flatMap((row) => (row?.kind === 'photo' ? row.id : []))
  for (let turn = 1; ; turn += 1) {
    try {
      await append(exchange, asker, [asker.key], async (roster) => {
        const said = new Set(roster.erasures.flatMap(({ body }) => body.records))
        const records = ids.filter((id) => !said.has(id) && id !== roster.spaceId)
        if (records.length === 0) return undefined
        const leftovers = await leftoversOf(exchange, new Set(records))
        const chunks = await sealAnew(exchange, asker, roster, records)
        return {
          kind: 'erase',
          body: { chunks, leftovers, photos: photos.filter((id) => records.includes(id)), records },
        }
      })
      return
    } catch (error) {
      const isOutdone = error instanceof Refused && (error.reason === 'chunks' || error.reason === 'unknown')
      if (!isOutdone || turn === tries) throw error
    }
  }
}
