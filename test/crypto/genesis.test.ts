import 'fake-indexeddb/auto'
import { createHash, hkdfSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { concat, fromHex, prefixed, toHex, type Bytes } from '../../src/shared/bytes.ts'
import { readGenesis, writeGenesis, type GenesisBody } from '../../src/shared/roster/genesis.ts'
import { isId, type Random } from '../../src/shared/ids.ts'
import { labelled, labels } from '../../src/shared/labels.ts'
import { headOf, spaceIdOf } from '../../src/shared/roster/entry.ts'
import { makeDevice, testDevice, type Device } from '../../src/crypto/device.ts'
import { makeGenesis, type Genesis } from '../../src/crypto/genesis.ts'
import { sign } from '../../src/crypto/sign.ts'
import { kept } from './kept.ts'
import { openGenesis } from './open-genesis.ts'

/** Randomness that repeats: the key is 32 times 5, the member's id 16 times 5. */
const fives: Random = (bytes) => bytes.fill(5)
const key: Bytes = new Uint8Array(32).fill(5)

const device = await makeDevice()
const genesis = await makeGenesis(device, fives)

describe('a new space', () => {
  test('has the hash of its first entry for an id', () => {
    const hash = createHash('sha256').update(genesis.entry).digest('hex')
    expect(toHex(genesis.head)).toBe(hash)
    expect(genesis.spaceId).toBe(hash.slice(0, 32))
    expect(isId(genesis.spaceId)).toBe(true)
  })

  test('names its first device as coordinator', () => {
    const { signer, body } = readGenesis(genesis.entry)
    expect(signer).toBe(device.id)
    expect(body).toMatchObject({
      agree: toHex(device.agreePublic),
      member: '05'.repeat(16),
      role: 'coordinator',
      sign: toHex(device.signPublic),
      wrap: toHex(genesis.wrap),
    })
    expect(genesis.wrap).toHaveLength(113)
  })

  test('promises its first key by a check with zero salt', () => {
    const check = hkdfSync('sha256', key, new Uint8Array(16), prefixed('p1 check'), 16)
    expect(readGenesis(genesis.entry).body.check).toBe(toHex(new Uint8Array(check)))
  })

  test('is another one each time, with another key', async () => {
    const [one, other] = await Promise.all([makeGenesis(device), makeGenesis(device)])
    expect(one.spaceId).not.toBe(other.spaceId)
    expect(await openGenesis(one, device)).not.toEqual(await openGenesis(other, device))
  })

  test('gives its key to the device that opened it, and to no other', async () => {
    expect(await openGenesis(genesis, device)).toEqual(key)
    await expect(openGenesis(genesis, await makeDevice())).rejects.toMatchObject({ code: 'wrap-refused' })
  })
})

test('keys and genesis survive IndexedDB: they still sign, and the key still opens', async () => {
  const back = await kept<{ device: Device; genesis: Genesis }>({ device, genesis })
  expect(back.device).not.toBe(device)
  expect(back.device.sign.privateKey.extractable).toBe(false)
  await testDevice(back.device)
  expect(await openGenesis(back.genesis, back.device)).toEqual(key)
  const another = await makeGenesis(back.device)
  await expect(openGenesis(another, device)).resolves.toHaveLength(32)
})

describe('a forged genesis', () => {
  test('with another hash, id, or signature is refused', async () => {
    const other = await makeGenesis(device)
    const forged: Genesis[] = [
      { ...genesis, head: other.head },
      { ...genesis, spaceId: other.spaceId },
      { ...genesis, entry: other.entry },
      { ...genesis, signatures: other.signatures },
      { ...genesis, signatures: [] },
      { ...genesis, signatures: [new Uint8Array(0)] },
      { ...genesis, signatures: [...genesis.signatures, ...genesis.signatures] },
    ]
    for (const one of forged) {
      await expect(openGenesis(one, device)).rejects.toMatchObject({ name: 'Problem', code: 'entry-forged' })
    }
  })

  test('with any byte of its entry changed is refused, even when hash and id are made to fit', async () => {
    for (let at = 0; at < genesis.entry.length; at += 1) {
      const entry = concat(genesis.entry)
      entry[at] = (entry[at] ?? 0) ^ 1
      const head = await headOf(entry)
      const forged = { ...genesis, entry, head, spaceId: spaceIdOf(head) }
      await expect(openGenesis(forged, device)).rejects.toMatchObject({ name: 'Problem' })
    }
  })

  test('signed by a device that its keys do not name is refused', async () => {
    const { body } = readGenesis(genesis.entry)
    const forged = await signed((await makeDevice()).id, body)
    await expect(openGenesis(forged, device)).rejects.toMatchObject({ code: 'entry-forged' })
  })

  test('with the wrap or the check of another space is refused, even when its device signs it or the key is the same', async () => {
    const { body } = readGenesis(genesis.entry)
    const other = readGenesis((await makeGenesis(device)).entry).body
    for (const mixed of [
      { ...body, wrap: other.wrap },
      { ...body, check: other.check },
    ]) {
      const forged = await signed(device.id, mixed)
      await expect(openGenesis(forged, device)).rejects.toMatchObject({ code: 'wrap-refused' })
    }
    const another = await makeGenesis(device, fives)
    await expect(openGenesis({ ...genesis, wrap: another.wrap }, device)).rejects.toMatchObject({
      code: 'wrap-refused',
    })
  })

  test('that is no genesis entry at all is refused by name', async () => {
    const entry = new Uint8Array(80)
    const head = await headOf(entry)
    const forged = { ...genesis, entry, head, spaceId: spaceIdOf(head) }
    await expect(openGenesis(forged, device)).rejects.toMatchObject({ code: 'entry-malformed' })
  })
})

/** A genesis with this body, its hash and its signature by the device as they should be. */
async function signed(signer: string, body: GenesisBody): Promise<Genesis> {
  const entry = writeGenesis(signer, body)
  const head = await headOf(entry)
  const signature = await sign(device.sign.privateKey, labelled(labels.entry, head))
  const wrap = fromHex(body.wrap)
  return { spaceId: spaceIdOf(head), entry, head, signatures: [signature], wrap }
}
