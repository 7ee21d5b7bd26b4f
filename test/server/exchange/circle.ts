import { authMessage } from '../../../src/crypto/auth.ts'
import { makeDevice, type Device } from '../../../src/crypto/device.ts'
import { signEntry, verifyRoster, type SignedEntry } from '../../../src/crypto/entry.ts'
import { sealEnvelope } from '../../../src/crypto/envelope.ts'
import { epochKeyOf, sealKeyOf } from '../../../src/crypto/epoch.ts'
import { makeGenesis, type Genesis } from '../../../src/crypto/genesis.ts'
import { openGenesis } from '../../crypto/open-genesis.ts'
import { makePlainPair, openPlainPair } from '../../../src/crypto/pair.ts'
import { signRun } from '../../../src/crypto/run.ts'
import { sign } from '../../../src/crypto/sign.ts'
import { fromHex, toHex, type Bytes } from '../../../src/shared/bytes.ts'
import { noHash, type Header } from '../../../src/shared/envelope.ts'
import { endpoints, type Endpoint } from '../../../src/shared/exchange/endpoints.ts'
import { newId, secureRandom } from '../../../src/shared/ids.ts'
import type { Role } from '../../../src/shared/roster/bodies.ts'
import { presentHead, type Roster } from '../../../src/shared/roster/roster.ts'
import { writeRun, type Envelope } from '../../../src/shared/run.ts'
import type { Value } from '../../../src/shared/value.ts'
import { ask, type Fetch } from './caller.ts'

/** An exchange as its callers see it. */
export type There = { readonly fetch: Fetch; readonly url: string }

/** A slip as whoever holds the link has it. */
export type TestSlip = {
  readonly id: string
  readonly keys: CryptoKeyPair
  readonly role: Role
  readonly member: string
}

const bytesOfHex = (text: string): Bytes => fromHex(text)
const wrapBytes = `04${'07'.repeat(112)}`

/** Asks for a token as a device or slip does. */
export async function tokenFor(
  { fetch, url }: There,
  space: string,
  id: string,
  key: CryptoKey,
  signedUrl = url,
): Promise<string> {
  const { challenge } = await ask(fetch, url, endpoints.challenge, {})
  const signature = toHex(await sign(key, authMessage(signedUrl, space, id, challenge)))
  return (await ask(fetch, url, endpoints.token, { space, id, challenge, signature })).token
}

/** A device that really seals and signs, and does nothing by itself. */
export class TestDevice {
  token = ''
  /** Its chain as it has sealed it. */
  seq = 0
  hash: Bytes = noHash
  readonly there: There
  readonly space: string
  readonly device: Device
  readonly key: Bytes

  constructor(there: There, space: string, device: Device, key: Bytes) {
    this.there = there
    this.space = space
    this.device = device
    this.key = key
  }

  get id(): string {
    return this.device.id
  }

  async enter(): Promise<void> {
    this.token = await tokenFor(this.there, this.space, this.id, this.device.sign.privateKey)
  }

  ask<Q, A>(endpoint: Endpoint<Q, A>, question: Q): Promise<A> {
    return ask(this.there.fetch, this.there.url, endpoint, question, this.token)
  }

  async roster(): Promise<Roster> {
    const { entries } = await this.ask(endpoints.roster, { from: 0 })
    const signed = entries.map(({ bytes, signatures }) => ({
      bytes: bytesOfHex(bytes),
      signatures: signatures.map(bytesOfHex),
    }))
    return verifyRoster(signed, this.space)
  }

