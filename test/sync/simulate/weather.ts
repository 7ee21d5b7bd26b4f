import { between, pick, type Chance } from '../../../bench/random.ts'

/** How likely each thing is that can go wrong; each run has a climate of its own. */
export type Weather = {
  /** A request that never arrives, one that arrives later, an answer that is lost, a request that arrives twice. */
  readonly lost: number
  readonly late: number
  readonly unanswered: number
  readonly doubled: number
  /** The line breaks in the middle: of a question, of an answer. */
  readonly torn: number
  readonly tornBack: number
  /** Others go first: at a request, before a transaction, while the exchange writes. */
  readonly waits: number
  readonly waitsInside: number
  readonly waitsThere: number
  /** An action begins after which the tab dies within so many awaits. */
  readonly crash: number
  readonly crashWithin: number
  /** The exchange's process is ended. */
  readonly restart: number
  /** A tablet's disk is full after a few writes; the exchange's is full. Both have room again some time. */
  readonly full: number
  readonly fullThere: number
  /** Copies of tablets are made; or else the exchange may be put back to a backup. */
  readonly hasCopies: boolean
  readonly hasSetBack: boolean
  /** Where it is put back, the roster forks each time. */
  readonly hasForks: boolean
  /** A clock jumps by thirty years, either way: a tablet's, the exchange's. */
  readonly jump: number
  readonly jumpThere: number
  /** The app is opened once more on a tablet; a newer version of it comes. */
  readonly second: number
  readonly update: number
  /** A backup is made of a tablet, or one that was made is read in. */
  readonly files: number
  /** A tablet is away for a year. */
  readonly away: number
  /** Milliseconds by which a tablet's clock may be off. */
  readonly clocks: number
  /** Whether the same few values are written by several people. */
  readonly twins: number
  /** Envelopes that a log has before somebody makes a checkpoint of it. */
  readonly shortLog: number
  /** Somebody who coordinates wants some records to be erased for good. */
  readonly erases: number
}

export const year = 365 * 24 * 60 * 60 * 1000

export function weatherFrom(chance: Chance): Weather {
  const rough = (most: number): number => (chance() < 0.4 ? 0 : chance() * most)
  const special = chance()
  return {
    lost: rough(0.15),
    late: rough(0.1),
    unanswered: rough(0.25),
    doubled: rough(0.1),
    torn: rough(0.15),
    tornBack: rough(0.1),
    waits: rough(0.6),
    waitsInside: rough(0.4),
    waitsThere: rough(0.6),
    crash: rough(0.3),
    crashWithin: between(chance, 5, 80),
    restart: rough(0.05),
    full: rough(0.05),
    fullThere: rough(0.04),
    hasCopies: special < 0.25,
    hasSetBack: special > 0.7,
    hasForks: special > 0.85,
    jump: rough(0.04),
    // An exchange that lost its disk under a wrong clock would not take its own invitations again.
    jumpThere: special > 0.7 ? 0 : rough(0.02),
    second: rough(0.02),
    update: rough(0.03),
    // On an unnoticed copy nobody can tell whose unsent changes are in a file.
    files: special < 0.25 ? 0 : rough(0.25),
    away: rough(0.02),
    clocks: pick(chance, [0, 60_000, year, 60 * year]),
    twins: rough(0.4),
    shortLog: pick(chance, [1000, 12, 30, 60]),
    erases: rough(0.1),
  }
}

/** For the end of a run: everything arrives, at once and in order. */
export const calm: Weather = {
  lost: 0,
  late: 0,
  unanswered: 0,
  doubled: 0,
  torn: 0,
  tornBack: 0,
  waits: 0,
  waitsInside: 0,
  waitsThere: 0,
  crash: 0,
  crashWithin: 0,
  restart: 0,
  full: 0,
  fullThere: 0,
  hasCopies: false,
  hasSetBack: false,
  hasForks: false,
  jump: 0,
  jumpThere: 0,
  second: 0,
  update: 0,
  files: 0,
  away: 0,
  clocks: 0,
  twins: 0,
  shortLog: 1000,
  erases: 0,
}
