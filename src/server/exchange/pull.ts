import type { endpoints } from '../../shared/exchange/endpoints.ts'
import { limits } from '../../shared/limits.ts'
import { emptyLog } from '../../shared/log-hash.ts'
import { presentHead } from '../../shared/roster/roster.ts'
import type { KnownHandler } from './house.ts'

type Pull = typeof endpoints.pull
/**
 * A page of the log. A cursor that is neither its beginning nor the end of a run here is of another history, or of one that a
 * checkpoint stands for by now: then from the beginning.
 */
export const pull: KnownHandler<Pull> = async ({ store }, cursor, asker) => {
  const { space, id, roster } = asker
  const base = (await store.space(space))?.base ?? { n: 0, hash: emptyLog }
  const isBeginning = base.n === 0 && cursor.n === 0
  const isKnown = isBeginning || (await store.hashAt(space, cursor.n)) === cursor.hash
  const from = isKnown && !isBeginning ? cursor : base
  const [{ runs, more }, { seq, hash }] = await Promise.all([
    store.log(space, from.n, limits.run),
    store.chain(space, id),
  ])
  const last = runs.at(-1) ?? from
  return {
    n: last.n,
    hash: last.hash,
    more,
    restart: !isKnown,
    entries: roster.heads.length,
    head: presentHead(roster),
    you: seq > 0 ? { seq, hash } : null,
    parts: runs.map(({ bytes }) => bytes),
  }
}

type Marks = typeof endpoints.marks
/** How far the chain of each device is. */
export const marks: KnownHandler<Marks> = async ({ store }, _question, { space }) => ({
  chains: await store.chains(space),
})

type Visits = typeof endpoints.visits
/** When each device was last given a token. */
export const visits: KnownHandler<Visits> = async ({ store }, _, { space }) => ({
  devices: await store.visits(space),
})