  /** The next run of its chain: so many changes with this text in each. */
  async seal(roster: Roster, count: number, text = 'text'): Promise<Bytes> {
    const sealKey = await sealKeyOf(await epochKeyOf(0, this.key), this.space, this.id)
    const [firstSeq, prevHash] = [this.seq + 1, this.hash]
    const envelopes: Envelope[] = []
    for (let index = 0; index < count; index += 1) {
      const header: Omit<Header, 'length'> = {
        kind: 'change',
        spaceId: this.space,
        recordId: newId(),
        deviceId: this.id,
        seq: this.seq + 1,
        epoch: 0,
        prevHash: this.hash,
        nonce: secureRandom(new Uint8Array(12)),
      }
      const body = { kind: 'note', time: 0, set: { text: `${text} ${index}` }, over: {} }
      const sealed = await sealEnvelope(sealKey, header, body)
      envelopes.push(sealed.envelope)
      this.seq += 1
      this.hash = sealed.hash
    }
    const rosterHead = fromHex(presentHead(roster))
    const run = { rosterHead, deviceId: this.id, firstSeq, prevHash, epoch: 0, envelopes }
    return writeRun(await signRun(this.device, run, this.hash))
  }

  push(mode: 'new' | 'again', ...parts: Bytes[]) {
    return this.ask(endpoints.push, { mode, parts })
  }

  append({ bytes, signatures }: SignedEntry) {
    return this.ask(endpoints.append, {
      bytes: toHex(bytes),
      signatures: signatures.map(toHex),
      again: false,
    })
  }

  sign(
    roster: Roster,
    kind: 'issue' | 'admit' | 'revoke' | 'role' | 'leave',
    body: Value,
  ): Promise<SignedEntry> {
    return signEntry(roster, { kind, signer: this.id, body }, [this.device.sign.privateKey])
  }

  /** An invitation and the entry that issues it, not yet brought. */
  async issue(roster: Roster, role: Role, expires: number, member = newId()) {
    const [signPair, agreePair] = await Promise.all([makePlainPair('sign'), makePlainPair('agree')])
    const slip: TestSlip = { id: newId(), keys: await openPlainPair('sign', signPair), role, member }
    const entry = await this.sign(roster, 'issue', {
      slip: slip.id,
      agree: agreePair.point,
      box: '0b'.repeat(100),
      expires,
      member,
      role,
      sign: signPair.point,
      wrap: wrapBytes,
    })
    return { slip, entry }
  }

  /** Invites and lets a new device in by the slip. */
  async invite(role: Role, expires: number): Promise<TestDevice> {
    const { slip, entry } = await this.issue(await this.roster(), role, expires)
    await this.append(entry)
    return joinBy(this, slip)
  }
}

/** The entry by which a slip admits a device. */
export const admission = (roster: Roster, device: Device, slip: TestSlip): Promise<SignedEntry> =>
  signEntry(
    roster,
    {
      kind: 'admit',
      signer: slip.id,
      body: {
        agree: toHex(device.agreePublic),
        device: device.id,
        member: slip.member,
        name: '0a',
        role: slip.role,
        sign: toHex(device.signPublic),
        slip: slip.id,
        wrap: wrapBytes,
      },
    },
    [slip.keys.privateKey, device.sign.privateKey],
  )

/** Joins as whoever got the link does: by a token of the slip. */
export async function joinBy({ there, space, key }: TestDevice, slip: TestSlip): Promise<TestDevice> {
  const device = await makeDevice()
  const joining = new TestDevice(there, space, device, key)
  joining.token = await tokenFor(there, space, slip.id, slip.keys.privateKey)
  await joining.append(await admission(await joining.roster(), device, slip))
  await joining.enter()
  return joining
}

/** Opens a space at the exchange, by its first device. */
export async function foundAt(there: There, code = ''): Promise<{ founder: TestDevice; genesis: Genesis }> {
  const device = await makeDevice()
  const genesis = await makeGenesis(device)
  const question = { bytes: toHex(genesis.entry), signatures: genesis.signatures.map(toHex), code }
  await ask(there.fetch, there.url, endpoints.found, question)
  const founder = new TestDevice(there, genesis.spaceId, device, await openGenesis(genesis, device))
  await founder.enter()
  return { founder, genesis }
}
