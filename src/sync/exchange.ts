import type { EpochKey } from '../crypto/epoch.ts'
import type { Device as Keys } from '../crypto/device.ts'
import { estimateHere, type Estimate } from '../db/room.ts'
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
  /** Questions about photos: fewer than the exchange allows a device, so that there are always some left for texts. */
  readonly photoRate: { readonly burst: number; readonly perMinute: number }
  /** How much room this device has. */
  readonly estimate: Estimate
  readonly kept: {
    token?: Token
    roster?: Roster
    /** Keys of epochs, and how many epochs the roster had when they were opened. */
    keys: ReadonlyMap<number, EpochKey>
    epochs: number
    readonly sealKeys: Map<string, Promise<CryptoKey>>
    /** The length of the roster up to which everything that it erases is gone here. */
    erasedTo: number
    /** The number of erasures by which the chunks here were last held against those of the exchange. */
    mendedTo: number
    /** Checkpoints that don't say what the log says, or of which this device can't tell, by id. */
    readonly false: Set<string>
    /** How long the log was when this device last made a checkpoint, or could not. */
    triedAt: number
    /** How many questions about photos could be put, and when that was. */
    photoQuestions?: { readonly left: number; readonly at: number }
    /** Whole photos that are on their way here, by id. */
    readonly coming: Map<string, Promise<boolean>>
    /** Milliseconds after which the next round has more to do with photos. */
    goOnIn: number | undefined
    /** Something else waits for this round: then there is no more work with photos in it. */
    isPressed: boolean
    /** Unsent photos whose records are known to say how they are sealed, with their keys. */
    readonly sealed: Map<string, string>
  }
}

type Usual = 'shortLog' | 'photoRate' | 'estimate'

/** An exchange that has asked nothing yet. */
export const newExchange = (
  parts: Omit<Exchange, 'kept' | Usual> & Partial<Pick<Exchange, Usual>>,
): Exchange => ({
  shortLog: 1000,
  photoRate: { burst: 400, perMinute: 80 },
  estimate: estimateHere,
  ...parts,
  kept: {
    keys: new Map(),
    epochs: 0,
    erasedTo: 0,
    mendedTo: 0,
    sealKeys: new Map(),
    false: new Set(),
    triedAt: 0,
    coming: new Map(),
    goOnIn: undefined,
    isPressed: false,
    sealed: new Map(),
  },
})

/** The keys by which the device goes here now. */
export async function keysNow({ tables, began }: Exchange): Promise<Keys> {
  return (await tables.own.get('now'))?.device ?? began
}
