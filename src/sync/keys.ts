import { openBack, openOther } from '../crypto/back.ts'
import { checkOf } from '../crypto/check.ts'
import { epochKeyOf, sealKeyOf, type EpochKey } from '../crypto/epoch.ts'
import { genesisPlace } from '../crypto/genesis.ts'
import { Problem } from '../crypto/problem.ts'
import { openWrap, wrapKey, type WrapPlace } from '../crypto/wrap.ts'
import { fromHex, toHex, type Bytes } from '../shared/bytes.ts'
import { zeroId } from '../shared/ids.ts'
import {
  branchWith,
  deviceIn,
  epochAt,
  presentEpoch,
  presentHead,
  type Abandoned,
  type KeptWrap,
  type Roster,
} from '../shared/roster/roster.ts'
import { keysNow, type Exchange } from './exchange.ts'

/** Where the wrap of a roster belongs: the first device's stands in the genesis entry, which has no head before it. */
function placeOf(space: string, { epoch, headBefore }: KeptWrap): WrapPlace {
  if (/^0*$/.test(headBefore)) return genesisPlace
  return { spaceId: space, epoch, headBefore: fromHex(headBefore) }
}

/** The key with these bytes, if it is the one that the roster promised for that epoch. Problem 'wrap-refused'. */
async function checked({ spaceId, epochs }: Roster, epoch: number, raw: Bytes): Promise<EpochKey> {
  // The first epoch's check has the zero id as its salt (docs/adr/0002-genesis-salt.md).
  const check = await checkOf(raw, epoch === 0 ? zeroId : spaceId)
  if (toHex(check) !== epochs[epoch]?.check) throw new Problem('wrap-refused')
  return epochKeyOf(epoch, raw)
}

/** The epoch key in a wrap, if it is the one that the roster promised. Problem 'wrap-refused'. */
export async function openKept(roster: Roster, wrap: KeptWrap, agree: CryptoKeyPair): Promise<EpochKey> {
  const raw = await openWrap(fromHex(wrap.bytes), agree, placeOf(roster.spaceId, wrap))
  return checked(roster, wrap.epoch, raw)
}

/** What was wrapped for this device under any name that it goes or went by, by epoch. */
async function wrapsHere(
  exchange: Exchange,
  roster: Roster,
): Promise<ReadonlyMap<number, { readonly wrap: KeptWrap; readonly agree: CryptoKeyPair }>> {
  const before = await exchange.tables.own.get('before')
  const names = [exchange.began, before?.device, await keysNow(exchange)]
  const found = names.flatMap((keys) =>
    keys ? (roster.devices.get(keys.id)?.wraps ?? []).map((wrap) => ({ wrap, agree: keys.agree })) : [],
  )
  return new Map(found.map((one) => [one.wrap.epoch, one]))
}

