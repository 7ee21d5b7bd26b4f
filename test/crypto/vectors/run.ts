import { fromHex, toHex, type Bytes } from '../../../src/shared/bytes.ts'
import { writeCanonical } from '../../../src/shared/canonical.ts'
import { noHash } from '../../../src/shared/envelope.ts'
import { zeroId } from '../../../src/shared/ids.ts'
import { presentEpoch, presentHead, type Roster } from '../../../src/shared/roster/roster.ts'
import { linksOf, signedBytes, writeRun, type Envelope } from '../../../src/shared/run.ts'
import { openEnvelope, sealEnvelope, type Body } from '../../../src/crypto/envelope.ts'
import { epochKeyOf, sealKeyOf } from '../../../src/crypto/epoch.ts'
import { sign, verify } from '../../../src/crypto/sign.ts'
import { cast } from './cast.ts'
import { filled, type Part } from './parts.ts'

/** A signature of the second device that is kept, after checking it; a new one where none is. */
export async function signAgain(kept: string | undefined, message: Bytes): Promise<string> {
  const { second } = cast
  if (kept === undefined) return toHex(await sign(second.sign.privateKey, message))
  if (!(await verify(second.signPublic, fromHex(kept), message)))
    throw new Error('a signature of something else')
  return kept
}

/** What the second device writes while it may, and in the next epoch; a void closes the first run. */
export const written: { readonly first: readonly Body[]; readonly next: readonly Body[] } = {
  first: [
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
  ],
  next: [
    {
      kind: 'person',
      time: 1_764_000_120_000,
      set: { givenName: 'Ágota' },
      over: { givenName: [`${cast.second.id}:2`] },
    },
  ],
}

/** Where a run goes on from. */
export type Before = { readonly seq: number; readonly hash: string }
export type ToldRun = { readonly part: Part; readonly end: Before }

/** As it is when it was read: its fields in canonical order. */
const inOrder = (body: Body): unknown => JSON.parse(new TextDecoder().decode(writeCanonical(body)))

/** Changes of the second device, in one run upon a roster's present head. */
export async function tellRun(
  roster: Roster,
  epochKey: Bytes,
  { bodies, hasVoid }: { readonly bodies: readonly Body[]; readonly hasVoid: boolean },
  before: Before,
  kept: string | undefined,
): Promise<ToldRun> {
  const { second } = cast
  const { spaceId } = roster
  const epoch = presentEpoch(roster)
  const key = await sealKeyOf(await epochKeyOf(epoch, epochKey), spaceId, second.id)
  const envelopes: Envelope[] = []
  const firstHash = before.seq === 0 ? noHash : fromHex(before.hash)
  let prevHash: Bytes = firstHash
  for (const [at, body] of bodies.entries()) {
    const seq = before.seq + 1 + at
    const header = {
      kind: 'change',
      spaceId,
      recordId: '0d'.repeat(16),
      deviceId: second.id,
      seq,
      epoch,
      prevHash,
      nonce: filled(12, 0x9f + seq),
    } as const
    const sealed = await sealEnvelope(key, header, body)
    envelopes.push(sealed.envelope)
    prevHash = sealed.hash
  }
  if (hasVoid)
    envelopes.push({ kind: 'void', recordId: zeroId, nonce: filled(12, 0xa2), ciphertext: new Uint8Array() })
  const unsigned = {
    rosterHead: fromHex(presentHead(roster)),
    deviceId: second.id,
    firstSeq: before.seq + 1,
    prevHash: firstHash,
    epoch,
    envelopes,
  }
  const links = linksOf(spaceId, unsigned)
  const opened = await Promise.all(links.slice(0, bodies.length).map((link) => openEnvelope(key, link)))
  if (JSON.stringify(opened) !== JSON.stringify(bodies.map(inOrder))) throw new Error('a change that differs')
  const lastHash = links.at(-1)?.hash ?? noHash
  const message = signedBytes(unsigned, envelopes.length, lastHash)
  const signature = await signAgain(kept, message)
  const part = {
    rosterHead: presentHead(roster),
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
  return { part, end: { seq: before.seq + envelopes.length, hash: toHex(lastHash) } }
}
