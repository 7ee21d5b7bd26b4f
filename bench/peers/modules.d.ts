// As much of the peers' packages as is used here, so that these files are checked without installing them.

declare module 'pouchdb' {
  type Document = {
    readonly _id: string
    readonly _rev?: string
    readonly [field: string]: string | undefined
  }
  type Answer = { readonly error?: unknown }
  type Options = { readonly batch_size?: number; readonly batches_limit?: number }
  class PouchDB {
    static defaults(options: { readonly prefix: string }): typeof PouchDB
    constructor(name: string, options?: { readonly adapter: 'indexeddb' })
    readonly replicate: {
      to(other: PouchDB, options: Options): Promise<{ readonly ok: boolean }>
      from(other: PouchDB, options: Options): Promise<{ readonly ok: boolean }>
    }
    bulkDocs(documents: readonly Document[]): Promise<Answer[]>
    allDocs(options: {
      readonly include_docs: true
      readonly keys?: readonly string[]
    }): Promise<{ readonly rows: readonly { readonly doc: Document }[] }>
  }
  export default PouchDB
}

declare module 'express' {
  import type { RequestListener, Server } from 'node:http'
  type Application = RequestListener & {
    use(path: string, handler: RequestListener): void
    listen(port: number, host: string, ready: () => void): Server
  }
  const express: { (): Application; static(folder: string): RequestListener }
  export default express
}

declare module 'express-pouchdb' {
  import type { RequestListener } from 'node:http'
  import type PouchDB from 'pouchdb'
  export default function expressPouchdb(
    database: typeof PouchDB,
    options: { readonly mode: 'minimumForPouchDB'; readonly inMemoryConfig: true },
  ): RequestListener
}

declare module 'ws' {
  import type { EventEmitter } from 'node:events'
  import type { Server } from 'node:http'
  export class WebSocket extends EventEmitter {
    static readonly OPEN: number
    readonly readyState: number
    send(bytes: Uint8Array, options: { readonly binary: true }): void
  }
  export class WebSocketServer {
    constructor(options: { readonly server: Server; readonly maxPayload: number })
    on(event: 'connection', listener: (socket: WebSocket) => void): void
  }
}

declare module '@evolu/common' {
  type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }
  type Type = { readonly name: string }
  type SqlValue = null | string | number | Uint8Array
  type SqlQuery = { readonly sql: string; readonly parameters: readonly SqlValue[] }
  type SqlRow = Readonly<Record<string, SqlValue>>
  type SqlDriver = {
    exec(query: SqlQuery, isMutation: boolean): { readonly rows: readonly SqlRow[]; readonly changes: number }
    export(): Uint8Array
    [Symbol.dispose](): void
  }
  type Sqlite = { exec(query: SqlQuery): Result<{ readonly rows: readonly SqlRow[] }> }
  type Owner = { readonly id: string; readonly encryptionKey: Uint8Array; readonly writeKey: Uint8Array }
  type Query = { readonly sql: string }
  type Condition = { readonly condition: true }
  type Expressions = {
    (column: string, operator: 'like', value: string): Condition
    or(conditions: readonly Condition[]): Condition
    readonly fn: { countAll(): { as(name: string): object } }
  }
  type Selection = {
    selectAll(): Selection
    select(expression: (expressions: Expressions) => object): Selection
    where(expression: (expressions: Expressions) => Condition): Selection
  }
  type Transport = { readonly type: 'WebSocket'; readonly url: string }
  export type Evolu = {
    upsert(
      table: string,
      values: Readonly<Record<string, string>>,
      options?: { readonly onComplete?: () => void },
    ): Result<unknown>
    update(
      table: string,
      values: Readonly<Record<string, string>>,
      options?: { readonly onComplete?: () => void },
    ): Result<unknown>
    createQuery(select: (from: { selectFrom(table: string): Selection }) => Selection): Query
    subscribeQuery(query: Query): (listener: () => void) => () => void
    loadQuery(query: Query): Promise<readonly SqlRow[]>
    useOwner(owner: Owner & { readonly transports: readonly Transport[] }): () => void
    subscribeError(listener: () => void): () => void
    getError(): unknown
  }
  export const String: Type
  export function id(table: string): Type
  export function nullOr(type: Type): Type
  export const SimpleName: { orThrow(name: string): string }
  export function createAppOwner(secret: Uint8Array): Owner
  export function createEvolu(platform: object): (
    schema: Readonly<Record<string, Readonly<Record<string, Type>>>>,
    config: {
      readonly name: string
      readonly transports: readonly Transport[]
      readonly externalAppOwner: Owner
    },
  ) => Evolu
  export function createSqlite(parts: {
    readonly createSqliteDriver: (name: string) => Promise<SqlDriver>
  }): (name: string) => Promise<Result<Sqlite>>
  export function createRandom(): object
}

declare module '@evolu/common/local-first' {
  import type { Result, Sqlite } from '@evolu/common'
  type Storage = object
  export const defaultProtocolMessageMaxSize: number
  export function createBaseSqliteStorageTables(parts: { readonly sqlite: Sqlite }): Result<void>
  export function createRelayStorageTables(parts: { readonly sqlite: Sqlite }): Result<void>
  export function createRelaySqliteStorage(parts: {
    readonly sqlite: Sqlite
    readonly random: object
    readonly timingSafeEqual: (a: Uint8Array, b: Uint8Array) => boolean
  }): (config: {
    readonly onStorageError: (error: unknown) => void
    readonly isOwnerWithinQuota: () => boolean
  }) => Storage
  export function applyProtocolMessageAsRelay(parts: { readonly storage: Storage }): (
    message: Uint8Array,
    options: {
      readonly subscribe: (owner: string) => void
      readonly unsubscribe: (owner: string) => void
      readonly broadcast: (owner: string, message: Uint8Array) => void
    },
  ) => Promise<Result<{ readonly message: Uint8Array }>>
}

declare module '@evolu/web' {
  export const evoluWebDeps: object
}
