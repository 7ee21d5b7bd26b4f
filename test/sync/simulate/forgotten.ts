import { openChunk } from '../../../src/crypto/checkpoint.ts'
import type { EpochKey } from '../../../src/crypto/epoch.ts'
import type { Tables } from '../../../src/db/tables.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { concat } from '../../../src/shared/bytes.ts'
import { readStatement, type Statement } from '../../../src/shared/checkpoint/statement.ts'
import { readRun } from '../../../src/shared/run.ts'
import { fromColumns } from '../../../src/sync/checkpoint/from-columns.ts'
import type { Erased } from './erased.ts'
import type { Tablet } from './tablet.ts'
import { mustHold } from './violation.ts'

type Ids = ReadonlySet<string>
export type KeyOf = (epoch: number, head: string) => Promise<EpochKey>

/** Nothing of what was erased is in a run but its header. */
export function checkRun(who: string, bytes: Uint8Array, gone: Ids): void {
  for (const { recordId, ciphertext } of readRun(bytes).envelopes)
    mustHold(
      ciphertext.length === 0 || !gone.has(recordId),
      () => `${who} still has a ciphertext of ${recordId}, which was erased`,
    )
}

/** In a chunk stands nothing of what was erased but that it was there. */
async function checkChunk(
  who: string,
  keyOf: KeyOf,
  { space, n, chunks, epoch, head }: Statement,
  index: number,
  sealed: Uint8Array,
  gone: Ids,
): Promise<void> {
  const place = { space, n, index, count: chunks.length }
  const text = fromColumns(await openChunk(await keyOf(epoch, head), place, concat(sealed)))
  for (const line of new TextDecoder().decode(text).split('\n')) {
    const [id, kind] = JSON.parse(line) as [string, unknown]
    mustHold(kind === 0 || !gone.has(id), () => `${who} still has ${id} in a checkpoint, which was erased`)
  }
}

/** The chunks that were signed, and those that took their places. */
async function checkChunks(
  store: Store,
  space: string,
  keyOf: KeyOf,
  { there, anew }: Pick<Erased, 'there' | 'anew'>,
): Promise<void> {
  for (const { bytes } of await store.checkpoints(space)) {
    const statement = readStatement(bytes)
    for (const [index, first] of statement.chunks.entries())
      for (let hash: string | undefined = first; hash !== undefined; hash = anew.get(hash)) {
        const sealed = await store.chunk(space, hash)
        if (sealed) await checkChunk('the exchange', keyOf, statement, index, sealed, there)
      }
  }
}

/** The exchange has nothing left of what its roster says is erased. */
export async function checkForgottenThere(
  store: Store,
  space: string,
  keyOf: KeyOf,
  erased: Pick<Erased, 'there' | 'anew'>,
): Promise<void> {
  const gone = erased.there
  if (gone.size === 0) return
  const base = (await store.space(space))?.base.n ?? 0
  const { runs } = await store.log(space, base, Infinity)
  for (const { bytes } of runs) checkRun('the exchange', bytes, gone)
  for (const id of gone)
    mustHold((await store.pieces(space, id)).length === 0, () => `the exchange still has the photo ${id}`)
  await checkChunks(store, space, keyOf, erased)
}

/** What a screen could show, or somebody find, of a record. */
async function traces(witness: Tables, gone: Ids): Promise<string[]> {
  const { versions, records, photos, thumbs, unsentPhotos, binned, stale, occurrences } = witness
  const tables = [versions, records, photos, thumbs, unsentPhotos, binned, stale]
  const ids = [...gone]
  const found: string[] = []
  for (const table of tables) if ((await table.where(':id').anyOf(ids).count()) > 0) found.push(table.name)
  if ((await occurrences.where('record').anyOf(ids).count()) > 0) found.push(occurrences.name)
  const left = (await witness.meta.get('leftovers'))?.value ?? ''
  if (ids.some((id) => left.includes(id))) found.push('leftovers')
  return found
}

/** On a tablet that knows that these were erased nothing is left of them, at any moment. */
export async function checkForgottenOn({ name, witness }: Tablet, gone: Ids): Promise<void> {
  if (gone.size === 0) return
  const found = await traces(witness, gone)
  mustHold(found.length === 0, () => `${name} has something of what was erased in ${found.join()}`)
  for (const { bytes } of await witness.log.toArray())
    checkRun(`the log of ${name}`, new Uint8Array(bytes), gone)
}

/** When all is quiet nothing waits of it either, and the checkpoint has gaps where it was. */
export async function checkForgottenAtRest(tablet: Tablet, keyOf: KeyOf, gone: Ids): Promise<void> {
  const { name, witness, tabs } = tablet
  if (gone.size === 0) return
  const open = new Set([...tabs].flatMap(({ forms }) => forms.map(({ id }) => id)))
  const drafts = await witness.drafts.filter(({ id, record }) => gone.has(record) && !open.has(id)).count()
  mustHold(drafts === 0, () => `${name} has drafts of what was erased`)
  const row = await witness.checkpoint.get('agreed')
  if (!row) return
  const statement = readStatement(new Uint8Array(row.bytes))
  for (const { index, bytes } of await witness.chunks.toArray())
    await checkChunk(name, keyOf, statement, index, new Uint8Array(bytes), gone)
}
