import { beforeAll, describe, expect, test } from 'vitest'
import { concat, fromHex, toHex, type Bytes } from '../../src/shared/bytes.ts'
import { newId } from '../../src/shared/ids.ts'
import { labelled, labels } from '../../src/shared/labels.ts'
import { limits } from '../../src/shared/limits.ts'
import { headOf, writeEntry, zeroHead } from '../../src/shared/roster/entry.ts'
import { readGenesis, writeGenesis } from '../../src/shared/roster/genesis.ts'
import { presentHead } from '../../src/shared/roster/roster.ts'
import { deviceIdOf, makeDevice, type Device } from '../../src/crypto/device.ts'
import {
  signEntry,
  verifyEntry,
  verifyGenesisEntry,
  verifyRoster,
  type SignedEntry,
} from '../../src/crypto/entry.ts'
import { sign } from '../../src/crypto/sign.ts'
import { openWrap } from '../../src/crypto/wrap.ts'
import { admitBodyOf, admits, append, joined, makeSlip, makeSpace, type Space } from './space.ts'

const [chair, guest, other] = await Promise.all([makeDevice(), makeDevice(), makeDevice()])
let space: Space
let admission: SignedEntry
const member = newId()

beforeAll(async () => {
  space = await makeSpace(chair)
  admission = await admits(space, chair, { device: guest, member, role: 'member' })
})

const refusalOf = async (entry: SignedEntry, upon: Space = space): Promise<string> => {
  const verified = await verifyEntry(upon.roster, entry)
  return 'refusal' in verified ? verified.refusal : 'fine'
}

/** The admission of the guest with another body, signed by these keys. */
const admitting = async (body: object, ...keys: CryptoKey[]): Promise<SignedEntry> => {
  const said = await admitBodyOf(space, { device: guest, member, role: 'member' })
  return signEntry(space.roster, { kind: 'admit', signer: chair.id, body: { ...said, ...body } }, keys)
}
const keyOf = (device: Device): CryptoKey => device.sign.privateKey

describe('an entry', () => {
  test('is taken with the signatures of who admits and of the new device', async () => {
    const { roster } = await append(space, admission)
    expect(roster.devices.get(guest.id)).toMatchObject({ member, since: 1, slip: '' })
    expect(presentHead(roster)).toBe(toHex(await headOf(admission.bytes)))
  })

  test('gives the new device the key of the space', async () => {
    const { roster } = await append(space, admission)
    const [wrap] = (roster.devices.get(guest.id) ?? expect.fail('nobody')).wraps
    if (!wrap) throw new Error('no wrap')
    const place = { spaceId: roster.spaceId, epoch: wrap.epoch, headBefore: fromHex(wrap.headBefore) }
    expect(await openWrap(fromHex(wrap.bytes), guest.agree, place)).toEqual(space.key.raw)
  })

  test('is refused with fewer, more, exchanged or other signatures', async () => {
    const [one, two] = admission.signatures as [Bytes, Bytes]
    const message = labelled(labels.entry, await headOf(admission.bytes))
    const strange = await sign(keyOf(other), message)
    const unlabelled = await sign(keyOf(chair), await headOf(admission.bytes))
    const lists = [
      [],
      [one],
      [two],
      [two, one],
      [one, one],
      [one, two, two],
      [strange, two],
      [one, strange],
      [unlabelled, two],
      [one, new Uint8Array(64)],
      [one, new Uint8Array(0)],
      [concat(one, new Uint8Array(1)), two],
    ]
    for (const signatures of lists) expect(await refusalOf({ ...admission, signatures })).toBe('signature')
  })

  test('is refused with a single bit changed, in every byte', async () => {
    const { bytes, signatures } = admission
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = concat(bytes)
      altered[at] = (altered[at] ?? 0) ^ (1 << (at & 7))
      expect(await refusalOf({ bytes: altered, signatures }), `byte ${at}`).not.toBe('fine')
    }
    for (const [place, signature] of signatures.entries())
      for (let bit = 0; bit < 512; bit += 5) {
        const altered = signature.slice()
        altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const changed = signatures.map((one, at) => (at === place ? altered : one))
        expect(await refusalOf({ bytes, signatures: changed })).toBe('signature')
      }
  })

  test('is refused in another space, even one of the same device', async () => {
    expect(await refusalOf(admission, await makeSpace(chair))).toBe('head')
  })

  test('is refused twice, and after another one', async () => {
    const next = await append(space, admission)
    expect(await refusalOf(admission, next)).toBe('head')
    const late = await append(space, await admits(space, chair, { device: other, member, role: 'reader' }))
    expect(await refusalOf(admission, late)).toBe('head')
  })

  test('has the same head whatever becomes of its signatures', async () => {
    const again = await signEntry(
      space.roster,
      {
        kind: 'admit',
        signer: chair.id,
        body: JSON.parse(new TextDecoder().decode(admission.bytes.slice(76))) as never,
      },
      [keyOf(chair), keyOf(guest)],
    )
    expect(again.bytes).toEqual(admission.bytes)
    expect(again.signatures).not.toEqual(admission.signatures)
    expect((await append(space, again)).roster).toEqual((await append(space, admission)).roster)
  })

  test('that is too long or no entry at all is refused before it is read', async () => {
    for (const bytes of [new Uint8Array(limits.entry + 1), new Uint8Array(0), admission.bytes.slice(1)])
      expect(await refusalOf({ ...admission, bytes })).toBe('malformed')
  })
})

