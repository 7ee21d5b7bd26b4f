import type { Bytes } from '../../shared/bytes.ts'
import { sameBytes } from '../../shared/bytes.ts'
import type { Roster } from '../../shared/roster/roster.ts'
import type { Exchange } from '../exchange.ts'
import { keyOfEpoch } from '../keys.ts'
import type { Asker } from '../token.ts'
import { textIn, textsOf } from './chunks.ts'
import { foldLog } from './fold.ts'
import { beginFold } from './kept.ts'
import type { Known } from './known.ts'
import { reachHere } from './mine.ts'
import { askChunk } from './take.ts'
import { firstOf } from './text.ts'

/** What became of looking at another one's checkpoint; 'false' also where this device can't tell, 'later': it isn't as far yet. */
export type Verdict = { readonly chunks: readonly Bytes[] } | 'false' | 'later'

/** Whether it ends where chains end that are here, by the same entries of the roster. */
async function endsHere(exchange: Exchange, roster: Roster, { statement }: Known): Promise<boolean> {
  const ends = statement.reach.map(({ device, seq }) => [device, seq] as const)
  const mine = await reachHere(exchange, roster, ends)
  return statement.reach.every(({ hash, index }, at) => mine?.[at]?.hash === hash && mine[at].index === index)
}

/** Repeats the fold and compares what comes out, byte by byte, with what the exchange has. */
export async function checkKnown(
  exchange: Exchange,
  asker: Asker,
  roster: Roster,
  known: Known,
): Promise<Verdict> {
  const { statement } = known
  if (!(await endsHere(exchange, roster, known))) return 'later'
  const before = await beginFold(exchange, roster)
  const records = before && (await foldLog(exchange, roster, before, statement.reach))
  const key = await keyOfEpoch(exchange, roster, statement.epoch)
  // Something in it doesn't open here: working it out again in every round would change nothing.
  if (!records || !key) return 'false'
  const texts = textsOf(records)
  if (texts.length !== statement.chunks.length || records.size !== statement.records) return 'false'
  if (texts.some((text, index) => firstOf(text) !== statement.firsts[index])) return 'false'
  const chunks: Bytes[] = []
  for (const [index, text] of texts.entries()) {
    const sealed = await askChunk(exchange, asker, known.chunks[index] ?? '')
    if (!sealed) return 'later'
    const theirs = await textIn(key, statement, index, sealed)
    if (!theirs || !sameBytes(theirs, text)) return 'false'
    chunks.push(sealed)
  }
  return { chunks }
}
