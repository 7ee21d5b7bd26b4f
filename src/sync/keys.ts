import { checkOf } from '../crypto/check.ts'
import { epochKeyOf, sealKeyOf, type EpochKey } from '../crypto/epoch.ts'
import { genesisPlace } from '../crypto/genesis.ts'
import { Problem } from '../crypto/problem.ts'
import { openWrap, wrapKey, type WrapPlace } from '../crypto/wrap.ts'
import { fromHex, toHex } from '../shared/bytes.ts'
import { zeroId } from '../shared/ids.ts'
import { presentHead, type KeptWrap, type Roster } from '../shared/roster/roster.ts'
import { keysNow, type Exchange } from './exchange.ts'

/** Where the wrap of a roster belongs: the first device's stands in the genesis entry, which has no head before it. */
function placeOf(space: string, { epoch, headBefore }: KeptWrap): WrapPlace {
  if (/^0*$/.test(headBefore)) return genesisPlace
  return { spaceId: space, epoch, headBefore: fromHex(headBefore) }
}

/** The epoch key in a wrap, if it is the one that the roster promised. Problem 'wrap-refused'. */
export async function openKept(
  { spaceId, checks }: Roster,
  wrap: KeptWrap,
  agree: CryptoKeyPair,
): Promise<EpochKey> {
  const raw = await openWrap(fromHex(wrap.bytes), agree, placeOf(spaceId, wrap))
  // The first epoch's check has the zero id as its salt (docs/adr/0002-genesis-salt.md).
  if (toHex(await checkOf(raw, zeroId)) !== checks[wrap.epoch]) throw new Problem('wrap-refused')
  return epochKeyOf(wrap.epoch, raw)
}

/** The present epoch's key, opened with this device's keys and kept in memory. */
export async function epochKey(exchange: Exchange, roster: Roster): Promise<EpochKey> {
  const { tables, began, kept } = exchange
  if (kept.key) return kept.key
  const before = await tables.own.get('before')
  for (const keys of [await keysNow(exchange), before?.device, began]) {
    const device = keys && roster.devices.get(keys.id)
    if (keys && device) {
      kept.key = await openKept(roster, device.wrap, keys.agree)
      return kept.key
    }
  }
  throw new Problem('wrap-refused')
}

/** The key under which a device seals, kept in memory. */
export async function sealKey(exchange: Exchange, roster: Roster, deviceId: string): Promise<CryptoKey> {
  const { sealKeys } = exchange.kept
  const known = sealKeys.get(deviceId)
  if (known) return known
  const made = sealKeyOf(await epochKey(exchange, roster), exchange.space, deviceId)
  sealKeys.set(deviceId, made)
  return made
}

/** The present epoch's key for somebody else, as hex, bound to the entry that follows upon this roster. */
export async function wrapFor(key: EpochKey, roster: Roster, agreePublic: string): Promise<string> {
  const place = { spaceId: roster.spaceId, epoch: key.epoch, headBefore: fromHex(presentHead(roster)) }
  return toHex(await wrapKey(key.raw, fromHex(agreePublic), place))
}
