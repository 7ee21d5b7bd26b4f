import { Device } from '../db/device.ts'
import type { Fetch } from './ask.ts'
import { eraseHere } from './erase-here.ts'
import { keysNow, type Exchange } from './exchange.ts'
import { pushSome } from './push.ts'
import { pullRoster } from './roster.ts'
import { preparePhotos, sendPhotos } from './send-photos.ts'
import { sharedSpaces } from './spaces.ts'
import { tellTalked, tellUnsafe } from './tell.ts'

/**
 * Sends what waits, and pulls nothing but the roster: what is erased by it goes before anything is sent. Whether this device is still
 * itself, the next round finds out before it merges.
 */
export async function pushOnly(exchange: Exchange): Promise<void> {
  const { tables, now } = exchange
  await tellUnsafe(tables, now())
  const keys = await keysNow(exchange)
  const asker = { id: keys.id, key: keys.sign.privateKey }
  await eraseHere(exchange, await pullRoster(exchange, asker))
  await preparePhotos(exchange, asker)
  while ((await pushSome(exchange, asker)) > 0);
  await sendPhotos(exchange, asker, true)
  await tellTalked(tables, now())
}

/**
 * Sends what waits in all spaces of this device, each while no tab exchanges it. Rejects if one of them could not be sent: then
 * the browser tries again later.
 */
export async function pushInBackground(fetch: Fetch): Promise<void> {
  const device = new Device()
  await device.open()
  const exchanges = await sharedSpaces(device, fetch)
  try {
    for (const exchange of exchanges)
      await navigator.locks.request(`ponte-exchange-${exchange.space}`, () => pushOnly(exchange))
  } finally {
    // What stays open would hold up a newer version of the app.
    for (const { tables } of exchanges) tables.close()
    device.close()
  }
}
