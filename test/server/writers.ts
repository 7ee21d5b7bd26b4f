import { Malformed, toHex, type Bytes } from '../../src/shared/bytes.ts'
import { endpoints, type Cursor } from '../../src/shared/exchange/endpoints.ts'
import type { Roster } from '../../src/shared/roster/roster.ts'
import { lastSeqOf, linksOf, readRun } from '../../src/shared/run.ts'
import { No } from './exchange/caller.ts'
import type { TestDevice } from './exchange/circle.ts'

/** What was receipted, kept outside of the server: the hash by `<device>:<seq>` of a run's last envelope. */
export type Ledger = Map<string, string>

/** Whether the server was gone, or went while it answered: nobody knows then what it did. */
const wasGone = (error: unknown): boolean => error instanceof TypeError || error instanceof Malformed

/** Asks until it is answered, or the test ends. A refusal is an answer. */
async function insist<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    signal.throwIfAborted()
    try {
      return await ask()
    } catch (error) {
      if (error instanceof No && error.reason !== 'busy') throw error
      if (!(error instanceof No) && !wasGone(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
}

/** Writes until told to stop; each run's same bytes again until it is receipted, now and then twice at once. */
export async function write(
  device: TestDevice,
  roster: Roster,
  ledger: Ledger,
  isOver: () => boolean,
  signal: AbortSignal,
) {
  while (!isOver()) {
    const run = await device.seal(roster, 1 + Math.floor(Math.random() * 4))
    const mark = { seq: device.seq, hash: toHex(device.hash) }
    const pushes = Math.random() < 0.2 ? 2 : 1
    await Promise.all(
      Array.from({ length: pushes }, async () => {
        const { you } = await insist(() => device.push('new', run), signal)
        if (you?.seq !== mark.seq || you.hash !== mark.hash)
          throw new Error(`a receipt for ${you?.seq}, not ${mark.seq}`)
        ledger.set(`${device.id}:${mark.seq}`, mark.hash)
      }),
    )
  }
}

/** Follows the log from the beginning until it is told to stop and has met the end. What it has seen must never change. */
export async function follow(
  device: TestDevice,
  isOver: () => boolean,
  signal: AbortSignal,
): Promise<{ n: number; runs: Bytes[] }> {
  let cursor: Cursor = { n: 0, hash: '00'.repeat(32) }
  const runs: Bytes[] = []
  for (;;) {
    const wasOver = isOver()
    const page = await insist(() => device.ask(endpoints.pull, cursor), signal)
    if (page.restart) throw new Error(`the server has forgotten what it had at ${cursor.n}`)
    runs.push(...page.parts)
    cursor = { n: page.n, hash: page.hash }
    if (wasOver && !page.more) return { n: cursor.n, runs }
    if (!page.more) await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** The hash of every envelope by `<device>:<seq>`. Throws if one comes twice, or if a chain has a gap. */
export async function chainsOf(space: string, runs: readonly Bytes[]): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  const ends = new Map<string, { seq: number; hash: string }>()
  for (const bytes of runs) {
    const run = readRun(bytes)
    const before = ends.get(run.deviceId) ?? { seq: 0, hash: '00'.repeat(32) }
    if (run.firstSeq !== before.seq + 1 || toHex(run.prevHash) !== before.hash)
      throw new Error(`${run.deviceId} goes from ${before.seq} to ${run.firstSeq}`)
    let hash = before.hash
    for (const link of linksOf(space, run)) {
      hash = toHex(link.hash)
      hashes.set(`${run.deviceId}:${link.header.seq}`, hash)
    }
    ends.set(run.deviceId, { seq: lastSeqOf(run), hash })
  }
  return hashes
}
