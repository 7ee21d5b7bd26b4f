import type { Device } from '../db/device.ts'
import type { Fetch } from './ask.ts'
import type { Exchange } from './exchange.ts'

/** What the worker has at hand. */
export type Desk = {
  readonly device: Device
  /** The app's own address, ending with a slash. */
  readonly appAddress: string
  /** The space that is open in this tab. */
  readonly space: string
  readonly fetch: Fetch
  /** The exchange of the open space; undefined while it isn't shared. */
  readonly exchange: () => Exchange | undefined
  /** Takes up the exchange of a space that has just come to be exchanged. */
  readonly take: (exchange: Exchange) => void
  readonly alone: <T>(space: string, job: () => Promise<T>) => Promise<T>
}
