import { Dexie, type Table } from 'dexie'
import type { Occasion } from '../records/occasion.ts'
import type { Fields } from '../shared/value.ts'
import type {
  AsideRow,
  BinnedRow,
  CheckpointRow,
  ChunkRow,
  ErasedRow,
  FrozenRow,
  LogRow,
  OutboxRow,
  OwnRow,
  RosterRow,
  SealedRow,
  SeenRow,
  SetAsideRow,
  WaitingRow,
} from './exchange/rows.ts'
import type { Over, Registers, Shown } from './merge.ts'
import type { Row } from './show.ts'

export type * from './exchange/rows.ts'

export type VersionsRow = {
  readonly record: string
  readonly kind: string
  readonly registers: Registers
  /** How many unsent changes stand open for this record, nearly always 0 or 1. */
  readonly open: number
  /** When another one's change of it arrived here last, in milliseconds since 1970; missing for none. */
  readonly heardAt?: number
}

/** What is being typed: becomes one change when the form is left, by any door. */
export type DraftRow = {
  readonly id: string
  readonly record: string
  readonly kind: string
  readonly set: Fields
  readonly over: Over
  /** The values behind `over`, as the form showed them. */
  readonly shown: Shown
  /** Waits for its check page: no other way out of the form commits it, and no later start. */
  readonly isHeld?: boolean
}

/** One day in the calendar, worked out from a record's occasion. */
export type Occurrence = {
  /** `<record> <name> <original>` */
  readonly id: string
  readonly record: string
  readonly name: Occasion['name']
  /**
   * The day that the rule gives, which exceptions and answers go by; 'once' where nothing repeats. Of an anniversary the key
   * by which its celebration is kept: the date's id and how many years, '3f:40'.
   */
  readonly original: string
  /** On the place's calendar and clock: the first and the last day, '' for the whole day. */
  readonly date: string
  readonly time: string
  readonly endDate: string
  readonly endTime: string
  /** Milliseconds since 1970; days that belong to no place begin and end in UTC. */
  readonly starts: number
  readonly ends: number
  readonly state: 'stands' | 'moved' | 'cancelled'
}

/** Records whose days in the calendar are to be worked out anew: one by its id, or `records` under an id of their own. */
export type StaleRow = { readonly id: string; readonly records?: readonly string[] }

/** ArrayBuffers, not Blobs: Safari fails at writing Blobs now and then (Dexie#1919). */
export type PhotoRow = { readonly id: string; readonly type: string; readonly bytes: ArrayBuffer }

type Meta = { readonly key: string; readonly value: string }

/** The space of the practice notebook: no hash is spelt like this, so no real one ever has its database. */
export const practiceSpace = 'practice'

/** Whether everything in this notebook is made up. */
export const isPractice = ({ space }: Notebook): boolean => space === practiceSpace

/** Goes up by one with every change of the tables below. */
export const tablesVersion = 5

/** One space's database. */
export class Tables extends Dexie {
  declare records: Table<Row, string>
  declare versions: Table<VersionsRow, string>
  declare seen: Table<SeenRow, string>
  declare outbox: Table<OutboxRow, [string, number]>
  declare drafts: Table<DraftRow, string>
  declare photos: Table<PhotoRow, string>
  declare thumbs: Table<PhotoRow, string>
  declare occurrences: Table<Occurrence, string>
  declare stale: Table<StaleRow, string>
  declare meta: Table<Meta, string>
  declare waiting: Table<WaitingRow, number>
  declare sealed: Table<SealedRow, number>
  declare log: Table<LogRow, [string, number]>
  declare frozen: Table<FrozenRow, number>
  declare aside: Table<AsideRow, [string, number]>
  declare roster: Table<RosterRow, number>
  declare own: Table<OwnRow, string>
  declare checkpoint: Table<CheckpointRow, string>
  declare chunks: Table<ChunkRow, number>
  /** Ids of photos whose bytes the exchange doesn't have yet. */
  declare unsentPhotos: Table<{ id: string }, string>
  declare erased: Table<ErasedRow, string>
  declare setAside: Table<SetAsideRow, number>
  declare binned: Table<BinnedRow, string>

  constructor(space: string) {
    // Chrome acknowledges before the disk has it unless told otherwise; "saved" must outlive a pulled plug.
    super(`ponte-${space}`, { chromeTransactionDurability: 'strict' })
    const stores = {
      records: 'id, [list+sort], [list+changedAt], [list+heardAt], *lookup, *about, changedAt',
      versions: 'record',
      seen: 'device',
      outbox: '[record+open]',
      drafts: 'id',
      photos: 'id',
      thumbs: 'id',
      occurrences: 'id, record, [name+date], [name+ends]',
      stale: 'id',
      meta: 'key',
      waiting: 'seq, record',
      sealed: 'firstSeq',
      log: '[device+lastSeq]',
      frozen: '++id, device',
      aside: '[device+seq]',
      roster: 'index',
      own: 'key',
      checkpoint: 'key',
      chunks: 'index',
      unsentPhotos: 'id',
      erased: 'id',
      setAside: '++id',
      binned: 'id',
    }
    // A checkpoint of before said nothing of what its chunks hold: the log that it covered is still here.
    this.version(tablesVersion)
      .stores(stores)
      .upgrade((upgrade) => upgrade.table('checkpoint').clear())
  }
}

/** The tables that `save` writes in one transaction. */
export const savedTables = (tables: Tables): Table[] => [
  tables.records,
  tables.versions,
  tables.outbox,
  tables.photos,
  tables.thumbs,
  tables.stale,
  tables.unsentPhotos,
  tables.erased,
  tables.setAside,
]

/** What every verb of this folder works on: one space's tables, and who writes. */
export type Notebook = {
  readonly space: string
  /** This device's id. */
  readonly me: string
  readonly tables: Tables
  /** Milliseconds since 1970: orders what is shown and decides nothing. */
  readonly now: () => number
  /** Whether this device may only read: then nothing is saved. */
  readonly isReader?: boolean
}
