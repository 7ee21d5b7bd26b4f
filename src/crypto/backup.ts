import { concat, fromHex, Malformed, readU32, toHex, u32, utf8, type Bytes } from '../shared/bytes.ts'
import { sha256 } from '../shared/hash.ts'
import { secureRandom, type Random } from '../shared/ids.ts'
import { labelled, labels } from '../shared/labels.ts'
import { limits } from '../shared/limits.ts'
import { openBare, sealBare } from './aead.ts'
import { deriveKey, epochKeyOf } from './epoch.ts'
import { openPlainPair } from './pair.ts'
import { Problem } from './problem.ts'
import { openBox, readDigits, slipKeysOf } from './slip.ts'
import { openBound, wrapBound } from './wrap.ts'

/** A recovery sheet that is to open a backup: as it stands in the roster, all as hex. */
export type SheetKey = { readonly slip: string; readonly agree: string; readonly box: string }

/** How a sealed backup begins. */
export const sealedMagic = utf8('PB')
const version = 1
/** Sheets that one file can be sealed to. */
export const mostSheets = 8

/** Bytes of text in one piece, and of a piece as it stands in the file. */
export const pieceLength = 1024 * 1024
const tagLength = 16
const sealedLength = pieceLength + tagLength

const idLength = 16
const wrapLength = 113
const fixedLength = 8

/** What a wrap is bound to: the sheet it is for, and the file it is in. */
const infoOf = (slip: string, salt: Bytes): Bytes => labelled(labels.backup, fromHex(slip), salt)

async function keyOf(raw: Bytes, salt: Bytes): Promise<CryptoKey> {
  const { material } = await epochKeyOf(0, raw)
  return deriveKey(material, salt, labels.backup)
}

/** The place is the nonce: each file has a key of its own, and no piece of it is sealed twice. */
const nonceOf = (index: number): Bytes => concat(new Uint8Array(8), u32(index))

/** Bound to the head, to the place and to being the last: a file that was cut, mixed or put in another order doesn't open. */
const aadOf = (head: Bytes, index: number, isLast: boolean): Bytes =>
  labelled(labels.backup, head, u32(index), Uint8Array.of(isLast ? 1 : 0))

/** Puts texts together in pieces of one length; the last one is shorter, or empty. */
async function* inPieces(texts: AsyncIterable<Bytes>): AsyncGenerator<{ piece: Bytes; isLast: boolean }> {
  let rest: Bytes = new Uint8Array(0)
  for await (const text of texts) {
    rest = concat(rest, text)
    let at = 0
    // One byte more than a piece: so the last one is never mistaken for one in the middle.
    for (; rest.length - at > pieceLength; at += pieceLength)
      yield { piece: rest.slice(at, at + pieceLength), isLast: false }
    rest = rest.slice(at)
  }
  yield { piece: rest, isLast: true }
}

/**
 * A text of any length, sealed for whoever holds one of these sheets (docs/format.md): first the head, then piece by piece.
 * Problem 'key-malformed' for a sheet without a key.
 */
export async function* sealBackup(
  sheets: readonly SheetKey[],
  texts: AsyncIterable<Bytes>,
  random: Random = secureRandom,
): AsyncGenerator<Bytes> {
  const [raw, salt] = [random(new Uint8Array(32)), random(new Uint8Array(16))]
  const some = sheets.slice(-mostSheets)
  const parts = await Promise.all(
    some.map(async ({ slip, agree, box }) => {
      const wrap = await wrapBound(raw, fromHex(agree), infoOf(slip, salt))
      const sealed = fromHex(box)
      return concat(fromHex(slip), wrap, u32(sealed.length), sealed)
    }),
  )
  const body = concat(salt, ...parts)
  const head = concat(sealedMagic, Uint8Array.of(version, some.length), u32(body.length), body)
  yield head
  const [key, hash] = [await keyOf(raw, salt), await sha256(head)]
  let index = 0
  for await (const { piece, isLast } of inPieces(texts)) {
    yield await sealBare(key, piece, aadOf(hash, index, isLast), nonceOf(index))
    index += 1
  }
}