/** A key that doesn't open: what was sealed under it is set aside, and nothing else waits for it. */
async function orNothing(key: Promise<EpochKey>): Promise<EpochKey | undefined> {
  try {
    return await key
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

/**
 * The keys of all epochs of a roster that this device may read, by epoch: its own wraps first, then the way back from each key to
 * the one before, since whoever comes later has no wrap of the time before. `known` are those that need not be worked out.
 */
export async function keysOf(
  exchange: Exchange,
  roster: Roster,
  known: ReadonlyMap<number, EpochKey> = new Map(),
): Promise<ReadonlyMap<number, EpochKey>> {
  const wraps = await wrapsHere(exchange, roster)
  const keys = new Map(known)
  for (let epoch = presentEpoch(roster); epoch >= 0; epoch -= 1) {
    const own = wraps.get(epoch)
    const [next, back] = [keys.get(epoch + 1), roster.epochs[epoch + 1]?.back]
    const behind = async (later: EpochKey, sealed: string): Promise<EpochKey> =>
      checked(roster, epoch, await openBack(later, exchange.space, fromHex(sealed)))
    const key =
      keys.get(epoch) ??
      (own && (await orNothing(openKept(roster, own.wrap, own.agree)))) ??
      (next && back ? await orNothing(behind(next, back)) : undefined)
    if (key) keys.set(epoch, key)
  }
  return keys
}

/** The same, kept in memory. */
async function epochKeys(exchange: Exchange, roster: Roster): Promise<ReadonlyMap<number, EpochKey>> {
  const { kept } = exchange
  if (kept.epochs === roster.epochs.length) return kept.keys
  kept.keys = await keysOf(exchange, roster, kept.keys)
  // Without the newest one it is looked for again.
  kept.epochs = kept.keys.has(presentEpoch(roster)) ? roster.epochs.length : 0
  return kept.keys
}

/** The keys of a branch that was given up, by the keys of the roster that gave it up. */
async function branchKeys(
  exchange: Exchange,
  roster: Roster,
  { roster: there, fork, at, other }: Abandoned,
  keys: ReadonlyMap<number, EpochKey>,
): Promise<ReadonlyMap<number, EpochKey>> {
  const common = [...keys].filter(([epoch]) => epoch <= epochAt(roster, fork))
  const healing = keys.get(epochAt(roster, at))
  const last = async (key: EpochKey): Promise<EpochKey> =>
    checked(
      there,
      presentEpoch(there),
      await openOther(key, exchange.space, fromHex(presentHead(there)), fromHex(other)),
    )
  const found = other && healing ? await orNothing(last(healing)) : undefined
  return keysOf(exchange, there, new Map([...common, ...(found ? [[found.epoch, found] as const] : [])]))
}

/** The key of an epoch, of the branch to which a head belongs. */
async function keyAt(
  exchange: Exchange,
  roster: Roster,
  keys: ReadonlyMap<number, EpochKey>,
  { head, epoch }: { readonly head: string; readonly epoch: number },
): Promise<EpochKey | undefined> {
  const branch = branchWith(roster, head)
  if (!branch) return keys.get(epoch)
  return keyAt(exchange, branch.roster, await branchKeys(exchange, roster, branch, keys), { head, epoch })
}

async function nameKeyIn(
  exchange: Exchange,
  roster: Roster,
  keys: ReadonlyMap<number, EpochKey>,
  id: string,
): Promise<EpochKey | undefined> {
  const device = roster.devices.get(id)
  // One that a heal took over came in the branch that was given up.
  const branch = roster.abandoned.find(
    (one) => deviceIn(one.roster, id) && (!device || device.since === one.at),
  )
  if (branch) return nameKeyIn(exchange, branch.roster, await branchKeys(exchange, roster, branch, keys), id)
  return device && keys.get(epochAt(roster, device.since))
}

/** The key under which a device's name is sealed, that of the epoch in which it came; undefined if it doesn't open here. */
export const keyOfName = async (
  exchange: Exchange,
  roster: Roster,
  id: string,
): Promise<EpochKey | undefined> => nameKeyIn(exchange, roster, await epochKeys(exchange, roster), id)

/** The key of an epoch; undefined if it doesn't open here. */
export const keyOfEpoch = async (
  exchange: Exchange,
  roster: Roster,
  epoch: number,
): Promise<EpochKey | undefined> => (await epochKeys(exchange, roster)).get(epoch)

/** The present epoch's key, opened with this device's keys and kept in memory. Problem 'wrap-refused'. */
export async function epochKey(exchange: Exchange, roster: Roster): Promise<EpochKey> {
  const key = await keyOfEpoch(exchange, roster, presentEpoch(roster))
  if (!key) throw new Problem('wrap-refused')
  return key
}

/**
 * The key under which a device seals in an epoch, kept in memory; undefined if that epoch doesn't open here. `head` is one of the
 * branch whose epoch is meant.
 */
export async function sealKey(
  exchange: Exchange,
  roster: Roster,
  deviceId: string,
  epoch: number,
  head = presentHead(roster),
): Promise<CryptoKey | undefined> {
  const { sealKeys } = exchange.kept
  const branch = branchWith(roster, head)
  const name = `${branch ? head : ''} ${epoch} ${deviceId}`
  const known = sealKeys.get(name)
  if (known) return known
  const key = await keyAt(exchange, roster, await epochKeys(exchange, roster), { head, epoch })
  if (!key) return undefined
  const made = sealKeyOf(key, exchange.space, deviceId)
  sealKeys.set(name, made)
  return made
}

/** An epoch's key for somebody else, as hex, bound to the entry that follows upon this roster. */
export async function wrapFor(key: EpochKey, roster: Roster, agreePublic: string): Promise<string> {
  const place = { spaceId: roster.spaceId, epoch: key.epoch, headBefore: fromHex(presentHead(roster)) }
  return toHex(await wrapKey(key.raw, fromHex(agreePublic), place))
}
