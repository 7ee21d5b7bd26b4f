import { openName, type DeviceName } from '../crypto/name.ts'
import { Problem } from '../crypto/problem.ts'
import { textOf } from '../records/fields.ts'
import { fromHex } from '../shared/bytes.ts'
import { endpoints } from '../shared/exchange/endpoints.ts'
import type { Role } from '../shared/roster/bodies.ts'
import {
  everybody,
  liveSlips,
  presentDevices,
  roleNow,
  type Roster,
  type RosterDevice,
} from '../shared/roster/roster.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { ownInvitations } from './invitations.ts'
import { keyOfName } from './keys.ts'
import { knownRoster } from './roster.ts'
import { triedSheet } from './tried-sheet.ts'
import type { Circle, Member, MemberDevice } from './status.ts'
import { tell } from './tell.ts'
import { askAs, type Asker } from './token.ts'

const unnamed: DeviceName = { name: '', device: 'tablet' }

const isKind = (text: string): text is DeviceName['device'] => ['tablet', 'phone', 'computer'].includes(text)

/** The first device's name stands in the notebook itself: when the space began there was nobody to tell it to. */
async function founderName({ tables, space }: Exchange): Promise<DeviceName> {
  const fields = (await tables.records.get(space))?.fields ?? {}
  const device = textOf(fields, 'founderDevice')
  return { name: textOf(fields, 'founder'), device: isKind(device) ? device : 'tablet' }
}

async function nameOf(exchange: Exchange, roster: Roster, device: RosterDevice): Promise<DeviceName> {
  if (device.name === '') return founderName(exchange)
  try {
    const key = await keyOfName(exchange, roster, device.id)
    return key ? await openName(key, exchange.space, device.id, fromHex(device.name)) : unnamed
  } catch (error) {
    // Whoever sealed it wrongly is there all the same, without a name.
    if (error instanceof Problem) return unnamed
    throw error
  }
}

async function namesIn(exchange: Exchange, roster: Roster): Promise<ReadonlyMap<string, DeviceName>> {
  const devices = everybody(roster)
  const names = await Promise.all(devices.map((device) => nameOf(exchange, roster, device)))
  return new Map(devices.map(({ id }, index) => [id, names[index] ?? unnamed]))
}

type Times = { readonly since: ReadonlyMap<number, number>; readonly seen: ReadonlyMap<string, number> }

async function timesIn({ tables }: Exchange): Promise<Times> {
  const rows = await tables.roster.toArray()
  const visits = JSON.parse((await tables.meta.get('visits'))?.value ?? '{}') as Record<string, number>
  return {
    since: new Map(rows.map(({ index, at }) => [index, at])),
    seen: new Map(Object.entries(visits)),
  }
}

function memberOf(
  roster: Roster,
  devices: readonly RosterDevice[],
  names: ReadonlyMap<string, DeviceName>,
  times: Times,
  me: string,
): Member {
  const shown = devices.map((device): MemberDevice => ({
    id: device.id,
    kind: names.get(device.id)?.device ?? 'tablet',
    role: roleNow(roster, device.id) ?? 'reader',
    since: times.since.get(device.since) || undefined,
    lastSeen: times.seen.get(device.id),
    isThis: device.id === me,
  }))
  const [first] = devices
  return {
    id: first?.member ?? '',
    name: (first && names.get(first.id)?.name) ?? '',
    devices: shown,
    isMe: devices.some(({ id }) => id === me),
  }
}

/** Everybody in the space, with what the roster and the exchange say of them. */
async function circleOf(
  exchange: Exchange,
  roster: Roster,
  names: ReadonlyMap<string, DeviceName>,
): Promise<Circle> {
  const me = (await keysNow(exchange)).id
  const times = await timesIn(exchange)
  const byMember = new Map<string, RosterDevice[]>()
  for (const device of presentDevices(roster))
    byMember.set(device.member, [...(byMember.get(device.member) ?? []), device])
  const mine = await ownInvitations(exchange.tables)
  const live = liveSlips(roster)
  const tried = await triedSheet(exchange)
  const isSheet = ({ role }: { role: Role }): boolean => role === 'coordinator'
  return {
    members: [...byMember.values()].map((devices) => memberOf(roster, devices, names, times, me)),
    invitations: live
      .filter((slip) => !isSheet(slip))
      .map(({ slip, role, expires }) => ({
        slip,
        role,
        expires,
        guest: mine[slip]?.guest ?? '',
        isMine: slip in mine,
      })),
    left: [...roster.devices.values()].flatMap(({ id, left }) => {
      const named = names.get(id) ?? unnamed
      const at = left && (times.since.get(left.index) || undefined)
      return left ? [{ name: named.name, kind: named.device, isRemoved: left.isRemoved, at }] : []
    }),
    sheets: live.filter(isSheet).map(({ slip, since }) => ({
      slip,
      at: times.since.get(since) || undefined,
      isTried: slip === tried,
    })),
    recovered: presentDevices(roster).flatMap(({ id, since, slip }) => {
      const used = roster.slips.get(slip)
      const at = times.since.get(since) || undefined
      return used && isSheet(used) ? [{ name: names.get(id)?.name ?? '', device: id, at }] : []
    }),
  }
}

/** Tells the screens who is in the space, who writes where, and what this device may do. */
export async function tellCircle(exchange: Exchange): Promise<void> {
  const { tables } = exchange
  const roster = await knownRoster(exchange)
  const names = await namesIn(exchange, roster)
  const named = [...names].map(([id, { name }]): [string, string] => [id, name])
  await tell(tables, 'names', JSON.stringify(Object.fromEntries(named)))
  await tell(tables, 'members', JSON.stringify(await circleOf(exchange, roster, names)))
  const role = roleNow(roster, (await keysNow(exchange)).id)
  await tell(tables, 'role', role ?? 'reader')
}

/** Asks when everybody was here last. */
export async function askVisits(exchange: Exchange, asker: Asker): Promise<void> {
  const { devices } = await askAs(exchange, asker, endpoints.visits, {})
  const visits = Object.fromEntries(devices.map(({ device, at }) => [device, at]))
  await exchange.tables.meta.put({ key: 'visits', value: JSON.stringify(visits) })
}
