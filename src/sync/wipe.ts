import { sealLeftover } from '../crypto/leftover.ts'
import type { Device as Keys } from '../crypto/device.ts'
import type { LeftChange } from '../db/leftovers.ts'
import type { Tables } from '../db/tables.ts'
import { wipe } from '../db/wipe.ts'
import { endpoints } from '../shared/exchange/endpoints.ts'
import { limits } from '../shared/limits.ts'
import { presentDevices, roleNow, type Roster } from '../shared/roster/roster.ts'
import type { Value } from '../shared/value.ts'
import { Refused } from './ask.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { joinBranches } from './heal.ts'
import { knownRoster, pullRoster } from './roster.ts'
import { metaKeys } from './status.ts'
import { askAs, type Asker } from './token.ts'

/** Refusals after which a device looks whether it was removed. None of them is a reason to wipe anything by itself. */
const telling = new Set<string>(['cutoff', 'token', 'device', 'signer'])

/** Everything that nobody else has: sealed, open, and what was typed and not finished. */
async function unsent({ waiting, outbox, drafts }: Tables): Promise<LeftChange[]> {
  const [sealed, open, typed] = await Promise.all([
    waiting.orderBy('seq').toArray(),
    outbox.orderBy('[record+open]').toArray(),
    drafts.toArray(),
  ])
  return [
    ...[...sealed, ...open].map(({ record, kind, time, set }) => ({
      record,
      kind,
      time: Math.max(0, Math.round(time)),
      set,
    })),
    ...typed.map(({ record, kind, set }) => ({ record, kind, time: 0, set })),
  ]
}

/** The file for the coordinators; of more than it may hold, the earliest part is left out. */
async function leftoverOf(exchange: Exchange, keys: Keys, roster: Roster): Promise<Uint8Array<ArrayBuffer>> {
  const { space, random, tables } = exchange
  const readers = presentDevices(roster).filter(({ id }) => roleNow(roster, id) === 'coordinator')
  let changes = await unsent(tables)
  for (;;) {
    const content = { changes } as unknown as Value
    const file = await sealLeftover(
      { space, device: keys.id },
      keys.sign.privateKey,
      readers,
      content,
      random,
    )
    if (file.length <= limits.run || changes.length < 2) return file
    changes = changes.slice(Math.ceil(changes.length / 2))
  }
}

/** The roster as the exchange has it, if it follows upon the one known here, or heals the branch that is. */
async function rosterNow(exchange: Exchange, asker: Asker): Promise<Roster | undefined> {
  const roster = await pullRoster(exchange, asker).catch(() => undefined)
  if (roster?.devices.get(asker.id)?.left) return roster
  const outcome = await joinBranches(exchange, false).catch(() => undefined)
  return outcome === 'over' ? knownRoster(exchange) : roster
}

/**
 * If this device was removed, by an entry of the roster that is verified here: sends the coordinators what it had not sent, sealed
 * for them, and empties the notebook. True if so. A refusal alone empties nothing: whoever runs the exchange could say no to
 * anybody.
 */
export async function wipeIfRemoved(exchange: Exchange, error: unknown): Promise<boolean> {
  if (!(error instanceof Refused) || !telling.has(error.reason)) return false
  const { tables, url } = exchange
  const before = (await tables.own.get('before'))?.device
  for (const keys of [await keysNow(exchange), before]) {
    if (!keys) continue
    const asker = { id: keys.id, key: keys.sign.privateKey }
    const roster = await rosterNow(exchange, asker)
    if (!roster?.devices.get(keys.id)?.left?.isRemoved) continue
    const parts = [await leftoverOf(exchange, keys, roster)]
    await askAs(exchange, asker, endpoints.putLeftover, { parts })
    await wipe(tables, [
      { key: metaKeys.exchange, value: url },
      { key: metaKeys.role, value: 'reader' },
      { key: metaKeys.stopped, value: 'removed' },
    ])
    return true
  }
  return false
}

/** Whether this notebook was emptied because its device was removed. */
export const isWiped = async ({ meta }: Tables): Promise<boolean> =>
  (await meta.get(metaKeys.stopped))?.value === 'removed'
