import { Refused } from './ask.ts'
import type { Exchange } from './exchange.ts'

const minute = 60_000

/** Milliseconds that one kind of work with photos may take in a round: what was written meanwhile waits no longer. */
export const longest = 10_000

/** Questions that come together before it is worth to go on. */
const worthIt = 40

/** Of a device's questions, those that are left to the small pictures: large photos on their way do not hold them up. */
export const forThumbs = 40

/** Asks whether so many more questions may be put now. Once it says no, there is no more work in this round. */
export type Turn = (questions: number) => boolean

/** What is there, for whoever looks for work: in chunks of this length. */
export function chunksOf<T>(all: readonly T[], length: number): T[][] {
  const count = Math.ceil(all.length / length)
  return Array.from({ length: count }, (_, at) => all.slice(at * length, (at + 1) * length))
}

/** There is more to do with photos; the next round is to come in so many milliseconds. */
export function goOnIn({ kept }: Exchange, milliseconds: number): void {
  kept.goOnIn = Math.min(kept.goOnIn ?? Infinity, milliseconds)
}

/** How many questions about photos may be put now. */
function questionsLeft({ kept, now, photoRate: { burst, perMinute } }: Exchange): number {
  const at = now()
  const before = kept.photoQuestions ?? { left: burst, at }
  const grown = (Math.max(0, at - before.at) / minute) * perMinute
  const left = Math.min(burst, before.left + grown)
  kept.photoQuestions = { left, at }
  return left
}

function beginTurn(exchange: Exchange, spare: number): Turn {
  const { kept, now, photoRate } = exchange
  const until = now() + longest
  return (questions) => {
    const left = questionsLeft(exchange)
    if (kept.isPressed || now() > until) {
      goOnIn(exchange, 0)
      return false
    }
    if (left < questions + spare) {
      const lacking = Math.max(questions, worthIt) + spare - left
      goOnIn(exchange, Math.ceil((lacking / photoRate.perMinute) * minute))
      return false
    }
    kept.photoQuestions = { left: left - questions, at: now() }
    return true
  }
}

/**
 * Works with photos as long as this round has time for it, nobody has written something meanwhile, and the exchange is asked no
 * more often than it allows: texts have the rest of that. `spare` questions are left for others.
 */
export async function inTurn(
  exchange: Exchange,
  spare: number,
  work: (turn: Turn) => Promise<void>,
): Promise<void> {
  try {
    await work(beginTurn(exchange, spare))
  } catch (error) {
    // Nothing is wrong: whoever asks too much is told to come later.
    if (!(error instanceof Refused) || (error.reason !== 'too-often' && error.reason !== 'busy')) throw error
    goOnIn(exchange, minute)
  }
}
