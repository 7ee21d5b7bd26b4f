import type { Chance } from '../../../bench/random.ts'
import type { Random } from '../../../src/shared/ids.ts'
import type { Fault } from './faults.ts'
import { Jobs } from './jobs.ts'
import { Ledger } from './ledger.ts'
import { SimServer } from './server.ts'
import type { Tablet } from './tablet.ts'
import type { Truth } from './truth.ts'
import { calm, type Weather } from './weather.ts'

/** An invitation that somebody holds in the hand. */
export type Ticket = { readonly digits: string; readonly role: 'member' | 'reader' }

/** One run: some tablets, one exchange, and everything that happens between them. */
export class World {
  readonly chance: Chance
  readonly jobs = new Jobs()
  readonly ledger = new Ledger()
  readonly tablets: Tablet[] = []
  readonly tickets: Ticket[] = []
  /** Requests that are still on their way. */
  readonly late: (() => Promise<unknown>)[] = []
  /** Hashes of which the exchange said to a tablet that it has them. */
  readonly receipts = new Set<string>()
  readonly fault: Fault
  readonly server: SimServer
  weather: Weather
  truth: Truth | undefined
  /** Milliseconds since 1970, by the true clock. */
  time = 1_700_000_000_000
  /** What went wrong in a job. */
  failure: Error | undefined
  readonly told = {
    steps: 0,
    rounds: 0,
    requests: 0,
    crashes: 0,
    copies: 0,
    restarts: 0,
    backups: 0,
    forks: 0,
    heals: 0,
    taps: 0,
    strays: 0,
    removals: 0,
    lowered: 0,
    quiet: 0,
  }
  /** How long the roster was when the exchange's backup was made. */
  backup = -1
  /** Whether the log may lack what it had. */
  isSetBack = false
  say: (line: string) => void = () => undefined

  constructor(chance: Chance, weather: Weather, fault: Fault) {
    this.chance = chance
    this.weather = weather
    this.fault = fault
    this.server = new SimServer({
      now: () => this.time,
      random: this.random,
      gate: () => this.maybeWait(this.weather.waitsThere),
      hasFile: weather.hasSetBack,
      isHasty: fault.isHasty === true,
    })
  }

  readonly random: Random = (bytes) => {
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = Math.floor(this.chance() * 256)
    return bytes
  }

  happens(likely: number): boolean {
    return likely > 0 && this.chance() < likely
  }

  async maybeWait(likely: number): Promise<void> {
    if (this.happens(likely)) await this.jobs.gate()
  }

  /** From here on nothing goes wrong any more. */
  calmDown(): void {
    this.weather = { ...calm, hasCopies: this.weather.hasCopies, hasSetBack: this.weather.hasSetBack }
  }
}