describe('a new device', () => {
  test('is named by its keys', async () => {
    expect(await refusalOf(await admitting({ device: newId() }, keyOf(chair), keyOf(guest)))).toBe(
      'malformed',
    )
    expect(
      await refusalOf(await admitting({ agree: toHex(other.agreePublic) }, keyOf(chair), keyOf(guest))),
    ).toBe('malformed')
  })

  test('signs too: nobody brings in the keys of another', async () => {
    expect(await refusalOf(await admitting({}, keyOf(chair), keyOf(guest)))).toBe('fine')
    expect(await refusalOf(await admitting({}, keyOf(chair), keyOf(chair)))).toBe('signature')
    expect(await refusalOf(await admitting({}, keyOf(chair)))).toBe('signature')
  })

  test('has keys on the curve, in the one form that every machine takes', async () => {
    const point = toHex(guest.signPublic)
    const hybrid = `0${6 + (Number.parseInt(point.slice(-1), 16) & 1)}${point.slice(2)}`
    for (const wrong of [`04${'11'.repeat(64)}`, `04${'00'.repeat(64)}`, hybrid, `00${point.slice(2)}`])
      expect(await refusalOf(await admitting({ sign: wrong }, keyOf(chair), keyOf(guest)))).toBe('malformed')
    // Named by its keys all the same: nobody could ever wrap a key for it.
    const agree = `04${'ff'.repeat(64)}`
    const device = await deviceIdOf(guest.signPublic, fromHex(agree))
    expect(await refusalOf(await admitting({ agree, device }, keyOf(chair), keyOf(guest)))).toBe('malformed')
  })

  test('cannot admit itself', async () => {
    const body = await admitBodyOf(space, { device: guest, member, role: 'member' })
    const said = { kind: 'admit', signer: guest.id, body } as const
    const entry = await signEntry(space.roster, said, [keyOf(guest), keyOf(guest)])
    expect(await refusalOf(entry)).toBe('signer')
  })
})

describe('a slip', () => {
  async function invited(): Promise<{ now: Space; slip: Awaited<ReturnType<typeof makeSlip>> }> {
    const slip = await makeSlip(space)
    const body = { ...slip.body, expires: 1, member, role: 'member' }
    const issue = await signEntry(space.roster, { kind: 'issue', signer: chair.id, body }, [keyOf(chair)])
    return { slip, now: await append(space, issue) }
  }

  test('admits a device with its own key and the key of the device', async () => {
    const { now, slip } = await invited()
    const body = await admitBodyOf(now, { device: guest, member, role: 'member' }, slip.id)
    const said = { kind: 'admit', signer: slip.id, body } as const
    const by = (...keys: CryptoKey[]): Promise<SignedEntry> => signEntry(now.roster, said, keys)
    expect(await refusalOf(await by(slip.sign.privateKey, keyOf(guest)), now)).toBe('fine')
    expect(await refusalOf(await by(keyOf(chair), keyOf(guest)), now)).toBe('signature')
    expect(await refusalOf(await by(keyOf(guest), keyOf(guest)), now)).toBe('signature')
    expect(await refusalOf(await by(slip.sign.privateKey, slip.sign.privateKey), now)).toBe('signature')
    const used = await append(now, await by(slip.sign.privateKey, keyOf(guest)))
    const again = await admitBodyOf(used, { device: other, member, role: 'member' }, slip.id)
    const keys = [slip.sign.privateKey, keyOf(other)]
    const second = await signEntry(used.roster, { kind: 'admit', signer: slip.id, body: again }, keys)
    expect(await refusalOf(second, used)).toBe('slip')
  })

  test('has keys on the curve', async () => {
    const slip = await makeSlip(space)
    for (const wrong of [{ sign: `04${'11'.repeat(64)}` }, { agree: `04${'11'.repeat(64)}` }]) {
      const body = { ...slip.body, expires: 1, member, role: 'member', ...wrong }
      const entry = await signEntry(space.roster, { kind: 'issue', signer: chair.id, body }, [keyOf(chair)])
      expect(await refusalOf(entry)).toBe('malformed')
    }
  })
})

