import { Dexie, type Table } from 'dexie'
import type { Device as Keys } from '../crypto/device.ts'
import type { Genesis } from '../crypto/genesis.ts'

/** What a person sets for this device alone; it never leaves it. */
export type Settings = {
  /** Stands as author under what is written here. */
  readonly myName: string
  /** Whom to call when something is unclear. */
  readonly helperName: string
  readonly helperPhone: string
  /** 'yes' once the first questions were answered. */
  readonly welcomed: string
  /** When the last backup was made here, as an ISO time. */
  readonly backedUpAt: string
  /** When somebody is to be reminded of the next one, as an ISO time. */
  readonly remindAt: string
  /** When it is to be looked again whether this device is nearly full, as an ISO time; missing before the first look. */
  readonly roomAt?: string
  /** Languages that are read here beside the screens' own, and those that somebody here translates into: 'pl,hu'. */
  readonly reads?: string
  readonly translates?: string
  /** The first steps that somebody has ticked off for themselves: ids with spaces between; missing before the first one. */
  readonly firstSteps?: string
  /** Which notebook is open, by its space; '' for the first one. */
  readonly space: string
}

export type OwnSpace = {
  readonly space: string
  /** The device's id in this space, and its keys: CryptoKeys that cannot be exported. */
  readonly device: Keys
  /** Of a notebook that began on this device. */
  readonly genesis?: Genesis
  readonly madeAt: number
  /** An invitation that is being accepted: kept until the roster has this device, so that a lost answer burns nothing. */
  readonly joining?: { readonly digits: string; readonly head: string }
  /** Its name, for the list of notebooks; the notebook itself holds the true one. */
  readonly name?: string
}

const noSettings: Settings = {
  myName: '',
  helperName: '',
  helperPhone: '',
  welcomed: '',
  backedUpAt: '',
  remindAt: '',
  space: '',
}

/** Goes up by one with every change of the tables below. */
export const deviceVersion = 1

/** The device's small database: keys, settings and which spaces lie here. */
export class Device extends Dexie {
  declare spaces: Table<OwnSpace, string>
  declare settings: Table<{ key: keyof Settings; value: string }, string>

  constructor(name = 'ponte-device') {
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(deviceVersion).stores({ spaces: 'space, madeAt', settings: 'key' })
  }
}

/** The settings of this device; '' where nothing is set. */
export async function readSettings(device: Device): Promise<Settings> {
  const rows = await device.settings.toArray()
  return { ...noSettings, ...Object.fromEntries(rows.map((row) => [row.key, row.value])) }
}

/** The notebook that is open on this device: the chosen one, else the first; undefined before there is any. */
export async function openOne(device: Device): Promise<OwnSpace | undefined> {
  const chosen = await device.settings.get('space')
  const own = chosen?.value ? await device.spaces.get(chosen.value) : undefined
  return own && !own.joining
    ? own
    : device.spaces
        .orderBy('madeAt')
        .filter((one) => !one.joining)
        .first()
}

/** Keeps some settings; durable when it resolves. */
export async function keepSettings(device: Device, settings: Partial<Settings>): Promise<void> {
  const rows = Object.entries(settings).map(([key, value]) => ({ key: key as keyof Settings, value }))
  await device.settings.bulkPut(rows)
}
