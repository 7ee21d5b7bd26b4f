import { limits } from '../limits.ts'
import { isAtMost, type CutOff, type Cuts, type HealBody, type Role } from './bodies.ts'
import type { Branch } from './branch.ts'
import type { Refusal } from './refusal.ts'
import { mayWrite } from './removing.ts'
import {
  epochAt,
  knowsHead,
  presentDevices,
  presentHead,
  roleNow,
  type KeptWrap,
  type OwnRoster,
  type Roster,
  type RosterDevice,
  type RosterSlip,
} from './roster.ts'

const lower = (one: Role, other: Role): Role => (isAtMost(one, other) ? one : other)

/**
 * What somebody may do in this branch whom only the other one admitted: what it was admitted for, if whoever vouched for it is
 * here and may do so still, and nobody else came by the same invitation.
 */
function carriedRole(
  main: Roster,
  branch: Roster,
  device: RosterDevice,
  after: ReadonlyMap<string, Role>,
): Role | undefined {
  const { id, by, slip, member, roles } = device
  const slipHere = main.slips.get(slip)
  if (main.devices.has(id) || main.slips.has(id) || (slipHere && slipHere.state !== 'live')) return undefined
  const [authority, now] = [after.get(by), roleNow(branch, id)]
  const host = main.devices.get(by) ?? branch.devices.get(by)
  if (!authority || !now || !host) return undefined
  const role = lower(roles[0]?.role ?? 'reader', now)
  const mayAdmit = authority === 'coordinator' || host.member === member
  return mayAdmit && isAtMost(role, authority) ? role : undefined
}

/** Who is here after a heal, and what each may do: of those in both branches, what both allow. */
function rolesAfter(main: Roster, branch: Roster): ReadonlyMap<string, Role> {
  const after = new Map<string, Role>()
  for (const { id } of presentDevices(main)) {
    const here = roleNow(main, id)
    const there = branch.devices.has(id) ? roleNow(branch, id) : here
    if (here && there) after.set(id, lower(here, there))
  }
  // In the order in which they came: whoever vouches for somebody came before.
  for (const device of presentDevices(branch)) {
    const role = carriedRole(main, branch, device, after)
    if (role) after.set(device.id, role)
  }
  return after
}

/** Slips are good after a heal if they are so in both branches, and whoever issued them may do what they could. */
function slipsAfter(main: Roster, branch: Roster, after: ReadonlyMap<string, Role>): Map<string, RosterSlip> {
  const stateOf = (slip: RosterSlip): RosterSlip['state'] => {
    const [before, now] = [roleNow(main, slip.issuer), after.get(slip.issuer)]
    if (!now || !before || !isAtMost(before, now)) return 'revoked'
    return branch.slips.get(slip.slip)?.state ?? 'live'
  }
  return new Map(
    [...main.slips].map(([id, slip]) => [
      id,
      slip.state === 'live' ? { ...slip, state: stateOf(slip) } : slip,
    ]),
  )
}

/** Whom the key that a heal turns to is for. */
export function stayingAfter(
  main: Roster,
  branch: Roster,
): { readonly id: string; readonly agree: string }[] {
  const after = rolesAfter(main, branch)
  const devices = [...after.keys()].map((id) => ({
    id,
    agree: (main.devices.get(id) ?? branch.devices.get(id))?.agree ?? '',
  }))
  const slips = [...slipsAfter(main, branch, after).values()].filter(({ state }) => state === 'live')
  return [...devices, ...slips.map(({ slip, agree }) => ({ id: slip, agree }))]
}

/** The devices of the other branch whose chains a heal ends: all that could have written there, and may not write now. */
export function endedBy(main: Roster, { roster, fork }: Branch): RosterDevice[] {
  const after = rolesAfter(main, roster)
  return [...roster.devices.values()].filter(
    ({ id, left }) => !(left && left.index <= fork) && !mayWrite(after.get(id)),
  )
}

/** Where the two branches themselves have ended a device's chain: a heal may say the same, or later, never before. */
export function endsSoFar(main: Roster, { roster, fork }: Branch, id: string): CutOff[] {
  const [here, there] = [main.devices.get(id), roster.devices.get(id)]
  const lowered = there?.roles.flatMap(({ from, cut }) => (cut && from > fork ? cut : [])) ?? []
  return [...(here?.left ? [here.left] : []), ...(there?.left ? [there.left] : []), ...lowered]
}

