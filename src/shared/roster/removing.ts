import type { RemoveBody, Role } from './bodies.ts'
import {
  liveSlips,
  presentDevices,
  roleNow,
  type KeptWrap,
  type OwnRoster,
  type Roster,
  type RosterSlip,
} from './roster.ts'
import type { Refusal } from './refusal.ts'

/** Whether somebody of this role may write. */
export const mayWrite = (role: Role | undefined): boolean => role === 'coordinator' || role === 'member'

/** Whether nobody coordinates a space any more once these devices don't, and no recovery sheet would let anybody in. */
export function losesLast(roster: Roster, without: ReadonlySet<string>): boolean {
  const others = presentDevices(roster).filter(({ id }) => !without.has(id))
  const isLed = others.some(({ id }) => roleNow(roster, id) === 'coordinator')
  return !isLed && !liveSlips(roster).some((slip) => slip.role === 'coordinator' && !without.has(slip.issuer))
}

/** The slips after these devices may invite nobody any more. */
export const withoutSlipsOf = (roster: Roster, issuers: ReadonlySet<string>): Map<string, RosterSlip> =>
  new Map(
    [...roster.slips].map(([id, slip]) => [
      id,
      slip.state === 'live' && issuers.has(slip.issuer) ? { ...slip, state: 'revoked' } : slip,
    ]),
  )

/** Whom the next epoch's key is for: devices that stay, and slips that stay live. */
export function staying(
  roster: Roster,
  removed: ReadonlySet<string>,
): { readonly id: string; readonly agree: string }[] {
  const devices = presentDevices(roster).filter(({ id }) => !removed.has(id))
  const slips = liveSlips(roster).filter(({ issuer }) => !removed.has(issuer))
  return [...devices, ...slips.map(({ slip, agree }) => ({ id: slip, agree }))]
}

/** The signer itself goes by `leave`: so whoever removes is always still there to coordinate. */
export function removeAllowed(
  roster: Roster,
  signer: string,
  { devices, wraps }: RemoveBody,
): Refusal | undefined {
  const role = roleNow(roster, signer)
  if (role !== 'coordinator') return role ? 'role' : 'signer'
  const removed = new Set(Object.keys(devices))
  if (removed.has(signer) || [...removed].some((id) => !roleNow(roster, id))) return 'device'
  const wanted = staying(roster, removed)
  const isComplete = wanted.length === Object.keys(wraps).length && wanted.every(({ id }) => id in wraps)
  return isComplete ? undefined : 'wraps'
}

/** The roster's parts after devices were removed by the entry of that index, upon that head. */
export function remove(
  roster: Roster,
  { index, headBefore }: { readonly index: number; readonly headBefore: string },
  { back, check, devices: cuts, wraps }: RemoveBody,
): Pick<OwnRoster, 'devices' | 'slips' | 'epochs'> {
  const epoch = roster.epochs.length
  const wrapOf = (id: string): KeptWrap => ({ bytes: wraps[id] ?? '', epoch, headBefore })
  const devices = [...roster.devices].map(([id, device]): [string, typeof device] => {
    const cut = Object.hasOwn(cuts, id) ? cuts[id] : undefined
    if (cut) return [id, { ...device, left: { ...cut, index, isRemoved: true } }]
    return [id, id in wraps ? { ...device, wraps: [...device.wraps, wrapOf(id)] } : device]
  })
  const slips = [...withoutSlipsOf(roster, new Set(Object.keys(cuts)))].map(
    ([id, slip]): [string, RosterSlip] => [id, id in wraps ? { ...slip, wrap: wrapOf(id) } : slip],
  )
  return {
    devices: new Map(devices),
    slips: new Map(slips),
    epochs: [...roster.epochs, { check, back, from: index }],
  }
}