type Head = {
  readonly bytes: Bytes
  readonly salt: Bytes
  readonly sheets: readonly { readonly slip: string; readonly wrap: Bytes; readonly box: Bytes }[]
}

function readSheets(count: number, body: Bytes): Pick<Head, 'salt' | 'sheets'> {
  let at = idLength
  const sheets = Array.from({ length: count }, () => {
    const boxAt = at + idLength + wrapLength + 4
    if (body.length < boxAt) throw new Malformed('a backup with a short head')
    const boxLength = readU32(body, boxAt - 4)
    if (boxLength > limits.box || body.length < boxAt + boxLength)
      throw new Malformed('a box of another length')
    const slip = toHex(body.subarray(at, at + idLength))
    const wrap = body.slice(at + idLength, at + idLength + wrapLength)
    at = boxAt + boxLength
    return { slip, wrap, box: body.slice(boxAt, at) }
  })
  if (at !== body.length) throw new Malformed('a backup with another head')
  return { salt: body.slice(0, idLength), sheets }
}

const bytesOf = async (blob: Blob): Promise<Bytes> => new Uint8Array(await blob.arrayBuffer())

async function readHead(file: Blob): Promise<Head> {
  const fixed = await bytesOf(file.slice(0, fixedLength))
  if (fixed.length < fixedLength || fixed[0] !== sealedMagic[0] || fixed[1] !== sealedMagic[1])
    throw new Malformed('no sealed backup')
  const [count = 0, length] = [fixed[3], readU32(fixed, 4)]
  if (fixed[2] !== version || count < 1 || count > mostSheets) throw new Malformed('another sealed backup')
  if (length > idLength + mostSheets * (idLength + wrapLength + 4 + limits.box))
    throw new Malformed('a backup with a long head')
  const body = await bytesOf(file.slice(fixedLength, fixedLength + length))
  if (body.length !== length) throw new Malformed('a backup with a short head')
  return { bytes: concat(fixed, body), ...readSheets(count, body) }
}

/** A sealed backup under its key, which can't be exported again. */
export type OpenBackup = {
  readonly file: Blob
  readonly key: CryptoKey
  readonly hash: Bytes
  readonly bodyAt: number
}

/**
 * Opens a sealed backup with the digits of a recovery sheet. Problem 'slip-malformed' for digits with a mistake in them,
 * 'wrap-refused' for those of another sheet, 'seal-refused' where box or wrap were tampered with. Throws Malformed for
 * another file.
 */
export async function openBackup(file: Blob, digits: string): Promise<OpenBackup> {
  const { bytes, salt, sheets } = await readHead(file)
  const slip = await slipKeysOf(readDigits(digits))
  const mine = sheets.find((sheet) => sheet.slip === slip.id)
  if (!mine) throw new Problem('wrap-refused')
  const { agree, agreePoint } = await openBox(slip, mine.box)
  const pair = await openPlainPair('agree', { secret: agree, point: agreePoint })
  const raw = await openBound(mine.wrap, pair, infoOf(slip.id, salt)).catch((cause: unknown) => {
    throw new Problem('seal-refused', { cause })
  })
  return { file, key: await keyOf(raw, salt), hash: await sha256(bytes), bodyAt: bytes.length }
}

/** The texts in it, piece by piece. Problem 'seal-refused' as soon as one was changed, or the file breaks off. */
export async function* textsOf({ file, key, hash, bodyAt }: OpenBackup): AsyncGenerator<Bytes> {
  const count = Math.max(1, Math.ceil((file.size - bodyAt) / sealedLength))
  for (let index = 0; index < count; index += 1) {
    const from = bodyAt + index * sealedLength
    const sealed = await bytesOf(file.slice(from, from + sealedLength))
    yield await openBare(key, sealed, aadOf(hash, index, index === count - 1), nonceOf(index))
  }
}
