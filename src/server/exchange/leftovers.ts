import type { endpoints } from '../../shared/exchange/endpoints.ts'
import { limits } from '../../shared/limits.ts'
import type { Asker, KnownHandler } from './house.ts'
import { refuse } from './refuse.ts'

type Put = typeof endpoints.putLeftover
/** Takes what a removed device had not sent. Nobody else may: others have the log. */
export const putLeftover: KnownHandler<Put> = async ({ store }, { parts }, asker) => {
  const [bytes] = parts
  if (!bytes || parts.length > 1) return refuse('malformed')
  if (asker.isSlip || !asker.roster.devices.get(asker.id)?.left?.isRemoved) refuse('role')
  if (bytes.length > limits.run) refuse('too-long')
  // However full the space is: the device waits for this before it empties itself, and it is once for each.
  await store.putLeftover(asker.space, asker.id, bytes)
  return {}
}

function checkCoordinates({ role }: Asker): void {
  if (role !== 'coordinator') refuse('role')
}

type List = typeof endpoints.leftovers
export const leftovers: KnownHandler<List> = async ({ store }, _question, asker) => {
  checkCoordinates(asker)
  return { devices: await store.leftovers(asker.space) }
}

type Get = typeof endpoints.getLeftover
export const getLeftover: KnownHandler<Get> = async ({ store }, { device }, asker) => {
  checkCoordinates(asker)
  const bytes = await store.leftover(asker.space, device)
  return { parts: bytes ? [bytes] : refuse('unknown') }
}
