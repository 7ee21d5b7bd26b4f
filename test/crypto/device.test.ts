import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { concat, toHex, u32, utf8 } from '../../src/shared/bytes.ts'
import { isId } from '../../src/shared/ids.ts'
import { makeDevice, testDevice } from '../../src/crypto/device.ts'

const refused = { name: 'Problem', code: 'keys-refused' }

afterEach(() => vi.restoreAllMocks())

describe('a new device', () => {
  test('has private keys that nobody can take out', async () => {
    const device = await makeDevice()
    for (const key of [device.sign.privateKey, device.agree.privateKey]) {
      expect(key.extractable).toBe(false)
      await expect(crypto.subtle.exportKey('jwk', key)).rejects.toThrow()
    }
  })

  test('is named by the hash of its public keys', async () => {
    const device = await makeDevice()
    const label = utf8('p1 device')
    const named = concat(u32(label.length), label, device.signPublic, device.agreePublic)
    expect(device.id).toBe(createHash('sha256').update(named).digest('hex').slice(0, 32))
    expect(isId(device.id)).toBe(true)
    expect(toHex(device.signPublic)).toMatch(/^04.{128}$/)
    expect(toHex(device.agreePublic)).toMatch(/^04.{128}$/)
  })

  test('passes its test', async () => {
    await expect(testDevice(await makeDevice())).resolves.toBeUndefined()
  })

  test('says so when the browser makes no keys', async () => {
    vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValue(new DOMException('no', 'NotSupportedError'))
    await expect(makeDevice()).rejects.toMatchObject(refused)
  })
})

describe('the test of a device', () => {
  test('fails when the browser refuses to sign', async () => {
    const device = await makeDevice()
    const cause = new DOMException('no', 'InvalidAccessError')
    vi.spyOn(crypto.subtle, 'sign').mockRejectedValue(cause)
    await expect(testDevice(device)).rejects.toMatchObject({ ...refused, cause })
  })

  test('fails when a key came back as another one', async () => {
    const [device, other] = await Promise.all([makeDevice(), makeDevice()])
    const mixed = [
      { ...device, sign: other.sign },
      { ...device, agree: other.agree },
      { ...device, signPublic: other.signPublic },
      { ...device, agreePublic: other.agreePublic },
      { ...device, id: other.id },
    ]
    for (const one of mixed) await expect(testDevice(one)).rejects.toMatchObject(refused)
  })

  test('fails when a key came back as something else', async () => {
    const device = await makeDevice()
    const lost = JSON.parse(JSON.stringify(device.sign)) as CryptoKeyPair
    await expect(testDevice({ ...device, sign: lost })).rejects.toMatchObject(refused)
  })
})