function cutsHold(main: Roster, branch: Branch, cuts: Cuts): boolean {
  return Object.entries(cuts).every(([id, cut]) =>
    endsSoFar(main, branch, id).every(
      ({ seq, hash }) => cut.seq > seq || (cut.seq === seq && cut.hash === hash),
    ),
  )
}

const hasExactly = (map: object, ids: readonly { readonly id: string }[]): boolean =>
  ids.length === Object.keys(map).length && ids.every(({ id }) => Object.hasOwn(map, id))

/** Who signs coordinates in both branches; what was taken from anybody in either stays taken. */
export function healAllowed(
  main: Roster,
  signer: string,
  body: HealBody,
  branch: Branch | undefined,
): Refusal | undefined {
  for (const roster of [main, ...(branch ? [branch.roster] : [])]) {
    const role = roleNow(roster, signer)
    if (role !== 'coordinator') return role ? 'role' : 'signer'
  }
  if (!branch) return 'head'
  const isAnother = branch.roster.heads[branch.fork + 1] !== main.heads[branch.fork + 1]
  if (body.head !== presentHead(branch.roster) || !isAnother || knowsHead(main, body.head)) return 'head'
  if (!hasExactly(body.cuts, endedBy(main, branch)) || !cutsHold(main, branch, body.cuts)) return 'cutoff'
  if (rolesAfter(main, branch.roster).size > limits.devices) return 'too-many'
  if (!hasExactly(body.wraps, stayingAfter(main, branch.roster))) return 'wraps'
  const turned = branch.roster.epochs.length > epochAt(branch.roster, branch.fork) + 1
  return turned === (body.other !== '') ? undefined : 'malformed'
}

type Place = { readonly index: number; readonly headBefore: string }

function deviceAfter(
  device: RosterDevice,
  { index }: Place,
  cut: CutOff | undefined,
  role: Role | undefined,
  there: RosterDevice | undefined,
): RosterDevice {
  if (device.left) return device
  const end = cut ?? { seq: 0, hash: '0'.repeat(64) }
  if (!role) return { ...device, left: { ...end, index, isRemoved: there?.left?.isRemoved ?? true } }
  const before = device.roles.at(-1)?.role
  if (before === role) return device
  const isCut = mayWrite(before) && !mayWrite(role)
  return { ...device, roles: [...device.roles, { from: index, role, ...(isCut ? { cut: end } : {}) }] }
}

/** The roster's parts after a heal by the entry at that place. */
export function heal(
  main: Roster,
  place: Place,
  { back, check, cuts, other, wraps }: HealBody,
  { roster: branch, fork }: Branch,
): Pick<OwnRoster, 'devices' | 'slips' | 'erased'> & Pick<Roster, 'epochs' | 'abandoned'> {
  const { index: at, headBefore } = place
  const after = rolesAfter(main, branch)
  const epoch = main.epochs.length
  const wrapOf = (id: string): KeptWrap => ({ bytes: wraps[id] ?? '', epoch, headBefore })
  const devices = [...main.devices].map(([id, device]): [string, RosterDevice] => {
    const changed = deviceAfter(device, place, cuts[id], after.get(id), branch.devices.get(id))
    return [id, after.has(id) ? { ...changed, wraps: [...changed.wraps, wrapOf(id)] } : changed]
  })
  const carried = [...after].flatMap(([id, role]): [string, RosterDevice][] => {
    const device = main.devices.has(id) ? undefined : branch.devices.get(id)
    return device ? [[id, { ...device, since: at, roles: [{ from: at, role }], wraps: [wrapOf(id)] }]] : []
  })
  const slips = [...slipsAfter(main, branch, after)].map(([id, slip]): [string, RosterSlip] => [
    id,
    slip.state === 'live' ? { ...slip, wrap: wrapOf(id) } : slip,
  ])
  return {
    devices: new Map([...devices, ...carried]),
    slips: new Map(slips),
    epochs: [...main.epochs, { check, back, from: at }],
    abandoned: [...main.abandoned, { roster: branch, fork, at, cuts, other }],
    // What was erased in either branch stays erased.
    erased: new Set([...main.erased, ...branch.erased]),
  }
}

/** Whether nothing that this branch has ended is alive in that roster: then whoever holds it may give it up. */
export function carriesOver(main: Roster, branch: Roster): boolean {
  const devices = [...branch.devices.values()].every(({ id }) => {
    const [here, there] = [roleNow(main, id), roleNow(branch, id)]
    return !here || (there !== undefined && isAtMost(here, there))
  })
  const slips = [...branch.slips.values()].every(
    ({ slip, state }) => state === 'live' || main.slips.get(slip)?.state !== 'live',
  )
  return devices && slips
}
