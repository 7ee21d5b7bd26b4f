import { toHex } from '../bytes.ts'
import type { IssueBody, Role } from './bodies.ts'
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
  readonly wrap: KeptWrap
  /** The entry that admitted it, by index. */
  readonly since: number
  /** The slip that admitted it, '' for none. */
  readonly slip: string
  /** What it may do, from which entry on; the last one holds now. */
  readonly roles: readonly { readonly from: number; readonly role: Role }[]
  /** Its last envelope, once it has left. */
  readonly left?: { readonly index: number; readonly seq: number; readonly hash: string }
}

/** A slip with what became of it. */
export type RosterSlip = Omit<IssueBody, 'wrap'> & {
  readonly wrap: KeptWrap
  readonly issuer: string
  readonly state: 'live' | 'used' | 'revoked'
}

/** What a chain of entries says. Never changed in place. */
export type Roster = {
  readonly spaceId: string
  /** The head after each entry, as hex. */
  readonly heads: readonly string[]
  /** The check of each epoch's key, as hex. */
  readonly checks: readonly string[]
  readonly devices: ReadonlyMap<string, RosterDevice>
  readonly slips: ReadonlyMap<string, RosterSlip>
}

/** The roster of a space that has only its first device. */
export function beginRoster(signer: string, body: GenesisBody, head: Uint8Array): Roster {
  const first: RosterDevice = {
    id: signer,
    member: body.member,
    sign: body.sign,
    agree: body.agree,
    name: '',
    wrap: { bytes: body.wrap, epoch: 0, headBefore: '0'.repeat(64) },
    since: 0,
    slip: '',
    roles: [{ from: 0, role: body.role }],
  }
  return {
    spaceId: toHex(head.subarray(0, 16)),
    heads: [toHex(head)],
    checks: [body.check],
    devices: new Map([[signer, first]]),
    slips: new Map(),
  }
}

/** The present head of a roster, as hex. */
export const presentHead = ({ heads }: Roster): string => heads[heads.length - 1] ?? ''

/** The present epoch. Rotation isn't part of this version, so it is the first. */
export const presentEpoch = ({ checks }: Roster): number => checks.length - 1

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

/** The devices that have not left. */
export const presentDevices = (roster: Roster): RosterDevice[] =>
  [...roster.devices.values()].filter((device) => !device.left)
