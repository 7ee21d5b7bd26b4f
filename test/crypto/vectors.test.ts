import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pbkdf2Sync } from 'node:crypto'
import { format } from 'prettier'
import { describe, expect, test } from 'vitest'
import { fromHex, toHex } from '../../src/shared/bytes.ts'
import { labelled, labels } from '../../src/shared/labels.ts'
import { checkOf } from '../../src/crypto/check.ts'
import { verifyRoster } from '../../src/crypto/entry.ts'
import { verifyRun } from '../../src/crypto/run.ts'
import { digitsOf, openBox, slipKeysOf } from '../../src/crypto/slip.ts'
import { readRun } from '../../src/shared/run.ts'
import { canonical, padding, tellAuth, tellRun } from './vectors/exchange.ts'
import { deviceVector, hkdf, type Part } from './vectors/parts.ts'
import { tellPhoto } from './vectors/photo.ts'
import { cast, secrets, tellRoster, type Kept } from './vectors/roster.ts'

/**
 * `PONTE_VECTORS=write` writes the file anew (and signatures and wraps with it, which are never the same twice); without it
 * everything in the file is worked out again and compared, those two by verifying and opening them.
 */
const path = 'docs/vectors/p1.json'
const isWriting = process.env['PONTE_VECTORS'] === 'write'

type Entry = { readonly bytes: string; readonly head: string; readonly signatures: readonly string[] }
type File = {
  readonly wraps: readonly string[]
  readonly roster: { readonly spaceId: string; readonly entries: readonly Entry[] }
  readonly run: { readonly bytes: string; readonly signature: string }
  readonly auth: { readonly signature: string }
}

async function tell(before: File | undefined): Promise<Part> {
  const kept: Kept | undefined = before && {
    wraps: before.wraps,
    signatures: before.roster.entries.map(({ signatures }) => signatures),
  }
  const { part, roster, kept: now, box, names } = await tellRoster(kept)
  const { spaceId } = roster
  const key = toHex(secrets.key)
  const stretched = toHex(pbkdf2Sync(secrets.slip, labelled(labels.slip), 600_000, 32, 'sha256'))
  const { id } = await slipKeysOf(secrets.slip)
  const zero = '0'.repeat(32)
  return {
    about: 'Test vectors of the protocol p1, described in docs/protocol.md. Bytes are lower-case hex.',
    labels: Object.fromEntries(Object.values(labels).map((label) => [label, toHex(labelled(label))])),
    devices: { first: deviceVector(cast.first), second: deviceVector(cast.second) },
    epoch: {
      key,
      check: toHex(await checkOf(secrets.key, zero)),
      sealKeyOfFirst: hkdf(key, spaceId, labels.seal, fromHex(cast.first.id)),
      sealKeyOfSecond: hkdf(key, spaceId, labels.seal, fromHex(cast.second.id)),
      nameKey: hkdf(key, spaceId, labels.name),
    },
    slip: {
      secret: toHex(secrets.slip),
      digits: digitsOf(secrets.slip),
      stretched,
      id,
      boxKey: hkdf(stretched, zero, labels.box),
      boxNonce: '0b'.repeat(12),
      box,
    },
    wraps: now.wraps,
    roster: part,
    name: names,
    run: await tellRun(spaceId, roster.heads[3] ?? '', before?.run.signature),
    photo: await tellPhoto(spaceId),
    auth: await tellAuth(spaceId, before?.auth.signature),
    padding,
    canonical,
  }
}

const written = (): File => JSON.parse(readFileSync(path, 'utf8')) as File

if (isWriting) {
  const text = JSON.stringify(await tell(undefined))
  writeFileSync(path, await format(text, { parser: 'json', printWidth: 110 }))
}

describe('the test vectors', () => {
  test('are what this implementation gives', async () => {
    expect(existsSync(path)).toBe(true)
    expect(JSON.parse(JSON.stringify(await tell(written())))).toEqual(written())
  })

  test('hold a roster that verifies, and a run that its device signed', async () => {
    const { roster, run } = written()
    const entries = roster.entries.map(({ bytes, signatures }) => ({
      bytes: fromHex(bytes),
      signatures: signatures.map(fromHex),
    }))
    const verified = await verifyRoster(entries, roster.spaceId)
    expect(verified.heads).toEqual(roster.entries.map(({ head }) => head))
    const { sign } = verified.devices.get(cast.second.id) ?? expect.fail('nobody')
    expect(await verifyRun(roster.spaceId, readRun(fromHex(run.bytes)), sign)).toHaveLength(3)
  })

  test('hold a box that the digits open', async () => {
    const { roster } = written()
    const issue = JSON.parse(
      new TextDecoder().decode(fromHex(roster.entries[1]?.bytes ?? '').subarray(76)),
    ) as { box: string }
    expect(await openBox(await slipKeysOf(secrets.slip), fromHex(issue.box))).toMatchObject({
      inviter: 'Anna',
    })
  })

  test('cannot be changed unnoticed', async () => {
    const before = written()
    const spoilt = before.wraps.map((wrap, at) => (at === 0 ? `${wrap.slice(0, -2)}00` : wrap))
    await expect(tell({ ...before, wraps: spoilt })).rejects.toThrow()
    await expect(tell({ ...before, auth: { signature: before.run.signature } })).rejects.toThrow()
    await expect(
      tell({ ...before, run: { ...before.run, signature: before.auth.signature } }),
    ).rejects.toThrow()
  })
})
