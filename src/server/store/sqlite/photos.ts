import { concat, fromHex, sameBytes } from '../../../shared/bytes.ts'
import type { Photos, Piece } from '../store.ts'
import type { Database } from './database.ts'
import { spaceOf } from './space.ts'

type PieceRow = { count: number; bytes: Uint8Array }

const pieceOf = (database: Database, space: string, photo: string, index: number): PieceRow | undefined =>
  database.get(
    'select count, bytes from pieces where space = ? and photo = ? and idx = ?',
    fromHex(space),
    fromHex(photo),
    index,
  ) as PieceRow | undefined

function putPiece(database: Database, space: string, piece: Piece, most: number) {
  const { photo, index, count, bytes } = piece
  const [spaceId, photoId] = [fromHex(space), fromHex(photo)]
  const there = pieceOf(database, space, photo, index)
  if (there) return there.count === count && sameBytes(there.bytes, bytes) ? 'kept' : 'other'
  const sql = 'select count from pieces where space = ? and photo = ? limit 1'
  const sibling = database.get(sql, spaceId, photoId) as { count: number } | undefined
  if (sibling && sibling.count !== count) return 'other'
  const taken = spaceOf(database, space)?.bytes ?? 0
  if (taken + bytes.length > most) return 'full'
  database.run('insert into pieces values (?, ?, ?, ?, ?)', spaceId, photoId, index, count, bytes)
  database.run('update spaces set bytes = bytes + ? where space = ?', bytes.length, spaceId)
  return 'kept'
}

export const photosOf = (database: Database): Photos => ({
  putPiece: async (space, piece, most) => database.write(() => putPiece(database, space, piece, most)),
  piece: async (space, photo, index) => {
    const row = pieceOf(database, space, photo, index)
    return row && { count: row.count, bytes: concat(row.bytes) }
  },
  pieces: async (space, photo) => {
    const sql = 'select idx from pieces where space = ? and photo = ? order by idx'
    return (database.all(sql, fromHex(space), fromHex(photo)) as { idx: number }[]).map(({ idx }) => idx)
  },
})
