import { fromHex, toHex, type Bytes } from '../../../src/shared/bytes.ts'
import { labelled, labels } from '../../../src/shared/labels.ts'
import { headOf, writeEntry, type Entry } from '../../../src/shared/roster/entry.ts'
import { presentEpoch, presentHead, type Roster } from '../../../src/shared/roster/roster.ts'
import { verifyEntry, verifyGenesisEntry, type SignedEntry } from '../../../src/crypto/entry.ts'
import { sign } from '../../../src/crypto/sign.ts'
import { openWrap, wrapKey, type WrapPlace } from '../../../src/crypto/wrap.ts'
import type { FixedDevice, Part } from './parts.ts'

/** What can't be made the same again: a wrap has a fresh key of its own inside, a signature a fresh number. */
export type Kept = { readonly wraps: readonly string[]; readonly signatures: readonly (readonly string[])[] }

type Signer = Pick<FixedDevice, 'sign'>

/** In the genesis entry there are no space and no head to be bound to. */
const noPlace: WrapPlace = { spaceId: '0'.repeat(32), epoch: 0, headBefore: new Uint8Array(32) }

/** A wrap that is kept, after checking that it opens to the key; a new one where none is. */
async function wrapAgain(
  kept: string | undefined,
  key: Bytes,
  device: FixedDevice,
  place: WrapPlace,
): Promise<string> {
  if (kept === undefined) return toHex(await wrapKey(key, device.agreePublic, place))
  const opened = await openWrap(fromHex(kept), device.agree, place)
  if (toHex(opened) !== toHex(key)) throw new Error('a wrap of another key')
  return kept
}

/** Tells a roster entry by entry, each of which must hold; takes wraps and signatures from what is kept, in their order. */
export class Teller {
  readonly parts: Part[] = []
  readonly wraps: string[] = []
  #roster: Roster | undefined
  readonly #kept: Kept | undefined

  constructor(kept: Kept | undefined) {
    this.#kept = kept
  }

  get roster(): Roster {
    if (!this.#roster) throw new Error('nothing told yet')
    return this.#roster
  }

  /** The key for a device or slip, in the entry that comes next. */
  async wrapFor(device: FixedDevice, key: Bytes, further = 0): Promise<string> {
    const roster = this.#roster
    const place = roster && {
      spaceId: roster.spaceId,
      epoch: presentEpoch(roster) + further,
      headBefore: fromHex(presentHead(roster)),
    }
    const wrap = await wrapAgain(this.#kept?.wraps[this.wraps.length], key, device, place ?? noPlace)
    this.wraps.push(wrap)
    return wrap
  }

  async begin(bytes: Bytes, signer: Signer): Promise<void> {
    const entry = await this.#signed(bytes, [signer])
    this.#roster = await verifyGenesisEntry(entry)
    await this.#keep(entry)
  }

  async say(said: Pick<Entry, 'kind' | 'signer' | 'body'>, ...signers: readonly Signer[]): Promise<void> {
    const { spaceId, heads } = this.roster
    const prevHead = fromHex(presentHead(this.roster))
    const entry = await this.#signed(writeEntry({ ...said, spaceId, index: heads.length, prevHead }), signers)
    const verified = await verifyEntry(this.roster, entry)
    if ('refusal' in verified) throw new Error(`${said.kind}: ${verified.refusal}`)
    this.#roster = verified.roster
    await this.#keep(entry)
  }

  async #signed(bytes: Bytes, signers: readonly Signer[]): Promise<SignedEntry> {
    const kept = this.#kept?.signatures[this.parts.length]
    if (kept) return { bytes, signatures: kept.map(fromHex) }
    const message = labelled(labels.entry, await headOf(bytes))
    return { bytes, signatures: await Promise.all(signers.map((one) => sign(one.sign.privateKey, message))) }
  }

  async #keep({ bytes, signatures }: SignedEntry): Promise<void> {
    const head = toHex(await headOf(bytes))
    this.parts.push({ bytes: toHex(bytes), head, signatures: signatures.map(toHex) })
  }
}
