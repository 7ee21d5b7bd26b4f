import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { format } from 'prettier'
import { describe, expect, test } from 'vitest'
import { fromHex, toHex, type Bytes } from '../../src/shared/bytes.ts'
import { labelled, labels } from '../../src/shared/labels.ts'
import { checkOf } from '../../src/crypto/check.ts'
import { verifyRoster } from '../../src/crypto/entry.ts'
import { verifyRun } from '../../src/crypto/run.ts'
import { entryKinds, readEntry } from '../../src/shared/roster/entry.ts'
import { openBox, slipKeysOf } from '../../src/crypto/slip.ts'
import { lastSeqOf, linksOf, readRun } from '../../src/shared/run.ts'
import {
  endsRightly,
  noChain,
  rosterIndexOf,
  writeAllowed,
  type Chain,
} from '../../src/shared/roster/writing.ts'
import { cast, secrets } from './vectors/cast.ts'
import { tellCheckpoint, tellErased, tellStatement } from './vectors/checkpoint.ts'
import { canonical, padding, tellAuth, tellLog, tellRegister } from './vectors/exchange.ts'
import { tellLeftover } from './vectors/leftover.ts'
import { deviceVector, hkdf, type FixedDevice, type Part } from './vectors/parts.ts'
import { tellPhoto } from './vectors/photo.ts'
import { tellRoster, type Kept } from './vectors/roster.ts'

/**
 * `PONTE_VECTORS=write` writes the file anew (and signatures and wraps with it, which are never the same twice); without it
 * everything in the file is worked out again and compared, those two by verifying and opening them.
 */
const path = 'docs/vectors/p1.json'
const isWriting = process.env['PONTE_VECTORS'] === 'write'

type Entry = { readonly bytes: string; readonly head: string; readonly signatures: readonly string[] }
type Run = { readonly bytes: string; readonly signature: string }
type File = {
  readonly wraps: readonly string[]
  readonly roster: { readonly spaceId: string; readonly entries: readonly Entry[] }
  readonly runs: readonly Run[]
  readonly erasedRun: { readonly bytes: string }
  readonly auth: { readonly signature: string }
  readonly register?: { readonly signature: string }
  readonly statement?: { readonly signature: string }
  readonly leftover: { readonly file: string }
}

const sealKey = (key: string, spaceId: string, { id }: FixedDevice): string =>
  hkdf(key, spaceId, labels.seal, fromHex(id))

/** The first epoch and the one that begins with the removal. */
async function tellEpochs(spaceId: string, back: string): Promise<Part> {
  const { first, second } = cast
  const [key, next] = [toHex(secrets.key), toHex(secrets.nextKey)]
  return {
    epoch: {
      key,
      check: toHex(await checkOf(secrets.key, '0'.repeat(32))),
      sealKeyOfFirst: sealKey(key, spaceId, first),
      sealKeyOfSecond: sealKey(key, spaceId, second),
      nameKey: hkdf(key, spaceId, labels.name),
    },
    nextEpoch: {
      key: next,
      check: toHex(await checkOf(secrets.nextKey, spaceId)),
      backKey: hkdf(next, spaceId, labels.previous),
      back,
      sealKeyOfSecond: sealKey(next, spaceId, second),
      nameKey: hkdf(next, spaceId, labels.name),
    },
  }
}

const bytesOf = (run: Part | undefined): string => String(run?.['bytes'])

const lastHashOf = (bytes: string, spaceId: string): string =>
  toHex(linksOf(spaceId, readRun(fromHex(bytes))).at(-1)?.hash ?? new Uint8Array(0))

