import { openLeftover } from '../crypto/leftover.ts'
import { Problem } from '../crypto/problem.ts'
import { askedLeftovers, keepLeftover, type LeftChange } from '../db/leftovers.ts'
import { endpoints } from '../shared/exchange/endpoints.ts'
import { isKindName, isName, isValue } from '../shared/fields.ts'
import { isId } from '../shared/ids.ts'
import { roleNow, type RosterDevice } from '../shared/roster/roster.ts'
import { exactly, isCount, listOf, type Check } from '../shared/shape.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { knownRoster } from './roster.ts'
import { askAs, type Asker } from './token.ts'

const isFields: Check = (set) =>
  typeof set === 'object' &&
  set !== null &&
  !Array.isArray(set) &&
  Object.entries(set).every(([field, value]) => isName(field) && isValue(value))

const isChange: Check = (change) =>
  exactly<LeftChange>(change, { record: isId, kind: isKindName, time: isCount, set: isFields })

const isContent = { changes: listOf(isChange, 100_000) }

/** What a device left, as far as it is for me and holds what it should; nothing otherwise. */
async function opened(
  exchange: Exchange,
  { id: device, sign }: RosterDevice,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<readonly LeftChange[]> {
  const { id, agree } = await keysNow(exchange)
  try {
    const content = await openLeftover({ space: exchange.space, device }, sign, { id, agree }, bytes)
    return exactly<{ changes: readonly LeftChange[] }>(content, isContent) ? content.changes : []
  } catch (error) {
    // What its author sealed wrongly, or the exchange made up, is as good as nothing.
    if (error instanceof Problem) return []
    throw error
  }
}

/** Fetches what removed devices had not sent, for the coordinators to decide upon. */
export async function fetchLeftovers(exchange: Exchange, asker: Asker): Promise<void> {
  const { tables, now } = exchange
  const roster = await knownRoster(exchange)
  if (roleNow(roster, asker.id) !== 'coordinator') return
  const asked = new Set(await askedLeftovers(tables))
  const removed = [...roster.devices.values()].filter(({ id, left }) => left?.isRemoved && !asked.has(id))
  if (removed.length === 0) return
  const { devices } = await askAs(exchange, asker, endpoints.leftovers, {})
  for (const device of removed.filter(({ id }) => devices.includes(id))) {
    const { parts } = await askAs(exchange, asker, endpoints.getLeftover, { device: device.id })
    const left = parts[0] ? await opened(exchange, device, parts[0]) : []
    // It may not have known, or had it sealed: nobody decides any more upon what is erased.
    const changes = left.filter(({ record }) => !roster.erased.has(record))
    await keepLeftover(tables, { device: device.id, at: now(), changes })
  }
}
