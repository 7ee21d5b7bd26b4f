import type { DBCoreMutateRequest } from 'dexie'
import type { Checked } from '../../../src/db/backup/check.ts'
import { becomeNew } from '../../../src/db/exchange/become.ts'
import type { VersionsRow } from '../../../src/db/tables.ts'
import { endpoints } from '../../../src/shared/exchange/endpoints.ts'
import { writerOf } from '../../../src/shared/run.ts'
import { chainOf } from '../../../src/sync/chains.ts'
import type { Exchange } from '../../../src/sync/exchange.ts'
import type { Skips } from './life.ts'
import type { Tab, Tablet } from './tablet.ts'
import type { World } from './world.ts'

// The ways of the faults (faults.ts): what each engine or exchange that is wrong does in the place of the true one.

export const inWork =
  (one: string, other: string): Skips =>
  (table, stores) =>
    table === one && stores.includes(other)

/** Puts what is sealed and has no receipt back among the open changes: it will be sealed once more. */
export async function unseal({ exchange }: Tab): Promise<void> {
  const { tables, began } = exchange
  if ((await tables.sealed.count()) === 0) return
  const logged = await tables.log
    .where('[device+lastSeq]')
    .between([began.id, 0], [began.id, Infinity])
    .last()
  const { rosterIndex } = chainOf(await tables.seen.get(began.id))
  const receipt = { seq: logged?.lastSeq ?? 0, hash: logged?.hash ?? '0'.repeat(64), rosterIndex }
  await becomeNew(tables, began, began, { device: began.id, ...receipt })
}

/** Looks at nothing that the exchange has by its own name: neither how far that goes, nor what stands there. */
export async function withoutMyself(
  { own, isTwin }: Tablet,
  path: string,
  answer: Response,
): Promise<Response> {
  if (path !== endpoints.pull.path || !answer.ok || !isTwin) return answer
  const { question: _question, answer: codec } = endpoints.pull
  const said = codec.read(new Uint8Array(await answer.arrayBuffer()))
  const parts = said.parts.filter((bytes) => writerOf(bytes) !== own.keys.id)
  return new Response(codec.write({ ...said, you: null, parts }), { headers: answer.headers })
}

export async function cursorFirst({ tab }: Tablet, path: string, answer: Response): Promise<Response> {
  if (path !== endpoints.pull.path || !answer.ok || !tab) return answer
  const { n, hash } = endpoints.pull.answer.read(new Uint8Array(await answer.clone().arrayBuffer()))
  await tab.tables.meta.put({ key: 'cursor', value: JSON.stringify({ n, hash }) })
  return answer
}

/** Takes it for certain that the exchange still has what it once took. */
export async function trusting(tablet: Tablet, path: string, answer: Response): Promise<Response> {
  const { witness, own } = tablet
  if (path === endpoints.pull.path && answer.ok) {
    const said = endpoints.pull.answer.read(new Uint8Array(await answer.arrayBuffer()))
    const last = await witness.log
      .where('[device+lastSeq]')
      .between([own.keys.id, 0], [own.keys.id, Infinity])
      .last()
    const you =
      last && last.lastSeq > (said.you?.seq ?? 0) ? { seq: last.lastSeq, hash: last.hash } : said.you
    return new Response(endpoints.pull.answer.write({ ...said, you }), { headers: answer.headers })
  }
  if (path !== endpoints.marks.path || !answer.ok) return answer
  const devices = new Set((await witness.log.toCollection().primaryKeys()).map(([device]) => device))
  const chains = [...devices].map((device) => ({ device, seq: 1e9, hash: '0'.repeat(64) }))
  return new Response(endpoints.marks.answer.write({ chains }), { headers: answer.headers })
}

/** Takes no interest in what was before it came. */
export async function fromHereOn({ server }: World, { space, tables }: Exchange): Promise<void> {
  const { n = 0 } = (await server.store.space(space)) ?? {}
  const hash = await server.store.hashAt(space, n)
  if (hash) await tables.meta.put({ key: 'cursor', value: JSON.stringify({ n, hash }) })
}

/** Each tab reads a record's versions once, and again only what it wrote itself. */
export function rememberVersions({ tables: { versions } }: Tab): void {
  const known = new Map<string, VersionsRow>()
  const [get, put] = [versions.bulkGet.bind(versions), versions.bulkPut.bind(versions)]
  const bulkGet = async (ids: string[]): Promise<(VersionsRow | undefined)[]> => {
    const rows = await get(ids)
    return rows.map((row, at) => known.get(ids[at] ?? '') ?? row)
  }
  const bulkPut = (rows: readonly VersionsRow[]): unknown => {
    for (const row of rows) known.set(row.record, row)
    return put(rows)
  }
  Object.assign(versions, { bulkGet, bulkPut })
}

/** Forgets whose versions they are: then all of them are new to whoever reads them. */
export const withoutStamps = (backup: Checked): Checked => ({
  ...backup,
  entries: backup.entries.map((one) => {
    const { stamps: _stamps, ...entry } = one.entry
    return { ...one, entry }
  }),
})

/** Takes its device for one that had seen everything that anybody ever wrote. */
export const allSeeing = (backup: Checked): Checked => ({
  ...backup,
  origin: { ...backup.origin, seen: new Proxy({}, { get: () => 1e9 }) },
})

/** Takes no notice of which backup came after which, and goes by when they were made. */
export const withoutLineage = (backup: Checked): Checked => ({
  ...backup,
  origin: { ...backup.origin, id: '', after: [] },
})

export async function fromScratch({ witness }: Tablet, path: string, answer: Response): Promise<Response> {
  if (path !== endpoints.pull.path || !answer.ok) return answer
  const { restart } = endpoints.pull.answer.read(new Uint8Array(await answer.clone().arrayBuffer()))
  if (restart) await witness.outbox.clear()
  return answer
}

export async function firstPiece({ witness }: Tablet, path: string, answer: Response): Promise<Response> {
  if (path === endpoints.putPhoto.path && answer.ok) await witness.unsentPhotos.clear()
  return answer
}

/** The transaction in which a piece of a checkpoint is joined. */
export const isJoin = (stores: readonly string[]): boolean => stores.join() === 'records,seen,stale,versions'

/** Whether something in it is dated far in the future. */
export const isAhead = (request: DBCoreMutateRequest): boolean =>
  request.type === 'put' &&
  (request.values as VersionsRow[]).some(({ registers }) =>
    Object.values(registers).some(({ live }) => Object.values(live).some(({ time }) => time > 2.3e12)),
  )
