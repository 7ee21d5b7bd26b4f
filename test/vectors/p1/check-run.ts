import { Differs, hex, same, unhex, utf8, zeros } from './bytes.ts'
import { kinds, openChange, pack, unpack } from './envelope.ts'
import type { Vectors } from './file.ts'
import { verifies } from './primitives.ts'
import { chainOf, messageOf, readRun, writeRun, type Link } from './run.ts'

/** The run is these envelopes, one hash on the other, each of which opens, and its device signed it. */
export function checkRun({ run, roster, devices, epoch }: Vectors): void {
  const [spaceId, sealKey] = [unhex(roster.spaceId), unhex(epoch.sealKeyOfSecond, 32)]
  const read = readRun(unhex(run.bytes))
  same('run', unhex(run.bytes), writeRun(read))
  same('device of the run', hex(read.deviceId), devices.second.id)
  same('head of the run', hex(read.rosterHead), run.rosterHead)
  same(
    'head is of this roster',
    roster.entries.some(({ head }) => head === run.rosterHead),
    true,
  )
  same('beginning of the chain', read.prevHash, zeros(32))
  same('first seq, epoch', [read.firstSeq, read.epoch], [1, 0])
  same('envelopes', run.envelopes.length, read.envelopes.length)
  for (const [at, { header, hash }] of chainOf(spaceId, read).entries()) {
    const [told, link] = [run.envelopes[at], read.envelopes[at]]
    if (!told || !link) throw new Differs('another number of envelopes')
    same('header', told.header, hex(header))
    same('hash', told.hash, hex(hash))
    checkEnvelope(told, link, sealKey, header)
  }
  const message = messageOf(read, unhex(run.envelopes.at(-1)?.hash ?? '', 32))
  same('message of the run', run.message, hex(message))
  same('signature', run.signature, hex(read.signature))
  same('signature of the run', verifies(unhex(devices.second.sign, 65), read.signature, message), true)
}

type Told = Vectors['run']['envelopes'][number]

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