async function tell(before: File | undefined): Promise<Part> {
  const kept: Kept | undefined = before && {
    wraps: before.wraps,
    signatures: before.roster.entries.map(({ signatures }) => signatures),
  }
  const told = await tellRoster(
    kept,
    before?.runs.map(({ signature }) => signature),
  )
  const { first, second, third, fourth } = cast
  const { spaceId, heads } = told.roster
  const checkpoint = await tellCheckpoint(spaceId)
  return {
    about: 'Test vectors of the protocol p1, described in docs/protocol.md. Bytes are lower-case hex.',
    labels: Object.fromEntries(Object.values(labels).map((label) => [label, toHex(labelled(label))])),
    devices: {
      first: deviceVector(first),
      second: deviceVector(second),
      third: deviceVector(third),
      fourth: deviceVector(fourth),
    },
    ...(await tellEpochs(spaceId, told.back)),
    slip: told.slip,
    sheet: told.sheet,
    wraps: told.wraps,
    roster: told.part,
    names: told.names,
    runs: told.runs,
    erasedRun: tellErased(bytesOf(told.runs[0])),
    checkpoint: checkpoint.part,
    statement: await tellStatement({ spaceId, heads }, checkpoint, before?.statement?.signature),
    photo: await tellPhoto(spaceId),
    leftover: await tellLeftover(spaceId, before?.leftover.file),
    auth: await tellAuth(spaceId, before?.auth.signature),
    log: tellLog(told.runs.map((run) => lastHashOf(bytesOf(run), spaceId))),
    register: await tellRegister(spaceId, before?.register?.signature),
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

  test('hold a roster that verifies, and runs that follow by its rules and that their device signed', async () => {
    const { roster, runs } = written()
    const entries = roster.entries.map(({ bytes, signatures }) => ({
      bytes: fromHex(bytes),
      signatures: signatures.map(fromHex),
    }))
    const verified = await verifyRoster(entries, roster.spaceId)
    expect(verified.heads).toEqual(roster.entries.map(({ head }) => head))
    const { sign } = verified.devices.get(cast.second.id) ?? expect.fail('nobody')
    let chain: Chain = noChain
    for (const [at, count] of [3, 1].entries()) {
      const run = readRun(fromHex(runs[at]?.bytes ?? ''))
      const links = (await verifyRun(roster.spaceId, run, sign)) ?? expect.fail('nobody signed it')
      expect(links).toHaveLength(count)
      const hash = toHex(links.at(-1)?.hash ?? run.prevHash)
      expect(writeAllowed(verified, run, chain)).toBeUndefined()
      expect(endsRightly(verified, run, hash)).toBe(true)
      chain = { seq: lastSeqOf(run), hash, rosterIndex: rosterIndexOf(verified, run) }
    }
  })

  test('hold an entry of every kind but those that heal a fork, which take a whole branch along', () => {
    const kinds = written().roster.entries.map(({ bytes }) => readEntry(fromHex(bytes)).kind)
    expect([...new Set(kinds)].sort()).toEqual(entryKinds.filter((kind) => kind !== 'heal').sort())
  })

  test('hold a run that still holds where something of it was erased', async () => {
    const { roster, runs, erasedRun } = written()
    const [whole, left] = [readRun(fromHex(runs[0]?.bytes ?? '')), readRun(fromHex(erasedRun.bytes))]
    expect(left.envelopes.map(({ kind, ciphertext }) => [kind, ciphertext.length])).toEqual([
      ['change', 0],
      ['change', 0],
      ['void', 0],
    ])
    const links = await verifyRun(roster.spaceId, left, cast.second.plain.sign.point)
    const before = await verifyRun(roster.spaceId, whole, cast.second.plain.sign.point)
    expect(links?.map(({ hash }) => toHex(hash))).toEqual(before?.map(({ hash }) => toHex(hash)))
    expect(links?.map(({ isErased }) => isErased)).toEqual([true, true, false])
  })

  test('hold boxes that the digits open', async () => {
    const { roster } = written()
    const boxOf = (index: number): string => {
      const body = fromHex(roster.entries[index]?.bytes ?? '').subarray(76)
      return (JSON.parse(new TextDecoder().decode(body)) as { box: string }).box
    }
    const opened = async (secret: Bytes, index: number): Promise<unknown> =>
      openBox(await slipKeysOf(secret), fromHex(boxOf(index)))
    expect(await opened(secrets.slip, 1)).toMatchObject({ inviter: 'Anna', role: 'member' })
    expect(await opened(secrets.sheet, 9)).toMatchObject({ inviter: 'János', role: 'coordinator' })
  })

  test('cannot be changed unnoticed', async () => {
    const before = written()
    const spoilt = before.wraps.map((wrap, at) => (at === 0 ? `${wrap.slice(0, -2)}00` : wrap))
    await expect(tell({ ...before, wraps: spoilt })).rejects.toThrow()
    const [first, next] = before.runs
    if (!first || !next) expect.fail('no runs')
    await expect(tell({ ...before, auth: { signature: first.signature } })).rejects.toThrow()
    const forged = { ...next, signature: before.auth.signature }
    await expect(tell({ ...before, runs: [first, forged] })).rejects.toThrow()
    const leftover = { file: `${before.leftover.file.slice(0, -2)}00` }
    await expect(tell({ ...before, leftover })).rejects.toThrow()
  })
})
