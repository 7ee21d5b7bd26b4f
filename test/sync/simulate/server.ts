import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeExchange, type Exchange } from '../../../src/server/exchange/exchange.ts'
import { openSqlite } from '../../../src/server/store/sqlite.ts'
import type { Erasure, KeptRun, Store } from '../../../src/server/store/store.ts'
import type { Random } from '../../../src/shared/ids.ts'
import { errorOf } from './violation.ts'

export const publicUrl = 'http://localhost:8080'

/** The process was ended while it answered. */
class Killed extends Error {
  override readonly name = 'Killed'
}

/** As SQLite says it; nothing of the transaction was written. */
class NoRoom extends Error {
  override readonly name = 'NoRoom'
}

export type ServerParts = {
  readonly now: () => number
  readonly random: Random
  /** Where the schedule may let another request overtake one that is being written. */
  readonly gate: () => Promise<void>
  /** Whether it has a file, which can be put back to an older state; else it lives in memory. */
  readonly hasFile: boolean
  /** Whether it keeps a backup of what was before each write: for one that loses what it wrote last. */
  readonly isHasty: boolean
  /** Whether it keeps every run as it came first, for when it comes again. */
  readonly isMindful: boolean
  /** What it makes of an erasure. */
  readonly erases: (erasure: Erasure) => Erasure
  /** Called while everything is there still that an entry erases. */
  readonly beforeErasing: () => Promise<void>
}

function copy(from: string, to: string): void {
  rmSync(`${to}-shm`, { force: true })
  for (const part of ['', '-wal'])
    if (existsSync(from + part)) copyFileSync(from + part, to + part)
    else rmSync(to + part, { force: true })
}

const many = { burst: 1e9, perMinute: 1e9 }

/** The real exchange over the real store, whose process can be ended at any moment. */
export class SimServer {
  readonly #parts: ServerParts
  readonly #folder: string | undefined
  readonly #file: string
  #exchange: Exchange
  #life = 0
  readonly #asTheyCame = new Map<string, KeptRun['bytes']>()
  #full: 'space' | 'disk' | undefined
  store: Store
  readonly errors: Error[] = []

  constructor(parts: ServerParts) {
    this.#parts = parts
    this.#folder = parts.hasFile ? mkdtempSync(join(tmpdir(), 'ponte-simulate-')) : undefined
    this.#file = this.#folder ? join(this.#folder, 'ponte.db') : ':memory:'
    this.store = openSqlite(this.#file)
    this.#exchange = this.#begin()
  }

  /** Rejects if the process is ended before it has answered. */
  async fetch(request: Request): Promise<Response> {
    const life = this.#life
    const response = await this.#exchange.fetch(request)
    if (life !== this.#life) throw new TypeError('no answer')
    return response
  }

  /** What there is no room for any more: what a space may take, or anything on the disk. */
  hasRoom(full: 'space' | 'disk' | undefined): void {
    if (this.#full === full) return
    this.#full = full
    this.restart()
  }

  restart(): void {
    this.#life += 1
    this.#exchange.stop()
    this.#exchange = this.#begin()
  }

  /** Copies the file as it is now, with what is written but not yet moved into it. */
  keepBackup(): void {
    copy(this.#file, `${this.#file}.backup`)
  }

  /** Ends the process, and puts the copy in the file's place. */
  async setBack(): Promise<void> {
    await this.store.close()
    copy(`${this.#file}.backup`, this.#file)
    this.store = openSqlite(this.#file)
    this.restart()
  }

  /** Ends the process, and begins again with an empty disk. */
  async loseDisk(): Promise<void> {
    await this.store.close()
    if (this.#folder) for (const part of ['', '-wal', '-shm']) rmSync(this.#file + part, { force: true })
    this.store = openSqlite(this.#file)
    this.restart()
  }

  async close(): Promise<void> {
    this.#exchange.stop()
    await this.store.close()
    if (this.#folder) rmSync(this.#folder, { recursive: true })
  }

  #begin(): Exchange {
    const { now, random } = this.#parts
    return makeExchange({
      store: this.#mortalStore(),
      publicUrl,
      ...(this.#full === 'space' ? { spaceBytes: 0 } : {}),
      appOrigin: publicUrl,
      foundingCode: '',
      now,
      random,
      rates: { device: many, address: many, misses: many, tokens: many },
      report: (error) => {
        if (!(error instanceof Killed || error instanceof NoRoom)) this.errors.push(errorOf(error))
      },
    })
  }

  /** A store that lets somebody look before it erases, and does that as it is told. */
  #erasing(store: Store): Store {
    const { beforeErasing, erases, isMindful } = this.#parts
    const append: Store['append'] = async (space, step, most) => {
      if (!step.erasure) return store.append(space, step, most)
      await beforeErasing()
      return store.append(space, { ...step, erasure: erases(step.erasure) }, most)
    }
    const asItCame = (run: KeptRun): KeptRun => {
      const name = `${run.device} ${run.lastSeq} ${run.lastHash}`
      const bytes = this.#asTheyCame.get(name) ?? run.bytes
      this.#asTheyCame.set(name, bytes)
      return { ...run, bytes }
    }
    const addRuns: Store['addRuns'] = (space, head, runs, most) =>
      store.addRuns(space, head, runs.map(asItCame), most)
    return isMindful ? { ...store, append, addRuns } : { ...store, append }
  }

  /** The store of one process: what that one began isn't written once it is gone. */
  #mortalStore(): Store {
    const [life, store, { gate, isHasty }] = [this.#life, this.#erasing(this.store), this.#parts]
    const alive = (): void => {
      if (life !== this.#life) throw new Killed()
    }
    const whileAlive =
      <P extends readonly unknown[], A>(verb: (...parts: P) => Promise<A>, waits: boolean, writes: boolean) =>
      async (...parts: P): Promise<A> => {
        alive()
        if (waits) await gate()
        alive()
        if (isHasty && waits) this.keepBackup()
        if (this.#full === 'disk' && writes) throw new NoRoom()
        return verb(...parts)
      }
    const waiting = ['addRuns', 'append', 'found']
    const writing = [...waiting, 'keepSlip', 'keepToken', 'visit', 'putPiece', 'putLeftover']
    const verbs = Object.entries(store).map(([name, verb]) => [
      name,
      whileAlive(
        verb as (...parts: readonly unknown[]) => Promise<unknown>,
        waiting.includes(name),
        writing.includes(name),
      ),
    ])
    return Object.fromEntries(verbs) as Store
  }
}
