import { signEntry, verifyEntry, type SignedEntry } from '../crypto/entry.ts'
import { toHex } from '../shared/bytes.ts'
import { endpoints } from '../shared/exchange/endpoints.ts'
import { pastOf } from '../shared/roster/folding.ts'
import type { Branch } from '../shared/roster/branch.ts'
import { carriesOver } from '../shared/roster/healing.ts'
import { branchWith, knowsHead, presentHead, roleNow, type Roster } from '../shared/roster/roster.ts'
import { Refused } from './ask.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { healBody } from './heal-body.ts'
import { runIn } from './open-run.ts'
import { rosterThere, takeOther, type There } from './other-roster.ts'
import { knownRoster } from './roster.ts'
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
  const said = await healBody(exchange, asker, main, branch)
  if (!said) return 'stands'
  if (said.isLate && !isAsked) return 'asks'
  const entry = await signEntry(main, { kind: 'heal', signer: asker.id, body: said.body }, [asker.key])
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
