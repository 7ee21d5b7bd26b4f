import type { RecordState } from '../../db/merge.ts'
import type { Bytes } from '../../shared/bytes.ts'
import type { Statement } from '../../shared/checkpoint/statement.ts'
import { presentEpoch, presentHead, type Roster } from '../../shared/roster/roster.ts'
import type { Exchange } from '../exchange.ts'
import { epochKey } from '../keys.ts'
import { hashOfChunk, marksOf, sealTexts, textsOf } from './chunks.ts'
import { foldLog } from './fold.ts'
import { beginFold } from './kept.ts'
import { firstOf } from './text.ts'
import { placeHere, type Place } from './mine.ts'

type Records = ReadonlyMap<string, RecordState>

/** All that is here, folded, and the place in the log that it goes up to; undefined where there is none just now. */
export async function foldHere(
  exchange: Exchange,
  roster: Roster,
): Promise<{ readonly place: Place; readonly records: Records } | undefined> {
  const [place, before] = [await placeHere(exchange, roster), await beginFold(exchange, roster)]
  const records = place && before && (await foldLog(exchange, roster, before, place.reach))
  return place && records && { place, records }
}

/** A checkpoint that says these records: its statement, not yet signed, and its sealed chunks. Undefined if one is too long. */
export async function say(
  exchange: Exchange,
  roster: Roster,
  { cursor: { n, hash }, reach }: Place,
  records: Records,
): Promise<{ readonly statement: Statement; readonly chunks: readonly Bytes[] } | undefined> {
  const { space, random } = exchange
  const [key, texts] = [await epochKey(exchange, roster), textsOf(records)]
  const chunks = await sealTexts(key, { space, n }, texts, random)
  if (!chunks) return undefined
  const statement: Statement = {
    space,
    n,
    hash,
    index: roster.heads.length - 1,
    head: presentHead(roster),
    epoch: presentEpoch(roster),
    reach,
    chunks: chunks.map(hashOfChunk),
    firsts: texts.map(firstOf),
    marks: await marksOf(key, { space, n }, texts),
    records: records.size,
  }
  return { statement, chunks }
}
