import type { Bytes } from '../../shared/bytes.ts'
import type { BaseMark } from '../../shared/register/feed.ts'
import type { Statement } from '../../shared/register/statement.ts'
import type { EntryType } from '../../shared/register/words.ts'

/** Where the register is: the number of its last change, that one's mark, and the base. */
export type RegisterState = { readonly n: number; readonly mark: string; readonly base: BaseMark | null }

/** An entry as it is kept. `statement`: its canonical bytes as text; signature and key as hex. */
export type KeptPublic = {
  readonly n: number
  readonly at: number
  readonly entry: string
  readonly publisher: string
  readonly type: EntryType
  readonly revision: number
  readonly statement: string
  readonly signature: string
  readonly key: string
  /** Why the operator took it from view; null if it is to be seen. */
  readonly hidden: string | null
  /** Whether it is to be seen: neither withdrawn nor hidden. */
  readonly isShown: boolean
}

/** A statement that has been judged, to be kept. `mark`: 8 fresh random bytes as hex. */
export type Publication = {
  readonly statement: Statement
  readonly bytes: Bytes
  readonly signature: string
  readonly key: string
  readonly at: number
  readonly mark: string
}

/** Which entries a page is about; '' and 0 leave a question open. `day`: events before it are left out. */
export type Wanted = {
  readonly type: EntryType | ''
  readonly country: string
  readonly seeks: boolean
  /** Folded beginnings of words: of each inner list one must be there. */
  readonly words: readonly (readonly string[])[]
  readonly day: string
  /** A town, by its number. */
  readonly town: number
}

/** A town of the base or of an entry. `slug` names it in addresses, and stays the same when a new base is loaded. */
export type Town = {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly country: string
  readonly population: number
  readonly wikidata: string
}

export type AbuseReport = {
  readonly id: number
  readonly entry: string
  readonly text: string
  readonly mail: string
  readonly at: number
}

/** A base as it was read from an export, with the bytes that the app loads: as they are and packed. */
export type NewBase = {
  readonly asOf: string
  readonly hash: string
  readonly bytes: Bytes
  readonly gzip: Bytes
  readonly brotli: Bytes
  readonly towns: readonly {
    readonly name: string
    readonly country: string
    readonly lat: number
    readonly lon: number
    readonly population: number
    readonly wikidata: string
  }[]
  readonly links: readonly { readonly a: number; readonly b: number; readonly since: number }[]
}

/** What the public register keeps, in the clear and of no space: tables of their own. */
export type Register = {
  readonly registerState: () => Promise<RegisterState>
  readonly publicEntry: (entry: string) => Promise<KeptPublic | undefined>
  /**
   * Keeps it if it follows, and tells the number of the change. Of what it takes the place of nothing is left in the file. The same
   * bytes again change nothing. 'stale' for a revision not above the kept one, 'kind' for another type or another's entry, 'full' for more
   * than `most.there` entries of one publisher, or `most.ever` with those that were withdrawn.
   */
  readonly publish: (
    publication: Publication,
    most: { readonly there: number; readonly ever: number },
  ) => Promise<number | 'stale' | 'kind' | 'full'>
  /** Takes an entry from view, or with null shows it again. False if there is none. */
  readonly hide: (
    entry: string,
    reason: string | null,
    step: { readonly at: number; readonly mark: string },
  ) => Promise<boolean>
  /** The mark of the change with this number; undefined if there was none, or if it is too long ago. */
  readonly markAt: (n: number) => Promise<string | undefined>
  /** What changed after n, in order: at most so many, and as many as go into `bytes`, at least one. */
  readonly changes: (n: number, most: number, bytes: number) => Promise<KeptPublic[]>
  /** Entries that are to be seen: the newest change first, events by their day; how many there are in all. */
  readonly listed: (
    wanted: Wanted,
    from: number,
    most: number,
  ) => Promise<{ count: number; entries: KeptPublic[] }>
  /** The countries that entries name, and those of all towns. */
  readonly countries: (ofEntries: boolean) => Promise<string[]>
  readonly town: (slug: string) => Promise<Town | undefined>
  /** The towns of an entry, in its order. */
  readonly townsOf: (entry: string) => Promise<Town[]>
  /** Towns whose name has words that begin so, by name. */
  readonly towns: (
    words: Wanted['words'],
    country: string,
    from: number,
    most: number,
  ) => Promise<{ count: number; towns: Town[] }>
  /** Whom the base links a town with, and since when (0: unknown), but for links whose place an entry takes. */
  readonly linksOf: (town: number) => Promise<{ town: Town; since: number }[]>
  readonly keepBase: (base: NewBase) => Promise<void>
  readonly baseBytes: (hash: string, packed: 'bytes' | 'gzip' | 'brotli') => Promise<Bytes | undefined>
  /** Keeps at most 20 of one entry, and the last 5,000 of all. */
  readonly keepReport: (report: Omit<AbuseReport, 'id'>) => Promise<void>
  readonly reports: () => Promise<AbuseReport[]>
  /** Drops a report that was seen to. False if there is none. */
  readonly dropReport: (id: number) => Promise<boolean>
}
