import { Differs, hex, same, unhex, utf8, zeros } from './bytes.ts'
import { kinds, openChange, pack, unpack } from './envelope.ts'
import type { ToldRun, Vectors } from './file.ts'
import { verifies } from './primitives.ts'
import { epochAt, type Roster } from './roster.ts'
import { chainOf, messageOf, readRun, writeRun, type Link, type Run } from './run.ts'

/** Each run goes on where the one before ended, and each chain ends where the roster cuts it off. */
export function checkRuns({ runs, devices, epoch, nextEpoch }: Vectors, roster: Roster): void {
  const sealKeys = [epoch.sealKeyOfSecond, nextEpoch.sealKeyOfSecond]
  let end = { seq: 0, hash: hex(zeros(32)) }
  for (const run of runs) {
    const read = readRun(unhex(run.bytes))
    same('run', unhex(run.bytes), writeRun(read))
    same('device of the run', hex(read.deviceId), devices.second.id)
    same('chain', [read.firstSeq, hex(read.prevHash)], [end.seq + 1, end.hash])
    const index = roster.heads.indexOf(hex(read.rosterHead))
    same('head of the run', [index >= 0, run.rosterHead], [true, hex(read.rosterHead)])
    same('epoch of the run', read.epoch, epochAt(roster, index))
    end = checkRun(run, read, roster, unhex(sealKeys[read.epoch] ?? '', 32))
    for (const cut of roster.cuts.filter(({ device }) => device === devices.second.id)) {
      same('cut-off', index >= cut.index || end.seq <= cut.seq, true)
      same('end', index >= cut.index || end.seq !== cut.seq || end.hash === cut.hash, true)
    }
    const holds = verifies(unhex(devices.second.sign, 65), read.signature, unhex(run.message))
    same('signature of the run', holds, true)
  }
}

/** The run is these envelopes, one hash on the other, each of which opens. Gives its end. */
function checkRun(run: ToldRun, read: Run, { spaceId }: Roster, sealKey: Uint8Array) {
  same('envelopes', run.envelopes.length, read.envelopes.length)
  for (const [at, { header, hash }] of chainOf(unhex(spaceId), read).entries()) {
    const [told, link] = [run.envelopes[at], read.envelopes[at]]
    if (!told || !link) throw new Differs('another number of envelopes')
    same('header', told.header, hex(header))
    same('hash', told.hash, hex(hash))
    checkEnvelope(told, link, sealKey, header)
  }
  const last = run.envelopes.at(-1)?.hash ?? ''
  same('message of the run', run.message, hex(messageOf(read, unhex(last, 32))))
  same('signature', run.signature, hex(read.signature))
  return { seq: read.firstSeq + read.envelopes.length - 1, hash: last }
}

type Told = ToldRun['envelopes'][number]

function checkEnvelope(told: Told, link: Link, sealKey: Uint8Array, header: Uint8Array): void {
  const { kind, recordId, nonce, ciphertext } = link
  const parts = [recordId, nonce, ciphertext].map(hex)
  same('record, nonce, ciphertext', [told.recordId, told.nonce, told.ciphertext], parts)
  same('kind', kinds[told.kind], kind)
  if (told.kind === 'void') {
    same('void', [told.recordId, told.json, told.ciphertext], [hex(zeros(16)), '', ''])
    return
  }
  const { json } = openChange(sealKey, header, nonce, ciphertext)
  same('change', json, utf8(told.json))
  same('change packed here', unpack(pack(json)), json)
}
