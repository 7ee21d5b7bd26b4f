import type { Fields, Value } from '../shared/value.ts'
import { mostBytes, save, type Edit, type PhotoBytes } from './save.ts'
import type { Row } from './show.ts'
import type { Notebook } from './tables.ts'

/** How a copy went: the new records, and how many photos stayed behind because their bytes don't lie here. */
export type Copied = { readonly records: readonly string[]; readonly missing: number }

/** These belong to one notebook alone: how a photo's bytes are sealed there. */
export const ofItsNotebook: readonly string[] = ['key', 'pieces', 'deletedAt']

/** So many bytes of one record go into one change. */
const pieceBytes = mostBytes - 8 * 1024

/** A record's fields in pieces of which each fits into one change: it may have grown in many. */
export function piecesOf(fields: Fields): Fields[] {
  const pieces: { [field: string]: Value }[] = []
  let room = 0
  for (const [field, value] of Object.entries(fields)) {
    const size = new TextEncoder().encode(JSON.stringify([field, value])).length
    const last = pieces.at(-1)
    if (last && size <= room) last[field] = value
    else {
      pieces.push({ [field]: value })
      room = pieceBytes
    }
    room -= size
  }
  return pieces
}

/** One record on its way: what it is here, what it is called there, and what is written of it there. */
export type Copy = { readonly from: Row; readonly to: string; readonly edits: readonly Edit[] }

async function bytesOf({ tables }: Notebook, from: string, to: string): Promise<PhotoBytes | undefined> {
  const [full, thumb] = await Promise.all([tables.photos.get(from), tables.thumbs.get(from)])
  return full && thumb && { full: { ...full, id: to }, thumb: { ...thumb, id: to } }
}

/** Saves rows as new records, the photos one by one with their bytes; what has none here is left out. */
export async function saveCopies(source: Notebook, target: Notebook, rows: readonly Copy[]): Promise<Copied> {
  const texts = rows.filter(({ from }) => from.kind !== 'photo')
  await save(
    target,
    texts.flatMap(({ edits }) => edits),
  )
  const records = texts.map(({ to }) => to)
  let missing = 0
  for (const { from, edits, to } of rows.filter((one) => one.from.kind === 'photo')) {
    const bytes = await bytesOf(source, from.id, to)
    if (bytes) {
      await save(target, edits, [bytes])
      records.push(to)
    } else missing += 1
  }
  return { records, missing }
}
