import { sameBytes } from '../../shared/bytes.ts'
import { standingOf } from '../../shared/checkpoint/erased.ts'
import type { Statement } from '../../shared/checkpoint/statement.ts'
import { limits } from '../../shared/limits.ts'
import type { EraseBody } from '../../shared/roster/bodies.ts'
import { roleNow, type Roster } from '../../shared/roster/roster.ts'
import type { Exchange } from '../exchange.ts'
import { keyOfEpoch } from '../keys.ts'
import { append, knownRoster } from '../roster.ts'
import type { Asker } from '../token.ts'
import { hashOfChunk, textIn } from './chunks.ts'
import { withoutLines } from './text.ts'

/** The hash of a kept chunk that says nothing of these any more; undefined for one that can't be shown to. */
async function hashWithout(
  exchange: Exchange,
  roster: Roster,
  statement: Statement,
  at: number,
  ids: ReadonlySet<string>,
): Promise<string | undefined> {
  const row = await exchange.tables.chunks.get(at)
  const key = row && (await keyOfEpoch(exchange, roster, statement.epoch))
  const sealed = row && new Uint8Array(row.bytes)
  const text = key && sealed && (await textIn(key, statement, at, sealed))
  return text && sameBytes(withoutLines(text, ids), text) ? hashOfChunk(sealed) : undefined
}

/**
 * The records that leave the kept checkpoint's chunks open, named once more together with the chunks that were sealed anew here; if those of
 * others are lost, some record of every chunk that is another one here. Undefined if that is nothing.
 */
async function bodyOf(
  exchange: Exchange,
  roster: Roster,
  statement: Statement,
  areLost: boolean,
): Promise<EraseBody | undefined> {
  const { hashes, erased, open } = standingOf(roster, statement)
  const chunks: Record<string, string> = {}
  const records: string[] = []
  for (const [at, ids] of erased) {
    // Any one of them brings the chunk in.
    const named = open.get(at) ?? (areLost ? [...ids].slice(0, 1) : [])
    const some = [...named].sort().slice(0, limits.erased - records.length)
    const hash = some.length > 0 ? await hashWithout(exchange, roster, statement, at, ids) : undefined
    if (hash === undefined || (hash === hashes[at] && !open.has(at))) continue
    chunks[hashes[at] ?? ''] = hash
    records.push(...some)
  }
  return records.length > 0 ? { chunks, leftovers: [], photos: [], records: records.sort() } : undefined
}

const openIn = (roster: Roster, statement: Statement): number =>
  [...standingOf(roster, statement).open.values()].reduce((sum, { size }) => sum + size, 0)

/**
 * Where somebody erased at an exchange that was set back, and didn't know of the checkpoint that is kept here, that one would be nobody's,
 * and what it covers lies nowhere else; neither would it come again if the chunks that took the places of its own are lost (`areLost`). A
 * coordinator's device, which has sealed its chunks anew by itself (`eraseHere`), says so. True if it said anything.
 */
export async function sayAgain(
  exchange: Exchange,
  asker: Asker,
  statement: Statement,
  areLost = false,
): Promise<boolean> {
  const mayErase = (roster: Roster): boolean => roleNow(roster, asker.id) === 'coordinator'
  const first = await knownRoster(exchange)
  if (!mayErase(first) || (!areLost && openIn(first, statement) === 0)) return false
  let hasSaid = false
  // One entry may name two hundred; where one changes nothing, none will.
  for (let before = Infinity, left = openIn(first, statement); left < before;) {
    const roster = await append(exchange, asker, [asker.key], async (now) => {
      const body = mayErase(now) ? await bodyOf(exchange, now, statement, areLost) : undefined
      hasSaid ||= body !== undefined
      return body && { kind: 'erase', body }
    })
    before = left
    left = openIn(roster, statement)
    if (left === 0) break
  }
  return hasSaid
}
