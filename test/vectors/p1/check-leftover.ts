import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { hex, join, readerOf, same, u32, unhex, utf8 } from './bytes.ts'
import { readCanonical, readFields, writeCanonical, type Value } from './canonical.ts'
import type { Vectors } from './file.ts'
import { openWrap } from './hpke.ts'
import * as key from './keys.ts'
import { open, sha256, verifies } from './primitives.ts'
import type { Roster } from './roster.ts'

/** Who coordinates may open what the removed device left, which signed it; nobody else is a reader of it. */
export function checkLeftover({ leftover, devices }: Vectors, { spaceId, ones }: Roster): void {
  const { device, nonce, json } = leftover
  const file = unhex(leftover.file)
  const left = Object.values(devices).find(({ id }) => id === device)
  same('who left is gone', ones.get(device)?.isLive, false)
  const bound = key.leftoverBound(spaceId, device)
  const [said, signature] = [file.slice(0, -64), file.slice(-64)]
  same('signature', verifies(unhex(left?.sign ?? '', 65), signature, join(bound, sha256(said))), true)

  const reader = readerOf(said)
  const head = reader.take(reader.number(4))
  same('nonce', nonce, hex(reader.take(12)))
  const sealed = reader.rest()
  const wraps = readCanonical(head) as Readonly<Record<string, string>>
  const coordinators = [...ones].filter(([, one]) => !one.isSlip && one.isLive && one.role === 'coordinator')
  same('readers', Object.keys(wraps).sort(), coordinators.map(([id]) => id).sort())
  for (const { id, agreeSecret } of Object.values(devices))
    if (id in wraps)
      same('key', leftover.key, hex(openWrap(unhex(wraps[id] ?? '', 113), unhex(agreeSecret), bound)))
  const fileKey = key.leftoverKeyOf(unhex(leftover.key, 32), spaceId, device)
  const content = inflate(open(fileKey, unhex(nonce, 12), bound, sealed))
  same('content', content, utf8(json))
  same('file', said, join(u32(head.length), writeCanonical(wraps), unhex(nonce), sealed))
  same('content packed here', inflate(new Uint8Array(deflateRawSync(content))), content)
  checkChanges(content)
}

const inflate = (bytes: Uint8Array): Uint8Array =>
  new Uint8Array(inflateRawSync(bytes, { maxOutputLength: 16 * 1024 * 1024 }))

function checkChanges(content: Uint8Array): void {
  const { changes } = readFields(content, ['changes'])
  for (const change of changes as readonly Value[]) {
    const { record } = readFields(writeCanonical(change), ['kind', 'record', 'set', 'time'])
    unhex(record as string, 16)
  }
}
