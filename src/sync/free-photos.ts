import { dropPhotos, keepAllPhotos, sparePhotos } from '../db/photos-here.ts'
import type { Exchange } from './exchange.ts'
import { piecesThere, sealingOf } from './photo-pieces.ts'
import { chunksOf } from './photo-turn.ts'
import type { Asker } from './token.ts'
import type { Freed } from './verbs.ts'

const askedAtOnce = 100

/** Those of these photos of which the exchange says, now, that it has every piece that their records speak of. */
async function wholeThere(exchange: Exchange, asker: Asker, ids: string[]): Promise<Set<string>> {
  const [there, rows] = await Promise.all([
    piecesThere(exchange, asker, ids),
    exchange.tables.records.bulkGet(ids),
  ])
  const whole = ids.filter((id, at) => {
    const pieces = sealingOf(rows[at])?.pieces
    return pieces?.every((_, index) => there.get(id)?.has(index))
  })
  return new Set(whole)
}

/**
 * Makes room: photos that the exchange has for certain go from this device, and come again when somebody looks at them. From then on
 * it keeps those alone that are looked at, or they would all come back at once.
 */
export async function freePhotos(exchange: Exchange, asker: Asker): Promise<Freed> {
  const { tables } = exchange
  const spare = await sparePhotos(tables)
  const ids = spare.map(({ id }) => id)
  let [photos, bytes] = [0, 0]
  for (const some of chunksOf(ids, askedAtOnce)) {
    const gone = await dropPhotos(tables, await wholeThere(exchange, asker, some))
    photos += gone.length
    bytes += gone.reduce((sum, one) => sum + one.bytes, 0)
  }
  if (photos > 0) await keepAllPhotos(tables, false)
  return { photos, bytes }
}
