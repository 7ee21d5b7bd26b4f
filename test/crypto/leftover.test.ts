import { deflateSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { concat, fromHex, readU32, toHex, u32, utf8, type Bytes } from '../../src/shared/bytes.ts'
import { writeCanonical } from '../../src/shared/canonical.ts'
import { sha256 } from '../../src/shared/hash.ts'
import { newId, secureRandom } from '../../src/shared/ids.ts'
import { labelled, labels } from '../../src/shared/labels.ts'
import type { Value } from '../../src/shared/value.ts'
import { sealWith } from '../../src/crypto/aead.ts'
import { makeDevice, type Device } from '../../src/crypto/device.ts'
import { deriveKey, epochKeyOf } from '../../src/crypto/epoch.ts'
import { openLeftover, sealLeftover, type LeftBy } from '../../src/crypto/leftover.ts'
import { sign } from '../../src/crypto/sign.ts'
import { wrapBound } from '../../src/crypto/wrap.ts'

const [removed, chair, deputy, stranger] = await Promise.all([
  makeDevice(),
  makeDevice(),
  makeDevice(),
  makeDevice(),
])
const by: LeftBy = { space: newId(), device: removed.id }
const content = { changes: [{ kind: 'note', record: newId(), set: { text: 'Grüße' }, time: 1 }] }
const readers = [chair, deputy].map(({ id, agreePublic }) => ({ id, agree: toHex(agreePublic) }))
const file = await sealLeftover(by, removed.sign.privateKey, readers, content)

const open = (bytes: Bytes, reader: Device = chair, of: LeftBy = by, signer: Device = removed) =>
  openLeftover(of, toHex(signer.signPublic), reader, bytes)

const problem = (code: string) => ({ name: 'Problem', code })

/** What is signed of a file, and a signature of it by any device. */
const boundTo = ({ space, device }: LeftBy): Bytes =>
  labelled(labels.leftover, fromHex(space), fromHex(device))
const signedBy = async (signer: Device, bytes: Bytes): Promise<Bytes> =>
  concat(bytes, await sign(signer.sign.privateKey, concat(boundTo(by), await sha256(bytes))))

/** A file that its device signed, whatever is in it. */
async function fileOf(head: Bytes, raw: Bytes, plain: Bytes): Promise<Bytes> {
  const { material } = await epochKeyOf(0, raw)
  const key = await deriveKey(material, fromHex(by.space), labels.leftover, fromHex(by.device))
  const sealed = await sealWith(key, plain, boundTo(by), secureRandom(new Uint8Array(12)))
  return signedBy(removed, concat(u32(head.length), head, sealed))
}

async function fileForChair(plain: Bytes): Promise<Bytes> {
  const raw = secureRandom(new Uint8Array(32))
  const wrap = toHex(await wrapBound(raw, chair.agreePublic, boundTo(by)))
  return fileOf(writeCanonical({ [chair.id]: wrap }), raw, plain)
}

const deflated = (value: Value): Bytes => concat(deflateSync(writeCanonical(value)))

describe('what a removed device left', () => {
  test('opens for each coordinator that it was sealed for', async () => {
    expect(await open(file)).toEqual(content)
    expect(await open(file, deputy)).toEqual(content)
  })

  test('is nothing for anybody else, not even under the name of one of them', async () => {
    expect(await open(file, stranger)).toBeUndefined()
    expect(await open(file, removed)).toBeUndefined()
    const posing = { ...stranger, id: chair.id }
    await expect(open(file, posing)).rejects.toMatchObject(problem('wrap-refused'))
  })

  test('shows nothing of what is in it, and never has the same key or bytes again', async () => {
    expect(new TextDecoder('latin1').decode(file)).not.toContain('note')
    const again = await sealLeftover(by, removed.sign.privateKey, readers, content)
    expect(again).not.toEqual(file)
    expect(await open(again)).toEqual(content)
  })

  test('is refused unless the device that was removed signed it', async () => {
    const forged = await sealLeftover(by, stranger.sign.privateKey, readers, content)
    await expect(open(forged)).rejects.toMatchObject(problem('entry-forged'))
    await expect(open(file, chair, by, stranger)).rejects.toMatchObject(problem('entry-forged'))
  })

  test('is refused as that of another device or of another space', async () => {
    for (const of of [
      { ...by, device: stranger.id },
      { ...by, space: newId() },
    ])
      await expect(open(file, chair, of)).rejects.toMatchObject(problem('entry-forged'))
  })

  test('is refused with any byte altered, or too short', async () => {
    for (const at of file.keys()) {
      const altered = file.map((byte, index) => (index === at ? byte ^ 1 : byte))
      await expect(open(altered)).rejects.toMatchObject(problem('entry-forged'))
    }
    for (const length of [68, file.length - 1])
      await expect(open(file.slice(0, length))).rejects.toMatchObject(problem('entry-forged'))
    for (const length of [0, 3, 67])
      await expect(open(file.slice(0, length))).rejects.toMatchObject({ name: 'Problem' })
  })

  test('is refused where its own device sealed it for another space, or altered what is sealed', async () => {
    const unsigned = file.slice(0, -64)
    const last = unsigned.length - 1
    const altered = unsigned.map((byte, at) => (at === last ? byte ^ 1 : byte))
    await expect(open(await signedBy(removed, altered))).rejects.toMatchObject(problem('seal-refused'))
    const elsewhere = await sealLeftover({ ...by, space: newId() }, removed.sign.privateKey, readers, content)
    const moved = await signedBy(removed, elsewhere.slice(0, -64))
    await expect(open(moved)).rejects.toMatchObject(problem('wrap-refused'))
  })

  test('is refused with a head that is none', async () => {
    const rest = file.slice(4 + readU32(file, 0), -64)
    const heads: readonly Bytes[] = [
      concat(utf8('{ }')),
      concat(utf8('[]')),
      writeCanonical({ [chair.id]: '00' }),
      writeCanonical({ chair: '00'.repeat(113) }),
      writeCanonical({ [chair.id]: `06${'05'.repeat(112)}` }),
    ]
    for (const head of heads) {
      const made = await signedBy(removed, concat(u32(head.length), head, rest))
      await expect(open(made)).rejects.toMatchObject(problem('change-malformed'))
    }
    const longer = await signedBy(removed, concat(u32(0xffff_ffff), rest))
    await expect(open(longer)).rejects.toMatchObject(problem('change-malformed'))
  })

  test('is refused if what is sealed is no JSON, or JSON spelt otherwise', async () => {
    expect(await open(await fileForChair(deflated(content)))).toEqual(content)
    const spelt = concat(deflateSync(utf8('{ "changes": [] }')))
    for (const plain of [concat(deflateSync(utf8('no'))), spelt])
      await expect(open(await fileForChair(plain))).rejects.toMatchObject(problem('change-malformed'))
    for (const plain of [new Uint8Array(0), Uint8Array.of(6, 6, 6)])
      await expect(open(await fileForChair(plain))).rejects.toMatchObject(problem('change-malformed'))
  })

  test('is not read where it inflates to more than 16 MiB', async () => {
    const most = 16 * 1024 * 1024
    const long = await fileForChair(deflated('a'.repeat(100_000)))
    expect(await open(long)).toHaveLength(100_000)
    // What fits is a whole text by itself: nobody may take that for all there was.
    const bomb = await fileForChair(concat(deflateSync(utf8(`"${'a'.repeat(most - 2)}" and more`))))
    expect(bomb.length).toBeLessThan(64 * 1024)
    await expect(open(bomb)).rejects.toMatchObject(problem('change-malformed'))
  })
})
