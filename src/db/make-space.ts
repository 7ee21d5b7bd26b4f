import { makeDevice } from '../crypto/device.ts'
import { makeGenesis } from '../crypto/genesis.ts'
import type { OwnSpace } from './device.ts'

export { testDevice } from '../crypto/device.ts'

/** Makes the keys and the genesis entry of a space of one's own; nothing is kept yet. */
export async function makeSpace(now: number): Promise<OwnSpace> {
  const device = await makeDevice()
  const genesis = await makeGenesis(device)
  return { space: genesis.spaceId, device, genesis, madeAt: now }
}
