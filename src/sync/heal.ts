import { sealBack, sealOther } from '../crypto/back.ts'
import { checkOf } from '../crypto/check.ts'
import { signEntry, verifyEntry, type SignedEntry } from '../crypto/entry.ts'
import { epochKeyOf } from '../crypto/epoch.ts'
import { fromHex, toHex } from '../shared/bytes.ts'
import { endpoints } from '../shared/exchange/endpoints.ts'
import type { CutOff, HealBody } from '../shared/roster/bodies.ts'
import { pastOf } from '../shared/roster/folding.ts'
import {
  carriesOver,
  endedBy,
  endsSoFar,
  stayingAfter,
  type Branch,
} from '../shared/roster/healing.ts'
import { mayWrite } from '../shared/roster/removing.ts'
import { noChain } from '../shared/roster/writing.ts'
import {
  branchWith,
  epochAt,
  knowsHead,
  presentEpoch,
  presentHead,
  roleNow,
  type Roster,
} from '../shared/roster/roster.ts'
import { Refused } from './ask.ts'
import { chainOf } from './chains.ts'
import { chainsThere } from './chains-there.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { keysOf, wrapFor } from './keys.ts'
import { runIn } from './open-run.ts'
import { entriesFrom, knownRoster, rosterThere, takeOther, type There } from './roster.ts'
import { askAs, type Asker } from './token.ts'

/** How often it is tried while others append or write. */
const tries = 5

/** What came of a look at a fork: changed over; it stands, and others have to end it; it stands until somebody taps here. */
export type Outcome = 'over' | 'stands' | 'asks'

/** The last entry that two rosters have in common, by index. */
function forkOf(one: Roster, other: Roster): number {
  const differs = one.heads.findIndex((head, index) => head !== other.heads[index])
  return (differs < 0 ? one.heads.length : differs) - 1
}

/** Whether all that was written in the branch known here was written by heads that the other one knows. */
async function hasLogOf({ tables }: Exchange, roster: Roster): Promise<boolean> {
  const rows = await tables.log.toArray()
  return rows.every(({ bytes }) => {
    const run = runIn(bytes)
    return run !== undefined && knowsHead(roster, toHex(run.rosterHead))
  })
}

/**
 * Where the exchange's roster heals the branch that is known here, by index; undefined if it doesn't, or if that would bring back
 * to life what this branch has ended.
 */
async function healedAt(exchange: Exchange, mine: Roster, there: Roster): Promise<number | undefined> {
  const last = mine.heads.findLast((head) => knowsHead(there, head))
  const branch = last === undefined ? undefined : branchWith(there, last)
  if (!branch) return undefined
  const isWhole = last === presentHead(mine)
  if (isWhole) return branch.at
  return carriesOver(there, mine) && (await hasLogOf(exchange, there)) ? branch.at : undefined
}

type Cuts = { readonly cuts: { readonly [device: string]: CutOff }; readonly isLate: boolean }

/** Where the chains end of those who may write no more, and whether one wrote on that the branch known here had ended. */
async function cutsFor(exchange: Exchange, asker: Asker, main: Roster, branch: Branch): Promise<Cuts> {
  const { chains } = await askAs(exchange, asker, endpoints.marks, {})
  const marks = new Map(chains.map((chain) => [chain.device, chain]))
  const ended = endedBy(main, branch).map(({ id }) => id)
  const own = new Map(
    await Promise.all(
      ended.map(async (id) => [id, chainOf(await exchange.tables.seen.get(id))] as const),
    ),
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
  const cuts = ended.map((id): [string, CutOff] => {
    const [here, found] = [own.get(id) ?? noChain, further.get(id) ?? noChain]
    const { seq, hash } = found.seq >= here.seq ? found : here
    return [id, { seq, hash }]
  })
  return { cuts: Object.fromEntries(cuts), isLate: ended.some(isLate) }
}

async function bodyFor(
  exchange: Exchange,
  main: Roster,
  { roster: mine, fork }: Branch,
  cuts: Cuts['cuts'],
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

async function send(exchange: Exchange, asker: Asker, { bytes, signatures }: SignedEntry): Promise<void> {
  const question = { bytes: toHex(bytes), signatures: signatures.map(toHex), again: false }
  try {
    await askAs(exchange, asker, endpoints.append, question)
  } catch (error) {
    // Somebody was quicker, or writes: the next look sees it.
    if (!(error instanceof Refused) || (error.reason !== 'head' && error.reason !== 'cutoff')) throw error
  }
}

/** Heals the fork, if this device may. True if it is worth another look. */
async function heal(
  exchange: Exchange,
  asker: Asker,
  { roster: main, signed }: There,
  branch: Branch,
  isAsked: boolean,
): Promise<'look' | 'stands' | 'asks'> {
  const roles = [roleNow(main, asker.id), roleNow(branch.roster, asker.id)]
  if (roles.some((role) => role !== 'coordinator')) return 'stands'
  const { cuts, isLate } = await cutsFor(exchange, asker, main, branch)
  if (isLate && !isAsked) return 'asks'
  const body = await bodyFor(exchange, main, branch, cuts)
  if (!body) return 'stands'
  const entry = await signEntry(main, { kind: 'heal', signer: asker.id, body }, [asker.key])
  const judged = await verifyEntry(main, entry, pastOf(signed.map(({ bytes }) => bytes)))
  if ('refusal' in judged) return 'stands'
  await send(exchange, asker, entry)
  return 'look'
}

/** By which of its names this device is in the roster that it knows. */
async function askerIn(exchange: Exchange, roster: Roster): Promise<Asker> {
  const [now, before] = [await keysNow(exchange), (await exchange.tables.own.get('before'))?.device]
  const keys = before && !roster.devices.has(now.id) ? before : now
  return { id: keys.id, key: keys.sign.privateKey }
}

/**
 * Looks at a fork of the roster: changes over where it is healed; heals it where this device coordinates in both branches. Where one
 * wrote on that the branch known here had ended, only if a person wants it so (`isAsked`).
 */
export async function joinBranches(exchange: Exchange, isAsked: boolean): Promise<Outcome> {
  const mine = await knownRoster(exchange)
  const asker = await askerIn(exchange, mine)
  for (let turn = 0; turn < tries; turn += 1) {
    const there = await rosterThere(exchange, asker)
    const fork = forkOf(mine, there.roster)
    if (fork + 1 === Math.min(mine.heads.length, there.roster.heads.length)) return 'stands'
    const at = await healedAt(exchange, mine, there.roster)
    if (at !== undefined) {
      await takeOther(exchange, there, { fork, healedAt: at })
      return 'over'
    }
    const healed = await heal(exchange, asker, there, { roster: mine, fork }, isAsked)
    if (healed !== 'look') return healed
  }
  return 'stands'
}
