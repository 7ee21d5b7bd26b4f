import type { EpochKey } from '../crypto/epoch.ts'
import type { Device as Keys } from '../crypto/device.ts'
import type { Tables } from '../db/tables.ts'
import type { Random } from '../shared/ids.ts'
import type { Roster } from '../shared/roster/roster.ts'
import type { Ask } from './ask.ts'

/** A token and who it is for. */
export type Token = { readonly id: string; readonly text: string }

/**
 * One space on this device and its exchange: all that the engine's verbs work on. `kept` is only what can be worked out
 * anew at any time.
 */
export type Exchange = {
  readonly space: string
  readonly tables: Tables
  /** The keys by which the device began here; `tables.own` tells whether it goes by others now. */
  readonly began: Keys
  /** The exchange's public address, as it is signed. */
  readonly url: string
  readonly ask: Ask
  readonly now: () => number
  readonly random: Random
  /** Envelopes that a log has before anybody makes a checkpoint of it. */
  readonly shortLog: number
  readonly kept: {
    token?: Token
    roster?: Roster
    /** Keys of epochs, and how many epochs the roster had when they were opened. */
    keys: ReadonlyMap<number, EpochKey>
    epochs: number
    readonly sealKeys: Map<string, Promise<CryptoKey>>
    /** The length of the roster up to which everything that it erases is gone here. */
    erasedTo: number
    /** Checkpoints that don't say what the log says, or of which this device can't tell, by id. */
    readonly false: Set<string>
    /** How long the log was when this device last made a checkpoint, or could not. */
    triedAt: number
  }
}

/** An exchange that has asked nothing yet. */
export const newExchange = (
  parts: Omit<Exchange, 'kept' | 'shortLog'> & { readonly shortLog?: number },
): Exchange => ({
  shortLog: 1000,
  ...parts,
  kept: { keys: new Map(), epochs: 0, erasedTo: 0, sealKeys: new Map(), false: new Set(), triedAt: 0 },
})

/** The keys by which the device goes here now. */
export async function keysNow({ tables, began }: Exchange): Promise<Keys> {
  return (await tables.own.get('now'))?.device ?? began
}
