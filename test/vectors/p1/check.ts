import { hex, labelled, same, unhex, utf8, zeros } from './bytes.ts'
import { readCanonical, writeCanonical, type Value } from './canonical.ts'
import { checkCheckpoint, checkErasedRun, checkStatement } from './check-checkpoint.ts'
import { checkEntries, checkNextEpoch } from './check-entries.ts'
import { checkLeftover } from './check-leftover.ts'
import { checkRuns } from './check-run.ts'
import { readEntry } from './entry.ts'
import type { Name, Slip, Vectors } from './file.ts'
import * as key from './keys.ts'
import { padTo, paddedLength, unpadText } from './padding.ts'
import { open, publicOf, verifies } from './primitives.ts'

/** Throws `Differs` unless every value of the file is what docs/protocol.md makes of the others. */
export function checkVectors(file: Vectors): void {
  checkBasics(file)
  const { spaceId } = file.roster
  checkKeys(file, spaceId)
  checkNextEpoch(file)
  for (const name of file.names) checkName(file, name)
  checkSlip(file, file.slip, 10)
  checkSlip(file, file.sheet, 16)
  const roster = checkEntries(file)
  checkRuns(file, roster)
  checkErasedRun(file, roster)
  checkCheckpoint(file, roster)
  checkStatement(file, roster)
  checkLeftover(file, roster)
  checkPhoto(file)
  checkLog(file)
  checkRegister(file)
  const { publicUrl, challenge, message, signature } = file.auth
  same(
    'message of auth',
    message,
    hex(key.authMessage(publicUrl, spaceId, file.devices.second.id, challenge)),
  )
  const holds = verifies(unhex(file.devices.second.sign, 65), unhex(signature, 64), unhex(message))
  same('signature of auth', holds, true)
}

function checkBasics({ labels, padding, canonical, devices }: Vectors): void {
  for (const [label, bytes] of Object.entries(labels)) same(label, bytes, hex(labelled(label)))
  for (const [length, padded] of padding) same(`padding of ${length}`, padded, paddedLength(length))
  for (const [json, bytes] of canonical) {
    same(`canonical ${json}`, unhex(bytes), writeCanonical(JSON.parse(json) as Value))
    same(`canonical ${json} again`, unhex(bytes), writeCanonical(readCanonical(unhex(bytes))))
  }
  for (const { id, sign, signSecret, agree, agreeSecret } of Object.values(devices)) {
    same('public key to sign', unhex(sign, 65), publicOf(unhex(signSecret, 32)))
    same('public key to agree', unhex(agree, 65), publicOf(unhex(agreeSecret, 32)))
    same('device id', id, key.deviceIdOf(unhex(sign), unhex(agree)))
  }
}

function checkKeys({ epoch, devices }: Vectors, spaceId: string): void {
  const secret = unhex(epoch.key, 32)
  same('check', epoch.check, hex(key.checkOf(secret, zeros(16))))
  same('seal key', epoch.sealKeyOfFirst, hex(key.sealKeyOf(secret, spaceId, devices.first.id)))
  same('seal key', epoch.sealKeyOfSecond, hex(key.sealKeyOf(secret, spaceId, devices.second.id)))
  same('name key', epoch.nameKey, hex(key.nameKeyOf(secret, spaceId)))
}

/** A device's name, sealed in the epoch in which it came. */
function checkName({ epoch, nextEpoch, roster }: Vectors, name: Name): void {
  const { of, device, nonce, sealed } = name
  const nameKey = unhex([epoch, nextEpoch][name.epoch]?.nameKey ?? '', 32)
  const plain = padTo(writeCanonical({ device, name: name.name }), 228)
  const bound = key.nameBound(roster.spaceId, name.epoch, of)
  same('name', unhex(sealed, 256), key.sealed(nameKey, unhex(nonce, 12), bound, plain))
  const entries = roster.entries.filter(({ bytes }) => bytes.includes(hex(utf8(sealed))))
  const bodies = entries.map(({ bytes }) => readEntry(unhex(bytes)).body)
  same(
    'name in its entry',
    bodies.map((body) => [body['device'], body['name']]),
    [[of, sealed]],
  )
}

/** An invitation has 10 bytes, a recovery sheet 16. */
function checkSlip({ roster }: Vectors, slip: Slip, length: number): void {
  const secret = unhex(slip.secret, length)
  // Before the stretching, which takes a second.
  same('digits', slip.digits, key.digitsOf(secret))
  same('secret of the digits', secret, key.secretOf(slip.digits))
  const { stretched, id, boxKey } = key.slipOf(secret)
  same('stretched', slip.stretched, hex(stretched))
  same('slip id', slip.id, hex(id))
  same('box key', slip.boxKey, hex(boxKey))
  const { box, boxNonce } = slip
  same('public key to sign of the slip', unhex(box.signPoint, 65), publicOf(unhex(box.sign, 32)))
  same('public key to agree of the slip', unhex(box.agreePoint, 65), publicOf(unhex(box.agree, 32)))
  same('space of the box', box.space, roster.spaceId)
  const json = writeCanonical(box)
  const plain = padTo(json, paddedLength(json.length))
  const bound = labelled('p1 box', id)
  const sealed = key.sealed(boxKey, unhex(boxNonce, 12), bound, plain)
  same('text of the box', unpadText(open(boxKey, sealed.slice(0, 12), bound, sealed.slice(12))), json)
  const issue = roster.entries.findIndex(({ bytes }) => bytes.includes(hex(utf8(hex(sealed)))))
  same('head in the box', box.head, roster.entries[issue - 1]?.head)
}

function checkPhoto({ photo, epoch, roster }: Vectors): void {
  const { id, pieces } = photo
  const of = { spaceId: roster.spaceId, photo: id, count: pieces.length }
  const plain = pieces.map((piece) => unhex(piece.plain))
  const photoKey = key.photoKeyOf(unhex(epoch.key), of, plain)
  same('key of the photo', photo.key, hex(photoKey))
  for (const [at, piece] of plain.entries())
    same('piece', pieces[at]?.sealed, hex(key.sealPiece(photoKey, of, at, piece)))
}

function checkLog({ log, runs }: Vectors): void {
  same('runs of the log', log.length, runs.length)
  let before = hex(zeros(32))
  for (const [at, { envelopes }] of runs.entries()) {
    before = key.logAfter(before, envelopes.at(-1)?.hash ?? '')
    same('log', log[at], before)
  }
}

function checkRegister({ register, roster, devices }: Vectors): void {
  const { publisher, statement, message, signature } = register
  same('publisher', publisher, key.publisherOf(roster.spaceId))
  const value = JSON.parse(statement) as { [field: string]: Value }
  same('statement', utf8(statement), writeCanonical(value))
  same('who says it', [value['publisher'], value['device']], [publisher, devices.second.id])
  same('message of the statement', message, hex(labelled('p1 publish', utf8(statement))))
  const holds = verifies(unhex(devices.second.sign, 65), unhex(signature, 64), unhex(message))
  same('signature of the statement', holds, true)
}
