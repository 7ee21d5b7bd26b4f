import { chainOf } from './chains.ts'
import { tellCircle } from './circle.ts'
import { askerOf } from './copy.ts'
import type { Exchange } from './exchange.ts'
import { append, knownRoster } from './roster.ts'
import { exchangeRound } from './round.ts'
import { sendPhotos } from './send-photos.ts'
import { tellStopped } from './tell.ts'

/** Takes this device out of the space, after everything that waits was sent. Its own word is the last one of its chain. */
export async function leaveSpace(exchange: Exchange): Promise<void> {
  await exchangeRound(exchange)
  const asker = await askerOf(exchange, await knownRoster(exchange))
  await sendPhotos(exchange, asker, true)
  const { seq, hash } = chainOf(await exchange.tables.seen.get(asker.id))
  await append(exchange, asker, [asker.key], (roster) => {
    const isGone = roster.devices.get(asker.id)?.left !== undefined
    return Promise.resolve(isGone ? undefined : { kind: 'leave' as const, body: { seq, hash } })
  })
  await tellCircle(exchange)
  await tellStopped(exchange.tables, 'left')
}
