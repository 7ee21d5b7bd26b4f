import { Dexie, type DBCore, type DBCoreTable, type DBCoreMutateRequest } from 'dexie'
import { Tables } from '../../../src/db/tables.ts'
import { errorOf } from './violation.ts'
import { Room } from './room.ts'

/** The tab is gone: nothing that it began goes on. */
export class Crash extends Error {
  override readonly name = 'Crash'
}

/** From the start of a tab to its end. `fuse` counts down at every await that could be the last one. */
export class Life {
  fuse = Infinity
  isOver = false
  /** How many awaits there were. */
  count = 0

  tick(): void {
    this.count += 1
    this.fuse -= 1
    if (this.fuse <= 0) this.isOver = true
    if (this.isOver) throw new Crash()
  }
}

/** A write that a broken variant of the engine would not have done. */
export type Skips = (table: string, stores: readonly string[], request: DBCoreMutateRequest) => boolean

const noSkips: Skips = () => false

/** What a tab dies with, what it may write, and what it does wrong. */
export type Surroundings = {
  readonly life: Life
  readonly gate: () => Promise<void>
  readonly skips?: Skips | undefined
  readonly room?: Room
  /** Whether it takes no notice of a full disk. */
  readonly isDeaf?: boolean
}

const nothingWritten = { numFailures: 0, failures: {}, results: [], lastResult: undefined }

function mortal(
  table: DBCoreTable,
  { life, skips = noSkips, room = new Room(), isDeaf = false }: Surroundings,
): DBCoreTable {
  // The database's own promise, and none around it: of several at once Dexie would lose count, and its transaction with it.
  const guard =
    <Q, A>(act: (request: Q) => Promise<A>) =>
    (request: Q): Promise<A> => {
      try {
        life.tick()
        return act(request)
      } catch (error) {
        return Promise.reject(errorOf(error))
      }
    }
  return {
    ...table,
    get: guard((request) => table.get(request)),
    getMany: guard((request) => table.getMany(request)),
    query: guard((request) => table.query(request)),
    openCursor: guard((request) => table.openCursor(request)),
    count: guard((request) => table.count(request)),
    mutate: guard((request) => {
      const stores = [...(request.trans as unknown as IDBTransaction).objectStoreNames]
      if (skips(table.name, stores, request)) return Promise.resolve(nothingWritten)
      if (request.type === 'add' || request.type === 'put') {
        const isRefused = !room.take()
        if (isRefused && isDeaf) return Promise.resolve(nothingWritten)
        if (isRefused) room.refuse()
      }
      return table.mutate(request)
    }),
  }
}

/** A space's tables as one tab holds them: they die with it, at any request, with whatever transaction is open then. */
export class MortalTables extends Tables {
  constructor(name: string, surroundings: Surroundings) {
    const { life, gate, room = new Room(), isDeaf = false } = surroundings
    super(name)
    this.use({
      stack: 'dbcore',
      name: 'mortal',
      create: (core: DBCore) => ({ ...core, table: (one) => mortal(core.table(one), surroundings) }),
    })
    const whole = this.transaction.bind(this) as (...parts: unknown[]) => Promise<unknown>
    const guarded = async (...parts: unknown[]): Promise<unknown> => {
      await gate()
      life.tick()
      const scope = parts.at(-1) as () => Promise<unknown>
      const act = async (): Promise<unknown> => {
        const done = await scope()
        if (!isDeaf) room.settle()
        return done
      }
      const result = await whole(...parts.slice(0, -1), act)
      // It is on the disk, and whoever waits for it may never hear of that.
      life.tick()
      return result
    }
    const transaction = (...parts: unknown[]): Promise<unknown> =>
      Dexie.currentTransaction ? whole(...parts) : guarded(...parts)
    this.transaction = transaction as unknown as typeof this.transaction
  }
}
