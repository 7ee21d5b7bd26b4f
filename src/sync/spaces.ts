import type { Device, OwnSpace } from '../db/device.ts'
import { Tables } from '../db/tables.ts'
import { secureRandom } from '../shared/ids.ts'
import { askAt, type Fetch } from './ask.ts'
import { newExchange, type Exchange } from './exchange.ts'
import { metaKeys } from './status.ts'

/** The exchange of a space that lies here, at that address. */
export function exchangeOf(own: OwnSpace, tables: Tables, url: string, fetch: Fetch): Exchange {
  return newExchange({
    space: own.space,
    tables,
    began: own.device,
    url,
    ask: askAt(url, fetch),
    now: Date.now,
    random: secureRandom,
  })
}

/** All spaces of this device that are exchanged, each with its tables open. */
export async function sharedSpaces(device: Device, fetch: Fetch): Promise<Exchange[]> {
  const exchanges: Exchange[] = []
  for (const own of await device.spaces.toArray()) {
    if (own.joining) continue
    const tables = new Tables(own.space)
    await tables.open()
    const url = (await tables.meta.get(metaKeys.exchange))?.value
    if (url === undefined) tables.close()
    else exchanges.push(exchangeOf(own, tables, url, fetch))
  }
  return exchanges
}
