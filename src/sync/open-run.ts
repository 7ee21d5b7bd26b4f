import { openEnvelope } from '../crypto/envelope.ts'
import { Problem } from '../crypto/problem.ts'
import type { Change } from '../db/merge.ts'
import type { AsideRow } from '../db/tables.ts'
import { Malformed, toHex } from '../shared/bytes.ts'
import type { Roster } from '../shared/roster/roster.ts'
import { rosterIndexOf, type Chain } from '../shared/roster/writing.ts'
import { lastSeqOf, readRun, type Link, type Run } from '../shared/run.ts'
import type { Exchange } from './exchange.ts'
import { sealKey } from './keys.ts'

/** What a run says, once it is verified: its changes, those that didn't open, and where its device's chain is then. */
export type Opened = {
  readonly changes: readonly Change[]
  readonly aside: readonly AsideRow[]
  readonly chain: Chain
}

type One = { readonly change: Change } | { readonly aside: AsideRow } | undefined

async function openOne(key: CryptoKey | undefined, link: Link, erased: ReadonlySet<string>): Promise<One> {
  const { deviceId: device, seq, recordId: record, kind } = link.header
  // What was erased says nothing any more, whoever wrote it and whenever it comes.
  if (kind === 'void' || link.isErased || erased.has(record)) return undefined
  if (!key) return { aside: { device, seq, why: 'wrap-refused' } }
  try {
    const body = await openEnvelope(key, link)
    return { change: { ...body, record, device, seq } }
  } catch (error) {
    // What its author sealed wrongly concerns that change alone: it counts as seen and is tried again after an update.
    if (error instanceof Problem) return { aside: { device, seq, why: error.code } }
    throw error
  }
}

/** The run in these bytes; undefined if there is none. */
export function runIn(bytes: ArrayBuffer): Run | undefined {
  try {
    return readRun(new Uint8Array(bytes))
  } catch (error) {
    if (error instanceof Malformed) return undefined
    throw error
  }
}

/** Opens a run that is verified and allowed, by its links. */
export async function openRun(
  exchange: Exchange,
  roster: Roster,
  run: Run,
  links: readonly Link[],
): Promise<Opened> {
  const key = await sealKey(exchange, roster, run.deviceId, run.epoch, toHex(run.rosterHead))
  const opened = await Promise.all(links.map((link) => openOne(key, link, roster.erased)))
  return {
    changes: opened.flatMap((one) => (one && 'change' in one ? one.change : [])),
    aside: opened.flatMap((one) => (one && 'aside' in one ? one.aside : [])),
    chain: {
      seq: lastSeqOf(run),
      hash: toHex(links.at(-1)?.hash ?? run.prevHash),
      rosterIndex: rosterIndexOf(roster, run),
    },
  }
}
