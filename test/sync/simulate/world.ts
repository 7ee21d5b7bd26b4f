import type { Chance } from '../../../bench/random.ts'
import type { Random } from '../../../src/shared/ids.ts'
import type { Fault } from './faults.ts'
import type { BackupFile } from './files.ts'
import { Jobs } from './jobs.ts'
import { Ledger } from './ledger.ts'
import { SimServer } from './server.ts'
import type { Tablet } from './tablet.ts'
import type { Truth } from './truth.ts'
import { calm, type Weather } from './weather.ts'

/** An invitation that somebody holds in the hand. */
export type Ticket = { readonly digits: string; readonly role: 'member' | 'reader' }

/** A recovery sheet in somebody's drawer. */
export type Paper = { readonly digits: string; readonly slip: string }

/** One run: some tablets, one exchange, and everything that happens between them. */
export class World {
  readonly chance: Chance
  readonly jobs = new Jobs()
  readonly ledger = new Ledger()
  readonly tablets: Tablet[] = []
  readonly tickets: Ticket[] = []
  readonly sheets: Paper[] = []
  /** Requests that are still on their way. */
  readonly late: (() => Promise<unknown>)[] = []
  /** Hashes of which the exchange said to a tablet that it has them. */
  readonly receipts = new Set<string>()
  readonly files: BackupFile[] = []
  /** What backups brought to a tablet, or had it say once more: `<record> <field> <value>`. */
  readonly brought = new Set<string>()
  /** The bytes of every photo that was taken, as a hash. */
  readonly photos = new Map<string, string>()
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
    jumps: 0,
    jumpsThere: 0,
    tabs: 0,
    updates: 0,
    upgrades: 0,
    refills: 0,
    mixed: 0,
    full: 0,
    fullThere: 0,
    forks: 0,
    heals: 0,
    taps: 0,
    strays: 0,
    removals: 0,
    lowered: 0,
    sheets: 0,
    recoveries: 0,
    quiet: 0,
    /** Questions that put a checkpoint or a signature of one, and that fetched a chunk; how often the log began anew at one. */
    checkpoints: 0,
    chunks: 0,
    rebased: 0,
    /** Questions and answers of which a part came, those that brought runs, photos and chunks among them. */
    torn: 0,
    tornPieces: 0,
    /** Backups that were made and read in, and values that these brought. */
    files: 0,
    read: 0,
    brought: 0,
    years: 0,
    /** How often somebody erased at an exchange that was put back to before their year away. */
    ignorant: 0,
    /** Records that somebody wanted to be erased, and values that were set aside by it. */
    wishes: 0,
    setAside: 0,
    /** Photos whose bytes were fetched whole. */
    whole: 0,
  }
  /** Milliseconds that the exchange's clock is ahead of the true one. */
  aheadThere = 0
  hasBackup = false
  /** Whether the exchange has no room. */
  isFullThere = false
  /** How long the roster was when the exchange lost it, and whether it isn't yet so long again. */
  entriesBefore = 0
  isShort = false
  /** Whether what the exchange lost may still be on tablets alone: none of them is lost then. */
  isFilling = false
  /** Whether the roster ever forked. */
  hasForked = false
  /** Whether the log may lack what it had. */
  isSetBack = false
  say: (line: string) => void = () => undefined

  constructor(chance: Chance, weather: Weather, fault: Fault) {
    this.chance = chance
    this.weather = weather
    this.fault = fault
    this.server = new SimServer({
      now: () => this.time + this.aheadThere,
      random: this.random,
      gate: () => this.maybeWait(this.weather.waitsThere),
      hasFile: weather.hasSetBack,
      isHasty: fault.isHasty === true,
      isMindful: fault.isMindful === true,
      erases: fault.erases ?? ((erasure) => erasure),
      beforeErasing: async () => this.truth?.read(this.server),
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
    const { hasCopies, hasSetBack, hasForks, shortLog } = this.weather
    this.weather = { ...calm, hasCopies, hasSetBack, hasForks, shortLog }
  }
}
