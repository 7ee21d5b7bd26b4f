import type { Skips } from './life.ts'
import type { SimServer } from './server.ts'
import type { Tablet } from './tablet.ts'

/** Something that an engine or an exchange does wrong, to see that the simulator notices. */
export type Fault = {
  readonly does: string
  /** Writes that it leaves out. */
  readonly skips?: Skips
  /** What it makes of an answer, or does upon one. */
  readonly answers?: (tablet: Tablet, path: string, answer: Response) => Promise<Response>
  /** What it does before a round. */
  readonly beforeRound?: (tablet: Tablet) => Promise<void>
  /** What becomes of the exchange when its process ends. */
  readonly atRestart?: (server: SimServer) => Promise<void>
}

export const noFault: Fault = { does: 'nothing wrong' }
