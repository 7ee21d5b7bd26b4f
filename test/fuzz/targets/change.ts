import { inflateRawSync } from 'node:zlib'
import { openEnvelope } from '../../../src/crypto/envelope.ts'
import { sealKeyOf } from '../../../src/crypto/epoch.ts'
import { readU32 } from '../../../src/shared/bytes.ts'
import { writeCanonical } from '../../../src/shared/canonical.ts'
import { digestOf } from '../../../src/shared/digest.ts'
import { envelopeHash, noHash, writeHeader } from '../../../src/shared/envelope.ts'
import { limits } from '../../../src/shared/limits.ts'
import type { Link } from '../../../src/shared/run.ts'
import { beginBook } from '../book.ts'
import { bytesFor, idFor } from '../keys.ts'
import { anyBody, brokenPlain, packed, sealAny } from '../runs.ts'
import { demand, demandSame, verdictOf, type TargetMaker } from '../target.ts'

/** What lies inside an envelope, sealed by its rightful author: read as another inflater reads it, or refused. */
export const change: TargetMaker = async () => {
  const book = await beginBook('change')
  const { spaceId } = book.roster
  const deviceId = [...book.devices.keys()][0] ?? ''
  const key = await sealKeyOf(book.key, spaceId, deviceId)
  const place = { kind: 'change', spaceId, recordId: idFor('record'), deviceId, seq: 1, epoch: 0 } as const
  const unsized = { ...place, prevHash: noHash, nonce: bytesFor('nonce').slice(0, 12) }
  return {
    make: async (chance) => (chance() < 0.1 ? packed(writeCanonical(anyBody(chance))) : brokenPlain(chance)),
    judge: async (input) => {
      const { envelope } = await sealAny(book, unsized, input)
      const header = { ...unsized, length: envelope.ciphertext.length }
      const aad = writeHeader(header)
      const { ciphertext } = envelope
      const link: Link = {
        header,
        aad,
        hash: envelopeHash(aad, digestOf(ciphertext)),
        ciphertext,
        isErased: false,
      }
      return verdictOf(async () => {
        const body = await openEnvelope(key, link)
        const json = writeCanonical(body)
        demand(json.length <= limits.change, 'a change that is too long was taken')
        const inflated = inflateRawSync(input.subarray(4, 4 + readU32(input, 0)), {
          maxOutputLength: limits.change,
        })
        demandSame(json, inflated, 'it says another thing than what was sealed')
      })
    },
  }
}
