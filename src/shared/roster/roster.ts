import { toHex } from '../bytes.ts'
import type { CutOff, Cuts, EraseBody, IssueBody, Role } from './bodies.ts'
import type { GenesisBody } from './genesis.ts'

/** Where a wrapped epoch key stands: what HPKE binds it to. */
export type KeptWrap = { readonly bytes: string; readonly epoch: number; readonly headBefore: string }

/** A device of a space. Keys and hashes as hex. */
export type RosterDevice = {
  readonly id: string
  readonly member: string
  readonly sign: string
  readonly agree: string
  /** Sealed; '' for the first device, whose name stands in the notebook itself. */
  readonly name: string
  /** The key of each epoch that was wrapped for it, the newest last. */
  readonly wraps: readonly KeptWrap[]
  /** The entry that admitted it, by index. */
  readonly since: number
  /** The slip that admitted it, '' for none. */
  readonly slip: string
  /** The device that vouches for it: that admitted it, or issued that slip. Itself, if it was the first. */
  readonly by: string
  /** What it may do, from which entry on; the last one holds now. */
  readonly roles: readonly { readonly from: number; readonly role: Role; readonly cut?: CutOff }[]
  /** Its last envelope, once it has left or was removed. */
  readonly left?: CutOff & { readonly index: number; readonly isRemoved: boolean }
}

/** A slip with what became of it. */
export type RosterSlip = Omit<IssueBody, 'wrap'> & {
  readonly wrap: KeptWrap
  readonly issuer: string
  /** The entry that issued it, by index. */
  readonly since: number
  readonly state: 'live' | 'used' | 'revoked'
}

export type Epoch = { readonly check: string; readonly back: string; readonly from: number }

/** A branch of the roster that was given up when a fork was healed. What was written by it stays readable and good. */
export type Abandoned = {
  /** The whole roster of that branch, at its end. */
  readonly roster: Roster
  /** The last entry that both have, and the one that heals, by index. */
  readonly fork: number
  readonly at: number
  /** Where the chains end of those in that branch who may write no more. */
  readonly cuts: Cuts
  /** The key of that branch's last epoch, sealed under the one that begins with the heal; '' if it had no epoch of its own. */
  readonly other: string
}

/** What a chain of entries says. Never changed in place. */
export type Roster = {
  readonly spaceId: string
  /** The head after each entry, as hex. */
  readonly heads: readonly string[]
  /** Each epoch: its key's check, the key before it sealed under it ('' for the first), and the entry it began with. */
  readonly epochs: readonly Epoch[]
  readonly devices: ReadonlyMap<string, RosterDevice>
  readonly slips: ReadonlyMap<string, RosterSlip>
  readonly abandoned: readonly Abandoned[]
  /** The entries that erase, by index, and the device that signed each. */
  readonly erasures: readonly { readonly index: number; readonly by: string; readonly body: EraseBody }[]
  /** The ids of all that was ever erased, in branches that were given up too. */
  readonly erased: ReadonlySet<string>
}

/** A roster that only its maker holds: what follows upon it changes it in place (`advance`). */
export type OwnRoster = Omit<Roster, 'heads' | 'devices' | 'slips' | 'erased'> & {
  readonly heads: string[]
  readonly devices: Map<string, RosterDevice>
  readonly slips: Map<string, RosterSlip>
  readonly erased: Set<string>
}

/** A copy to go on from: one for a whole chain of entries, instead of one for each. */
export const ownCopy = (roster: Roster): OwnRoster => ({
  ...roster,
  heads: [...roster.heads],
  devices: new Map(roster.devices),
  slips: new Map(roster.slips),
  erased: new Set(roster.erased),
})

/** The roster of a space that has only its first device. */
export function beginRoster(signer: string, body: GenesisBody, head: Uint8Array): Roster {
  const first: RosterDevice = {
    id: signer,
    member: body.member,
    sign: body.sign,
    agree: body.agree,
    name: '',
    wraps: [{ bytes: body.wrap, epoch: 0, headBefore: '0'.repeat(64) }],
    since: 0,
    slip: '',
    by: signer,
    roles: [{ from: 0, role: body.role }],
  }
  return {
    spaceId: toHex(head.subarray(0, 16)),
    heads: [toHex(head)],
    epochs: [{ check: body.check, back: '', from: 0 }],
    devices: new Map([[signer, first]]),
    slips: new Map(),
    abandoned: [],
    erasures: [],
    erased: new Set(),
  }
}

/** The present head of a roster, as hex. */
export const presentHead = ({ heads }: Roster): string => heads[heads.length - 1] ?? ''

/** The present epoch. */
export const presentEpoch = ({ epochs }: Roster): number => epochs.length - 1

/** The epoch that stands after the entry of that index. */
export const epochAt = ({ epochs }: Roster, index: number): number =>
  epochs.filter(({ from }) => from <= index).length - 1

/** What a device may do after the entry of that index; undefined before it came and after it left. */
export function roleAt(device: RosterDevice, index: number): Role | undefined {
  if (device.left && index >= device.left.index) return undefined
  return device.roles.filter(({ from }) => from <= index).at(-1)?.role
}

/** What a device may do now; undefined if it isn't there or has left. */
export function roleNow(roster: Roster, id: string): Role | undefined {
  const device = roster.devices.get(id)
  return device && roleAt(device, roster.heads.length - 1)
}

/** A device by its id, also one of a branch that was given up: ids follow from keys, so it is the same in all of them. */
export const deviceIn = (roster: Roster, id: string): RosterDevice | undefined =>
  roster.devices.get(id) ??
  roster.abandoned.map((branch) => deviceIn(branch.roster, id)).find((device) => device !== undefined)

/** All devices that ever were in a roster, those of branches that were given up too. */
export const everybody = (roster: Roster): RosterDevice[] => [
  ...new Map(
    [...roster.abandoned.flatMap((branch) => everybody(branch.roster)), ...roster.devices.values()].map(
      (device) => [device.id, device],
    ),
  ).values(),
]

/** Whether a head is one of this roster, or of a branch of it that was given up. */
export const knowsHead = (roster: Roster, head: string): boolean =>
  roster.heads.includes(head) || roster.abandoned.some((branch) => knowsHead(branch.roster, head))

/** The branch that was given up and has this head, or one inside of it; undefined for a head of the roster itself, or of none. */
export const branchWith = (roster: Roster, head: string): Abandoned | undefined =>
  roster.heads.includes(head) ? undefined : roster.abandoned.find((branch) => knowsHead(branch.roster, head))

/** The devices that have neither left nor were removed. */
export const presentDevices = (roster: Roster): RosterDevice[] =>
  [...roster.devices.values()].filter((device) => !device.left)

/** The slips that may still be used, by the roster alone. */
export const liveSlips = (roster: Roster): RosterSlip[] =>
  [...roster.slips.values()].filter(({ state }) => state === 'live')

/** Whether a slip's time is over; a recovery sheet's never is. */
export const isExpired = ({ expires }: Pick<RosterSlip, 'expires'>, now: number): boolean =>
  expires !== 0 && expires <= now
