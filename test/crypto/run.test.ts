import { describe, expect, test } from 'vitest'
import { concat, Malformed, toHex, type Bytes } from '../../src/shared/bytes.ts'
import { newId } from '../../src/shared/ids.ts'
import { noChain, writeAllowed } from '../../src/shared/roster/writing.ts'
import { readRun, writeRun, type Envelope, type Run } from '../../src/shared/run.ts'
import { makeDevice } from '../../src/crypto/device.ts'
import { openEnvelope } from '../../src/crypto/envelope.ts'
import { sealKeyOf } from '../../src/crypto/epoch.ts'
import { signRun, verifyRun } from '../../src/crypto/run.ts'
import { bodyOf, joined, makeSpace, write } from './space.ts'

const device = await makeDevice()
const space = await makeSpace(device)
const { spaceId } = space.roster
const texts = ['Első', 'Zweite', 'Trzecia']
const { run, last } = await write(space, device, texts.map(bodyOf))
const signPublic = toHex(device.signPublic)

const verified = (one: Run, of = spaceId, key = signPublic): Promise<unknown> => verifyRun(of, one, key)

/** The run that these bytes are, if they are one and its signature holds. */
async function accepted(wire: Uint8Array): Promise<Run | undefined> {
  try {
    const back = readRun(wire)
    return (await verified(back)) ? back : undefined
  } catch (problem) {
    expect(problem).toBeInstanceOf(Malformed)
    return undefined
  }
}

const [first, second, third] = run.envelopes as [Envelope, Envelope, Envelope]

describe('a signed run', () => {
  test('goes over the wire and opens on the other side', async () => {
    const links = await verifyRun(spaceId, readRun(writeRun(run)), signPublic)
    const key = await sealKeyOf(space.key, spaceId, device.id)
    const opened = await Promise.all((links ?? []).map((link) => openEnvelope(key, link)))
    expect(opened).toEqual(texts.map(bodyOf))
    expect(links?.map(({ header }) => header.seq)).toEqual([1, 2, 3])
    expect(links?.at(-1)?.hash).toEqual(last)
  })

  test('is refused with a single bit changed, in every byte', async () => {
    const wire = writeRun(run)
    expect(await accepted(wire)).toEqual(run)
    for (let bit = 0; bit < 8 * wire.length; bit += 3) {
      const altered = concat(wire)
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      if (await accepted(altered)) expect.fail(`bit ${bit}`)
    }
  })

  test('is refused as a run of another space or of another device', async () => {
    const other = await makeDevice()
    expect(await verified(run, newId())).toBeUndefined()
    expect(await verified(run, spaceId, toHex(other.signPublic))).toBeUndefined()
    expect(await verified({ ...run, deviceId: other.id })).toBeUndefined()
    expect(await verified({ ...run, deviceId: other.id }, spaceId, toHex(other.signPublic))).toBeUndefined()
  })

  test('is refused in another epoch, from another number, upon another hash, by another head', async () => {
    const others: Partial<Run>[] = [
      { epoch: 1 },
      { firstSeq: 2 },
      { prevHash: last },
      { rosterHead: new Uint8Array(32) },
      { signature: new Uint8Array(64) },
      { signature: new Uint8Array(0) },
    ]
    for (const other of others) expect(await verified({ ...run, ...other })).toBeUndefined()
  })

  test('is refused with its envelopes left out, doubled, in another order or from elsewhere', async () => {
    const strange = (await write(space, device, [bodyOf('x')])).run.envelopes
    const lists: Envelope[][] = [
      [],
      [first],
      [first, second],
      [second, third],
      [first, third],
      [second, first, third],
      [first, third, second],
      [first, second, third, third],
      [first, first, second, third],
      [...strange, second, third],
      [first, second, ...strange],
      [{ ...first, ciphertext: second.ciphertext }, second, third],
      [{ ...first, recordId: second.recordId }, second, third],
      [first, second, { ...third, nonce: first.nonce }],
    ]
    for (const envelopes of lists) expect(await verified({ ...run, envelopes })).toBeUndefined()
  })

  test('cannot be cut into two, nor two be joined', async () => {
    const more = await write(space, device, [bodyOf('4')], { firstSeq: 4, prevHash: last })
    expect(await verified(more.run)).toBeDefined()
    const envelopes = [...run.envelopes, ...more.run.envelopes]
    for (const { signature } of [run, more.run])
      expect(await verified({ ...run, signature, envelopes })).toBeUndefined()
  })
})

describe('a reader with the key of the epoch', () => {
  test('can seal as somebody else, but not sign', async () => {
    const { space: now, device: reader } = await joined(space, device, 'reader')
    const { run: forged } = await write({ ...now }, { ...reader, id: device.id }, [bodyOf('forged')])
    expect(await verified(forged)).toBeUndefined()
    const signedAnew = await signRun(reader, run, last)
    expect(await verified(signedAnew)).toBeUndefined()
  })

  test('has runs of its own, which the roster refuses', async () => {
    const { space: now, device: reader } = await joined(space, device, 'reader')
    const own = (await write(now, reader, [bodyOf('mine')])).run
    expect(await verified(own, spaceId, toHex(reader.signPublic))).toBeDefined()
    expect(writeAllowed(now.roster, own, noChain)).toBe('role')
  })
})

test('a signature that was turned into its twin is still the same run', async () => {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
  const r = run.signature.slice(0, 32)
  const s = BigInt(`0x${toHex(run.signature.slice(32))}`)
  const twin: Bytes = concat(
    r,
    Uint8Array.from(Buffer.from((order - s).toString(16).padStart(64, '0'), 'hex')),
  )
  const links = await verifyRun(spaceId, { ...run, signature: twin }, signPublic)
  expect(links?.at(-1)?.hash).toEqual(last)
})
