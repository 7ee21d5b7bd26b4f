import { signStatement } from '../../crypto/checkpoint.ts'
import { keepCheckpoint } from '../../db/exchange/take-checkpoint.ts'
import { concat, toHex, type Bytes } from '../../shared/bytes.ts'
import { isAgreed, witnessOf } from '../../shared/checkpoint/rules.ts'
import { checkpointId, writeStatement, type Statement } from '../../shared/checkpoint/statement.ts'
import { endpoints } from '../../shared/exchange/endpoints.ts'
import { limits } from '../../shared/limits.ts'
import type { Roster } from '../../shared/roster/roster.ts'
import { Refused } from '../ask.ts'
import { readChains } from '../chains.ts'
import { keysNow, type Exchange } from '../exchange.ts'
import { keyOfEpoch } from '../keys.ts'
import { readCursor } from '../pull.ts'
import { knownRoster } from '../roster.ts'
import { askAs, type Asker } from '../token.ts'
import { checkKnown } from './check.ts'
import { textIn } from './chunks.ts'
import { keptStatement } from './kept.ts'
import { askKnown, type Known } from './known.ts'
import { foldHere, say } from './say.ts'
import { askChunk, rowOf } from './take.ts'

const day = 24 * 60 * 60 * 1000

const hasSigned = ({ witnesses }: Known, id: string): boolean => witnesses.some(({ device }) => device === id)

async function keep(exchange: Exchange, known: Known, chunks: readonly Bytes[]): Promise<void> {
  const rows = chunks.map((bytes, index) => ({ index, bytes: concat(bytes).buffer }))
  await keepCheckpoint(exchange.tables, { row: rowOf(known, exchange.now()), chunks: rows })
}

/** Signs a checkpoint, and keeps it once enough have. */
async function sign(
  exchange: Exchange,
  asker: Asker,
  roster: Roster,
  known: Known,
  chunks: readonly Bytes[],
): Promise<boolean> {
  const signature = toHex(await signStatement(await keysNow(exchange), known.bytes))
  const signed = { ...known, witnesses: [...known.witnesses, { device: asker.id, signature }] }
  await askAs(exchange, asker, endpoints.putCheckpoint, {
    bytes: toHex(known.bytes),
    signatures: [{ device: asker.id, signature }],
  })
  const ids = signed.witnesses.map(({ device }) => device)
  const agrees = isAgreed(roster, known.statement, ids)
  if (agrees) await keep(exchange, signed, chunks)
  return agrees
}

/** Takes over what two others have agreed on, if all that it says is here already. */
async function adopt(exchange: Exchange, asker: Asker, roster: Roster, known: Known): Promise<boolean> {
  const chains = await readChains(exchange.tables)
  const { statement } = known
  if (statement.reach.some(({ device, seq }) => seq > (chains.get(device)?.seq ?? 0))) return false
  const key = await keyOfEpoch(exchange, roster, statement.epoch)
  const chunks: Bytes[] = []
  for (const [index, hash] of known.chunks.entries()) {
    const sealed = await askChunk(exchange, asker, hash)
    if (!sealed || !key || !(await textIn(key, statement, index, sealed))) return false
    chunks.push(sealed)
  }
  await keep(exchange, known, chunks)
  return true
}

/** Makes one of all that is here, and brings it for the others to look at. */
async function make(exchange: Exchange, asker: Asker, roster: Roster): Promise<void> {
  const folded = await foldHere(exchange, roster)
  const said = folded && (await say(exchange, roster, folded.place, folded.records))
  if (!said) return
  const { statement, chunks } = said
  for (const chunk of chunks) await askAs(exchange, asker, endpoints.putChunk, { parts: [chunk] })
  const bytes = writeStatement(statement)
  const id = checkpointId(bytes)
  const known = { id, bytes, statement, chunks: statement.chunks, witnesses: [], isAgreed: false }
  await sign(exchange, asker, roster, known, chunks)
}

/** Drops what the checkpoint covers, once no exchange is likely to be set back behind it. */
async function dropCovered({ tables, now }: Exchange): Promise<void> {
  const kept = await keptStatement({ tables })
  if (!kept || kept.isDropped || now() - kept.at < limits.coveredDays * day) return
  await tables.transaction('rw', [tables.log, tables.checkpoint], async () => {
    for (const { device, seq } of kept.statement.reach)
      await tables.log.where('[device+lastSeq]').between([device, 0], [device, seq], true, true).delete()
    await tables.checkpoint.update('agreed', { isDropped: true })
  })
}

type From = Pick<Statement, 'n' | 'index'>
const noLog: From = { n: 0, index: -1 }

async function tend(exchange: Exchange, asker: Asker): Promise<void> {
  await dropCovered(exchange)
  const before = await keptStatement(exchange)
  const kept = before?.statement
  const { n } = await readCursor(exchange)
  const roster = await knownRoster(exchange)
  const enough = Math.max(exchange.shortLog, kept?.records ?? 0)
  // What was changed because somebody is to be forgotten stands in the log until a checkpoint takes its place.
  const mayForget = !before || exchange.now() - before.at >= limits.coveredDays * day
  const isOwed = (from: From): boolean =>
    mayForget && n > from.n && (roster.erasures.at(-1)?.index ?? -1) > from.index
  const isDue = (from: From): boolean => n - from.n >= enough || isOwed(from)
  if (!isDue(kept ?? noLog)) return
  const known = (await askKnown(exchange, asker, roster)).filter(
    ({ statement }) => statement.n > (kept?.n ?? 0),
  )
  for (const one of known) if (one.isAgreed && (await adopt(exchange, asker, roster, one))) return
  const latest = { index: roster.heads.length - 1 }
  if (witnessOf(roster, latest, asker.id) === undefined) return
  for (const one of known) {
    if (one.isAgreed || hasSigned(one, asker.id) || exchange.kept.false.has(one.id)) continue
    if (witnessOf(roster, one.statement, asker.id) === undefined) continue
    const verdict = await checkKnown(exchange, asker, roster, one)
    if (verdict === 'false') exchange.kept.false.add(one.id)
    else if (verdict !== 'later' && (await sign(exchange, asker, roster, one, verdict.chunks))) return
  }
  const waits = known.some((one) => hasSigned(one, asker.id) && !isDue(one.statement))
  const least = isOwed(kept ?? noLog) ? 1 : exchange.shortLog / 10
  if (waits || n - exchange.kept.triedAt < least) return
  exchange.kept.triedAt = n
  await make(exchange, asker, roster)
}

/**
 * Looks after the checkpoint, when the log has outgrown it: takes over what was agreed on, checks what others made, else makes one.
 * What the exchange refuses of that changes nothing for the round.
 */
export async function tendCheckpoint(exchange: Exchange, asker: Asker): Promise<void> {
  try {
    await tend(exchange, asker)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}
