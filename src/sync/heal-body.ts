import { sealBack, sealOther } from '../crypto/back.ts'
import { checkOf } from '../crypto/check.ts'
import { epochKeyOf } from '../crypto/epoch.ts'
import { fromHex, toHex } from '../shared/bytes.ts'
import { endpoints } from '../shared/exchange/endpoints.ts'
import type { Cuts, HealBody } from '../shared/roster/bodies.ts'
import type { Branch } from '../shared/roster/branch.ts'
import { endedBy, endsSoFar, stayingAfter } from '../shared/roster/healing.ts'
import { mayWrite } from '../shared/roster/removing.ts'
import { epochAt, presentEpoch, presentHead, roleNow, type Roster } from '../shared/roster/roster.ts'
import { noChain } from '../shared/roster/writing.ts'
import { chainOf } from './chains.ts'
import { chainsThere } from './chains-there.ts'
import type { Exchange } from './exchange.ts'
import { keysOf, wrapFor } from './keys.ts'
import { entriesFrom } from './roster.ts'
import { askAs, type Asker } from './token.ts'

type Ended = { readonly cuts: Cuts; readonly isLate: boolean }

/** Where the chains end of those who may write no more, and whether one wrote on that the branch known here had ended. */
async function cutsFor(exchange: Exchange, asker: Asker, main: Roster, branch: Branch): Promise<Ended> {
  const { chains } = await askAs(exchange, asker, endpoints.marks, {})
  const marks = new Map(chains.map((chain) => [chain.device, chain]))
  const ended = endedBy(main, branch).map(({ id }) => id)
  const own = new Map(
    await Promise.all(ended.map(async (id) => [id, chainOf(await exchange.tables.seen.get(id))] as const)),
  )
  const isFurther = (id: string): boolean => {
    const [mark, chain] = [marks.get(id), own.get(id)]
    return mark !== undefined && chain !== undefined && mark.seq >= chain.seq && mark.hash !== chain.hash
  }
  const further = await chainsThere(exchange, asker, main, new Set(ended.filter(isFurther)))
  const isLate = (id: string): boolean => {
    const isEnded = !mayWrite(roleNow(branch.roster, id)) && mayWrite(roleNow(main, id))
    const most = Math.max(0, ...endsSoFar(main, branch, id).map(({ seq }) => seq))
    return isEnded && (further.get(id)?.seq ?? 0) > most
  }
  const cuts = ended.map((id): [string, Cuts[string]] => {
    const [here, found] = [own.get(id) ?? noChain, further.get(id) ?? noChain]
    const { seq, hash } = found.seq >= here.seq ? found : here
    return [id, { seq, hash }]
  })
  return { cuts: Object.fromEntries(cuts), isLate: ended.some(isLate) }
}

async function bodyOf(
  exchange: Exchange,
  main: Roster,
  { roster: mine, fork }: Branch,
  cuts: Cuts,
): Promise<HealBody | undefined> {
  const { space, random } = exchange
  const before = (await keysOf(exchange, main)).get(presentEpoch(main))
  const other = (await keysOf(exchange, mine)).get(presentEpoch(mine))
  if (!before || !other) return undefined
  const key = await epochKeyOf(before.epoch + 1, random(new Uint8Array(32)))
  const head = presentHead(mine)
  const turned = mine.epochs.length > epochAt(mine, fork) + 1
  const wraps = stayingAfter(main, mine).map(async ({ id, agree }): Promise<[string, string]> => [
    id,
    await wrapFor(key, main, agree),
  ])
  return {
    back: toHex(await sealBack(key, space, before.raw)),
    check: toHex(await checkOf(key.raw, space)),
    cuts,
    entries: (await entriesFrom(exchange, fork + 1)).map(({ bytes, signatures }) => ({
      bytes: toHex(bytes),
      signatures: signatures.map(toHex),
    })),
    head,
    other: turned ? toHex(await sealOther(key, space, fromHex(head), other.raw)) : '',
    wraps: Object.fromEntries(await Promise.all(wraps)),
  }
}

/**
 * What a heal says that gives up the branch known here for that roster of the exchange. `isLate`: one wrote on there whom this
 * branch had ended. Undefined where a key of either doesn't open here.
 */
export async function healBody(
  exchange: Exchange,
  asker: Asker,
  main: Roster,
  branch: Branch,
): Promise<{ readonly body: HealBody; readonly isLate: boolean } | undefined> {
  const { cuts, isLate } = await cutsFor(exchange, asker, main, branch)
  const body = await bodyOf(exchange, main, branch, cuts)
  return body && { body, isLate }
}
