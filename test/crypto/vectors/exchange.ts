import { fromHex, toHex, type Bytes } from '../../../src/shared/bytes.ts'
import { writeCanonical } from '../../../src/shared/canonical.ts'
import { noHash, paddedLength } from '../../../src/shared/envelope.ts'
import { zeroId } from '../../../src/shared/ids.ts'
import type { Value } from '../../../src/shared/value.ts'
import { linksOf, signedBytes, writeRun, type Envelope } from '../../../src/shared/run.ts'
import { authMessage } from '../../../src/crypto/auth.ts'
import { openEnvelope, sealEnvelope, type Body } from '../../../src/crypto/envelope.ts'
import { epochKeyOf, sealKeyOf } from '../../../src/crypto/epoch.ts'
import { sign, verify } from '../../../src/crypto/sign.ts'
import { cast, secrets } from './roster.ts'
import { filled, type Part } from './parts.ts'

/** A signature that is kept, after checking it; a new one where none is. */
async function signAgain(kept: string | undefined, message: Bytes): Promise<string> {
  const { second } = cast
  if (kept === undefined) return toHex(await sign(second.sign.privateKey, message))
  if (!(await verify(second.signPublic, fromHex(kept), message)))
    throw new Error('a signature of something else')
  return kept
}

const bodies: readonly Body[] = [
  {
    kind: 'person',
    time: 1_764_000_000_000,
    set: { givenName: 'Ágnes', 'phones/0a': { label: 'mobile', number: '+36 20 123 4567' } },
    over: {},
  },
  {
    kind: 'person',
    time: 1_764_000_060_000,
    set: { deletedAt: null, givenName: 'Ági' },
    over: { givenName: [`${cast.second.id}:1`] },
  },
]

/** Two changes and a void of the second device, in one run upon a head of the roster. */
export async function tellRun(spaceId: string, rosterHead: string, kept?: string): Promise<Part> {
  const { second } = cast
  const key = await sealKeyOf(await epochKeyOf(0, secrets.key), spaceId, second.id)
  const envelopes: Envelope[] = []
  let prevHash: Bytes = noHash
  for (const [at, body] of bodies.entries()) {
    const header = {
      kind: 'change',
      spaceId,
      recordId: '0d'.repeat(16),
      deviceId: second.id,
      seq: 1 + at,
      epoch: 0,
      prevHash,
      nonce: filled(12, 0xa0 + at),
    } as const
    const sealed = await sealEnvelope(key, header, body)
    envelopes.push(sealed.envelope)
    prevHash = sealed.hash
  }
  envelopes.push({ kind: 'void', recordId: zeroId, nonce: filled(12, 0xa2), ciphertext: new Uint8Array() })
  const unsigned = {
    rosterHead: fromHex(rosterHead),
    deviceId: second.id,
    firstSeq: 1,
    prevHash: noHash,
    epoch: 0,
    envelopes,
  }
  const links = linksOf(spaceId, unsigned)
  const opened = await Promise.all(links.slice(0, 2).map((link) => openEnvelope(key, link)))
  if (JSON.stringify(opened) !== JSON.stringify(bodies.map(inOrder))) throw new Error('a change that differs')
  const message = signedBytes(unsigned, envelopes.length, links.at(-1)?.hash ?? noHash)
  const signature = await signAgain(kept, message)
  return {
    rosterHead,
    envelopes: links.map(({ header, aad, hash, ciphertext }, at) => ({
      kind: header.kind,
      recordId: header.recordId,
      nonce: toHex(header.nonce),
      json: bodies[at] ? new TextDecoder().decode(writeCanonical(bodies[at])) : '',
      header: toHex(aad),
      ciphertext: toHex(ciphertext),
      hash: toHex(hash),
    })),
    message: toHex(message),
    signature,
    bytes: toHex(writeRun({ ...unsigned, signature: fromHex(signature) })),
  }
}

/** As it is when it was read: its fields in canonical order. */
const inOrder = (body: Body): unknown => JSON.parse(new TextDecoder().decode(writeCanonical(body)))

/** An answer to a challenge. */
export async function tellAuth(spaceId: string, kept?: string): Promise<Part> {
  const [publicUrl, challenge] = ['https://ponte.example', '08'.repeat(32)]
  const message = authMessage(publicUrl, spaceId, cast.second.id, challenge)
  return { publicUrl, challenge, message: toHex(message), signature: await signAgain(kept, message) }
}

export const padding: readonly (readonly [number, number])[] = [
  0, 1, 64, 65, 72, 73, 127, 128, 129, 200, 300, 1000, 1024, 1025, 4096, 10_000, 49_152, 65_000,
].map((length) => [length, paddedLength(length)])

/** JSON however it is spelt, and the one way in which it is written. */
const spellings: readonly string[] = [
  'null',
  '-0',
  '10e20',
  '1e-1',
  '"\\u0007\\"\\\\\\/\\u00e9\\u2028\\ud83d\\ude00\\ud800"',
  '{"b":1,"a":{"10":[],"9":{},"\\u00e9":"","Z":true}}',
]

export const canonical: readonly (readonly [string, string])[] = spellings.map((json) => [
  json,
  toHex(writeCanonical(JSON.parse(json) as Value)),
])
