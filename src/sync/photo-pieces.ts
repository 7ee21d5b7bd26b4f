import { sealPiece } from '../crypto/photo.ts'
import type { Row } from '../db/show.ts'
import type { Tables } from '../db/tables.ts'
import { textOf } from '../records/fields.ts'
import { concat, toHex, type Bytes } from '../shared/bytes.ts'
import { sha256 } from '../shared/hash.ts'
import { endpoints } from '../shared/exchange/endpoints.ts'
import { limits } from '../shared/limits.ts'
import type { Exchange } from './exchange.ts'
import { askAs, type Asker } from './token.ts'

/** Sealing adds 16 bytes. */
const pieceBytes = limits.photoChunk - 16

/** What a photo's record says of its sealed bytes: the key (hex), and the SHA-256 of each sealed piece (hex). */
export type Sealing = { readonly key: string; readonly pieces: readonly string[] }

const isHex = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

/** That of a record; undefined while nobody has sealed it. */
export function sealingOf(row: Pick<Row, 'fields'> | undefined): Sealing | undefined {
  const key = textOf(row?.fields ?? {}, 'key')
  const pieces = row?.fields['pieces']
  if (!isHex(key) || !Array.isArray(pieces) || pieces.length < 2 || !pieces.every(isHex)) return undefined
  return { key, pieces }
}

/** The photo's plain pieces: thumbnail, then the photo itself; undefined where the bytes don't lie here. */
export async function plainPieces({ photos, thumbs }: Tables, id: string): Promise<Bytes[] | undefined> {
  const [full, thumb] = await Promise.all([photos.get(id), thumbs.get(id)])
  if (!full || !thumb) return undefined
  const bytes = new Uint8Array(full.bytes)
  const count = Math.max(1, Math.ceil(bytes.length / pieceBytes))
  const parts = Array.from({ length: count }, (_, at) =>
    concat(bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes)),
  )
  return [concat(new Uint8Array(thumb.bytes)), ...parts]
}

/** The same, sealed: always to the same bytes. */
export function sealPieces(
  key: string,
  spaceId: string,
  photo: string,
  plain: readonly Bytes[],
): Promise<Bytes[]> {
  const count = plain.length
  return Promise.all(plain.map((piece, index) => sealPiece(key, { spaceId, photo, index, count }, piece)))
}

/** What the record is to say of these sealed pieces. */
export async function hashesOf(sealed: readonly Bytes[]): Promise<string[]> {
  return (await Promise.all(sealed.map((piece) => sha256(piece)))).map(toHex)
}

/** Which pieces of these photos, at most a hundred, the exchange has. */
export async function piecesThere(
  exchange: Exchange,
  asker: Asker,
  photos: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const { pieces } = await askAs(exchange, asker, endpoints.havePhotos, { photos })
  return new Map(photos.map((photo, at) => [photo, new Set(pieces[at])]))
}
