import { expect, test } from 'vitest'
import { newId } from '../../src/shared/ids.ts'
import { openBack, sealBack } from '../../src/crypto/back.ts'
import { epochKeyOf, type EpochKey } from '../../src/crypto/epoch.ts'

const keyOf = (byte: number, epoch: number): Promise<EpochKey> =>
  epochKeyOf(epoch, new Uint8Array(32).fill(byte))

const [space, before] = [newId(), new Uint8Array(32).fill(1)]
const key = await keyOf(2, 1)
const refused = { name: 'Problem', code: 'seal-refused' }

test('whoever has the newest key goes back to all the keys before it', async () => {
  const keys = await Promise.all([1, 2, 3, 4].map((byte, epoch) => keyOf(byte, epoch)))
  const backs = await Promise.all(
    keys.slice(1).map((later, at) => sealBack(later, space, keys[at]?.raw ?? expect.fail('no key'))),
  )
  let raw = keys.at(-1)?.raw ?? expect.fail('no key')
  for (let epoch = 3; epoch > 0; epoch -= 1)
    raw = await openBack(await epochKeyOf(epoch, raw), space, backs[epoch - 1] ?? expect.fail('no way'))
  expect(raw).toEqual(keys[0]?.raw)
})

test('a back-link is 48 bytes, the same each time, and shows nothing of the key in it', async () => {
  const back = await sealBack(key, space, before)
  expect(back).toHaveLength(48)
  expect(await sealBack(key, space, before)).toEqual(back)
  expect(back.slice(0, 32)).not.toEqual(before)
})

test('a back-link does not open with another key, for another epoch or in another space', async () => {
  const back = await sealBack(key, space, before)
  await expect(openBack(await keyOf(3, 1), space, back)).rejects.toMatchObject(refused)
  await expect(openBack(await keyOf(2, 2), space, back)).rejects.toMatchObject(refused)
  await expect(openBack(key, newId(), back)).rejects.toMatchObject(refused)
  expect(await openBack(key, space, back)).toEqual(before)
})

test('the key before does not open the key after it', async () => {
  const back = await sealBack(key, space, before)
  await expect(openBack(await keyOf(1, 1), space, back)).rejects.toMatchObject(refused)
})

test('a back-link with any byte altered, or cut off, does not open', async () => {
  const back = await sealBack(key, space, before)
  for (const at of back.keys()) {
    const altered = back.map((byte, index) => (index === at ? byte ^ 1 : byte))
    await expect(openBack(key, space, altered)).rejects.toMatchObject(refused)
  }
  for (const length of [0, 15, 47])
    await expect(openBack(key, space, back.slice(0, length))).rejects.toMatchObject(refused)
})
