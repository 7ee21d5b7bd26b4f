import { sealBack } from '../crypto/back.ts'
import { checkOf } from '../crypto/check.ts'
import { epochKeyOf } from '../crypto/epoch.ts'
import { toHex } from '../shared/bytes.ts'
import type { CutOff, RemoveBody, Role } from '../shared/roster/bodies.ts'
import { mayWrite, staying } from '../shared/roster/removing.ts'
import { roleNow, type Roster } from '../shared/roster/roster.ts'
import { Refused } from './ask.ts'
import { chainOf } from './chains.ts'
import { tellCircle } from './circle.ts'
import { askerOf } from './copy.ts'
import type { Exchange } from './exchange.ts'
import { epochKey, wrapFor } from './keys.ts'
import { append, knownRoster, type Said } from './roster.ts'
import { exchangeRound } from './round.ts'

/** How often it is tried while those who are to be cut off go on writing. */
const tries = 5

async function cutOffOf({ tables }: Exchange, device: string): Promise<CutOff> {
  const { seq, hash } = chainOf(await tables.seen.get(device))
  return { seq, hash }
}

/** Turns the key: the next epoch's for everybody who stays, and nothing for whoever goes. */
async function removal(exchange: Exchange, roster: Roster, gone: readonly string[]): Promise<RemoveBody> {
  const { space, random } = exchange
  const before = await epochKey(exchange, roster)
  const key = await epochKeyOf(before.epoch + 1, random(new Uint8Array(32)))
  const cuts = gone.map(async (id): Promise<[string, CutOff]> => [id, await cutOffOf(exchange, id)])
  const wraps = staying(roster, new Set(gone)).map(async ({ id, agree }): Promise<[string, string]> => [
    id,
    await wrapFor(key, roster, agree),
  ])
  return {
    back: toHex(await sealBack(key, space, before.raw)),
    check: toHex(await checkOf(key.raw, space)),
    devices: Object.fromEntries(await Promise.all(cuts)),
    wraps: Object.fromEntries(await Promise.all(wraps)),
  }
}

/**
 * Appends an entry with cut-offs, which must be where the exchange has those chains: everything is taken first, and again if
 * somebody wrote in between. What waits here is sent on the way.
 */
async function appendCut(
  exchange: Exchange,
  say: (roster: Roster) => Promise<Said | undefined>,
): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    await exchangeRound(exchange)
    const asker = await askerOf(exchange, await knownRoster(exchange))
    try {
      await append(exchange, asker, [asker.key], say)
      return await tellCircle(exchange)
    } catch (error) {
      if (!(error instanceof Refused) || error.reason !== 'cutoff' || turn === tries) throw error
    }
  }
}

/** Takes devices out of the space, all in one entry, and turns the key. Needs the network. Those that are gone stay so. */
export const removeDevices = (exchange: Exchange, devices: readonly string[]): Promise<void> =>
  appendCut(exchange, async (roster) => {
    const gone = devices.filter((id) => roleNow(roster, id))
    if (gone.length === 0) return undefined
    return { kind: 'remove', body: await removal(exchange, roster, gone) }
  })

/** Gives a device another role: more rights, or fewer; where it may write no more, its chain ends here. */
export const setRole = (exchange: Exchange, device: string, role: Role): Promise<void> =>
  appendCut(exchange, async (roster) => {
    const before = roleNow(roster, device)
    if (!before) throw new Refused('device')
    if (before === role) return undefined
    const cut = mayWrite(before) && !mayWrite(role) ? await cutOffOf(exchange, device) : null
    return { kind: 'role', body: { device, role, cut } }
  })
