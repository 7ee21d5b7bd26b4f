import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../../src/server/store/sqlite.ts'
import type { Store } from '../../src/server/store/store.ts'
import { concat } from '../../src/shared/bytes.ts'
import { readRun } from '../../src/shared/run.ts'
import { keptStatement } from '../../src/sync/checkpoint/kept.ts'
import { askerOf } from '../../src/sync/copy.ts'
import { eraseForAll } from '../../src/sync/erase.ts'
import { knownRoster } from '../../src/sync/roster.ts'
import { edit } from '../db/notebook.ts'
import { exchangeRound, found, joined, newId, Server, write, type Tablet } from './town.ts'

export const canary = 'Wiesława Kanarek'
export const day = 24 * 60 * 60 * 1000

export const rounds = async (...tablets: readonly Tablet[]): Promise<void> => {
  for (const { exchange } of tablets) await exchangeRound(exchange)
}

export async function erase({ exchange }: Tablet, ...ids: string[]): Promise<void> {
  await exchangeRound(exchange)
  await eraseForAll(exchange, await askerOf(exchange, await knownRoster(exchange)), ids)
  await exchangeRound(exchange)
}

/** A server that keeps its file on a disk, where everything of it can be searched. */
export function onDisk(now: () => number = Date.now): { server: Server; store: Store; files: () => Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'ponte-'))
  const store = openSqlite(join(folder, 'ponte.sqlite'))
  const files = (): Buffer =>
    Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))
  return { server: new Server(now, store), store, files }
}

/** Everything in a tablet's tables, bytes as they are. */
export async function allOn({ exchange: { tables } }: Tablet): Promise<Buffer> {
  const parts: Buffer[] = []
  const add = (value: unknown): void => {
    if (value instanceof ArrayBuffer) parts.push(Buffer.from(value))
    else if (ArrayBuffer.isView(value))
      parts.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength))
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) for (const part of [key, one]) add(part)
    else parts.push(Buffer.from(`${String(value)} `))
  }
  for (const table of tables.tables) add(await table.toArray())
  return Buffer.concat(parts)
}

/** Whether any piece of these bytes is in there: a file holds long ones page by page. */
export const holds = (all: Buffer, bytes: Uint8Array): boolean =>
  Array.from({ length: Math.ceil(bytes.length / 500) }, (_, at) =>
    bytes.subarray(at * 500, at * 500 + 32),
  ).some((piece) => piece.length === 32 && all.includes(Buffer.from(piece)))

/** The ciphertexts of a record, as the exchange has them. */
export async function ciphertexts(store: Store, space: string, record: string): Promise<Buffer[]> {
  const base = (await store.space(space))?.base.n ?? 0
  const { runs } = await store.log(space, base, Infinity)
  return runs
    .flatMap(({ bytes }) => readRun(concat(bytes)).envelopes)
    .filter((one) => one.recordId === record && !one.erased)
    .map(({ ciphertext }) => Buffer.from(ciphertext))
}

export const person = (id: string, family = canary) =>
  edit(id, 'person', { familyName: family, notes: `Gast von ${canary}` })
/** Two members who agree on a checkpoint, of which the log is dropped. */
export async function covered(): Promise<
  ReturnType<typeof onDisk> & { helga: Tablet; anna: Tablet; ids: string[] }
> {
  const clock = { now: 1_700_000_000_000 }
  const disk = onDisk(() => clock.now)
  const helga = await found(disk.server)
  const anna = await joined(disk.server, helga)
  const ids = Array.from({ length: 1200 }, () => newId())
  await write(helga, ...ids.map((id, at) => edit(id, 'note', { text: at === 700 ? canary : `Notiz ${at}` })))
  await rounds(helga, anna, helga)
  if ((await keptStatement(helga.exchange))?.statement.n !== 1201) throw new Error('no checkpoint')
  clock.now += 31 * day
  for (const tablet of [helga, anna]) tablet.clock.time += 31 * day
  await rounds(helga, anna)
  if ((await disk.store.space(helga.exchange.space))?.base.n !== 1201)
    throw new Error('the log is there still')
  return { ...disk, helga, anna, ids }
}
