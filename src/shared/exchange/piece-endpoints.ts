import { limits } from '../limits.ts'
import { isCount, listOf } from '../shape.ts'
import { json, jsonWithParts } from './codec.ts'
import { endpoint, id, nothing, small, type Nothing } from './endpoint.ts'
import type { PhotoPiece } from './parts.ts'

/** What travels beside the log: photos, and what removed devices left. */
export const pieceEndpoints = {
  /** What a device that was removed had not sent, in one part: once, and from such a device alone. */
  putLeftover: endpoint('leftover/put', 'slip', limits.run + 64 * 1024, jsonWithParts<Nothing>({}), nothing),
  /** The removed devices that left something, for coordinators. */
  leftovers: endpoint(
    'leftover/list',
    'device',
    small,
    nothing,
    json<{ devices: readonly string[] }>({ devices: listOf(id, 100_000) }),
  ),
  /** What a removed device left, for coordinators; 'unknown' if nothing. */
  getLeftover: endpoint(
    'leftover/get',
    'device',
    small,
    json<{ device: string }>({ device: id }),
    jsonWithParts<Nothing>({}),
  ),
  /** One sealed piece of a photo; the same piece again changes nothing. */
  putPhoto: endpoint(
    'photo/put',
    'device',
    limits.photoChunk + 4 * 1024,
    jsonWithParts<PhotoPiece>({ photo: id, index: isCount, count: isCount }),
    nothing,
  ),
  /** One sealed piece; 'unknown' if it isn't here. */
  getPhoto: endpoint(
    'photo/get',
    'device',
    small,
    json<{ photo: string; index: number }>({ photo: id, index: isCount }),
    jsonWithParts<{ count: number }>({ count: isCount }),
  ),
  /** Which pieces of these photos are here, by photo. */
  havePhotos: endpoint(
    'photo/have',
    'device',
    8 * 1024,
    json<{ photos: readonly string[] }>({ photos: listOf(id, 100) }),
    json<{ pieces: readonly (readonly number[])[] }>({ pieces: listOf(listOf(isCount, 1000), 100) }),
  ),
} as const
