import type { endpoints } from '../../shared/exchange/endpoints.ts'
import { isExpired } from '../../shared/roster/roster.ts'
import type { OpenHandler } from './house.ts'
import { refuse } from './refuse.ts'

type Box = typeof endpoints.box
/**
 * The box of a live slip. Limits count misses alone, but once they are reached nothing is answered: else whoever guesses would
 * be told of the one hit.
 */
export const box: OpenHandler<Box> = async (house, { slip: id }, address) => {
  const { store, now, rosters, often } = house
  const wait = often.misses.wait(address)
  if (wait > 0) refuse('too-often', wait)
  const space = await store.spaceOfSlip(id)
  const slip = space === undefined ? undefined : (await rosters.of(space))?.slips.get(id)
  if (space === undefined || !slip) {
    often.misses.take(address)
    return refuse('unknown')
  }
  if (slip.state !== 'live') refuse(slip.state === 'revoked' ? 'revoked' : 'slip')
  if (isExpired(slip, now())) refuse('expired')
  return { space, box: slip.box }
}