test('a reader signs nothing that makes it more than a reader', async () => {
  const { space: now, device: reader } = await joined(space, chair, 'reader')
  const own = now.roster.devices.get(reader.id)?.member ?? ''
  const raise = {
    kind: 'role',
    signer: reader.id,
    body: { device: reader.id, role: 'member', cut: null },
  } as const
  expect(await refusalOf(await signEntry(now.roster, raise, [keyOf(reader)]), now)).toBe('role')
  const asChair = { ...raise, signer: chair.id } as const
  expect(await refusalOf(await signEntry(now.roster, asChair, [keyOf(reader)]), now)).toBe('signature')
  for (const role of ['coordinator', 'member'] as const) {
    const entry = await admits(now, reader, { device: guest, member: own, role })
    expect(await refusalOf(entry, now)).toBe('role')
  }
})

describe('a roster', () => {
  test('is verified from its genesis', async () => {
    const next = await append(space, admission)
    expect(await verifyRoster(next.entries, next.roster.spaceId)).toEqual(next.roster)
  })

  test('is refused for another space, without a genesis, or with a wrong entry', async () => {
    const { spaceId } = space.roster
    const [genesis] = space.entries as [SignedEntry]
    const forged = { code: 'entry-forged' }
    await expect(verifyRoster([], spaceId)).rejects.toMatchObject({ code: 'entry-malformed' })
    await expect(verifyRoster(space.entries, newId())).rejects.toMatchObject(forged)
    await expect(verifyRoster([admission], spaceId)).rejects.toMatchObject(forged)
    await expect(verifyRoster([genesis, genesis], spaceId)).rejects.toMatchObject({
      ...forged,
      cause: 'head',
    })
    const unsigned = { ...admission, signatures: [] }
    await expect(verifyRoster([genesis, unsigned], spaceId)).rejects.toMatchObject({
      ...forged,
      cause: 'signature',
    })
  })

  test('says of an entry that waits for the update that it does', async () => {
    const { spaceId } = space.roster
    const entry = await signEntry(space.roster, { kind: 'erase', signer: chair.id, body: {} }, [keyOf(chair)])
    const newer = concat(entry.bytes)
    newer[3] = 200
    await expect(verifyRoster([...space.entries, { ...entry, bytes: newer }], spaceId)).rejects.toMatchObject(
      { cause: 'kind' },
    )
  })

  test('begins with keys on the curve', async () => {
    const { body } = readGenesis((space.entries[0] as SignedEntry).bytes)
    for (const wrong of [{ sign: `04${'11'.repeat(64)}` }, { agree: `04${'11'.repeat(64)}` }]) {
      const bytes = writeGenesis(chair.id, { ...body, ...wrong })
      const signatures = [await sign(keyOf(chair), labelled(labels.entry, await headOf(bytes)))]
      await expect(verifyGenesisEntry({ bytes, signatures })).rejects.toMatchObject({ code: 'key-malformed' })
    }
  })

  test('never begins with an entry of another kind, even a signed one', async () => {
    const { body } = readGenesis((space.entries[0] as SignedEntry).bytes)
    const first = { spaceId: '0'.repeat(32), index: 0, prevHead: zeroHead, signer: chair.id, body }
    const bytes = writeEntry({ ...first, kind: 'admit' })
    const signatures = [await sign(keyOf(chair), labelled(labels.entry, await headOf(bytes)))]
    await expect(verifyGenesisEntry({ bytes, signatures })).rejects.toMatchObject({ code: 'entry-malformed' })
  })
})
