import {
  isKnownStatement,
  isStatement,
  isWitnesses,
  type KnownStatement,
  type SignedStatement,
} from '../checkpoint/signed.ts'
import { limits } from '../limits.ts'
import { isCount, listOf } from '../shape.ts'
import { json, jsonWithParts } from './codec.ts'
import { endpoint, flag, hash, id, nothing, small, type Nothing } from './endpoint.ts'
import type { PhotoPiece } from './parts.ts'

/** What travels beside the log: photos, what removed devices left, and checkpoints. */
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
  /** What checkpoints there are: the newest that is agreed on, and those that wait for a second member. */
  checkpoints: endpoint(
    'checkpoint/list',
    'device',
    small,
    nothing,
    json<{ checkpoints: readonly KnownStatement[] }>({ checkpoints: listOf(isKnownStatement, 20) }),
  ),
  /**
   * A checkpoint whose chunks are here, or one more signature of one. 'unknown' if chunks are missing, 'chain' if it isn't of this
   * log: then it is taken only if it is agreed on, and the log goes on from it.
   */
  putCheckpoint: endpoint(
    'checkpoint/put',
    'device',
    2 * limits.statement + 8 * 1024,
    json<SignedStatement>({ bytes: isStatement, signatures: isWitnesses }),
    json<{ agreed: boolean }>({ agreed: flag }),
  ),
  /** One sealed chunk of a checkpoint, in one part; it goes by its SHA-256. */
  putChunk: endpoint('chunk/put', 'device', limits.chunk + 4 * 1024, jsonWithParts<Nothing>({}), nothing),
  /** 'unknown' if it isn't here. */
  getChunk: endpoint(
    'chunk/get',
    'device',
    small,
    json<{ hash: string }>({ hash }),
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
