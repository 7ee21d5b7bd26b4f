import { toHex } from '../bytes.ts'
import type { CutOff, IssueBody, Role } from './bodies.ts'
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

/** What a chain of entries says. Never changed in place. */
export type Roster = {
  readonly spaceId: string
  /** The head after each entry, as hex. */
  readonly heads: readonly string[]
  /** Each epoch: its key's check, the key before it sealed under it ('' for the first), and the entry it began with. */
  readonly epochs: readonly Epoch[]
  readonly devices: ReadonlyMap<string, RosterDevice>
  readonly slips: ReadonlyMap<string, RosterSlip>
}

/** A roster that only its maker holds: what follows upon it changes it in place (`advance`). */
export type OwnRoster = Omit<Roster, 'heads' | 'devices' | 'slips'> & {
  readonly heads: string[]
  readonly devices: Map<string, RosterDevice>
  readonly slips: Map<string, RosterSlip>
}

/** A copy to go on from: one for a whole chain of entries, instead of one for each. */
export const ownCopy = (roster: Roster): OwnRoster => ({
  ...roster,
  heads: [...roster.heads],
  devices: new Map(roster.devices),
  slips: new Map(roster.slips),
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
    roles: [{ from: 0, role: body.role }],
  }
  return {
    spaceId: toHex(head.subarray(0, 16)),
    heads: [toHex(head)],
    epochs: [{ check: body.check, back: '', from: 0 }],
    devices: new Map([[signer, first]]),
    slips: new Map(),
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

/** The devices that have neither left nor were removed. */
export const presentDevices = (roster: Roster): RosterDevice[] =>
  [...roster.devices.values()].filter((device) => !device.left)

/** The slips that may still be used, by the roster alone. */
export const liveSlips = (roster: Roster): RosterSlip[] =>
  [...roster.slips.values()].filter(({ state }) => state === 'live')

/** Whether a slip's time is over; a recovery sheet's never is. */
export const isExpired = ({ expires }: Pick<RosterSlip, 'expires'>, now: number): boolean =>
  expires !== 0 && expires <= now
