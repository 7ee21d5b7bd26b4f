import type { Chance } from '../../bench/random.ts'
import { checkOf } from '../../src/crypto/check.ts'
import type { Device } from '../../src/crypto/device.ts'
import { signEntry, verifyEntry, verifyGenesisEntry, type SignedEntry } from '../../src/crypto/entry.ts'
import { epochKeyOf, type EpochKey } from '../../src/crypto/epoch.ts'
import { sign } from '../../src/crypto/sign.ts'
import { toHex } from '../../src/shared/bytes.ts'
import { zeroId } from '../../src/shared/ids.ts'
import { labelled, labels } from '../../src/shared/labels.ts'
import { headOf } from '../../src/shared/roster/entry.ts'
import { pastOf } from '../../src/shared/roster/folding.ts'
import { writeGenesis } from '../../src/shared/roster/genesis.ts'
import type { Roster } from '../../src/shared/roster/roster.ts'
import { anyWrap, bytesFor, deviceFor, idFor } from './keys.ts'
import { sayings, type Said, type SayableKind } from './entries.ts'

/** A space with all its keys: what honest and dishonest members together could know. */
export type Book = {
  readonly roster: Roster
  /** The rosters after each entry. */
  readonly rosters: readonly Roster[]
  readonly entries: readonly SignedEntry[]
  readonly key: EpochKey
  readonly devices: ReadonlyMap<string, Device>
  readonly slips: ReadonlyMap<string, CryptoKeyPair>
}

/** A space that has only its first device; always the same one for a name. */
export async function beginBook(name: string): Promise<Book> {
  const device = await deviceFor(`${name} 0`)
  const raw = bytesFor(`epoch ${name}`)
  const bytes = writeGenesis(device.id, {
    agree: toHex(device.agreePublic),
    check: toHex(await checkOf(raw, zeroId)),
    member: idFor(`member ${name} 0`),
    role: 'coordinator',
    sign: toHex(device.signPublic),
    wrap: anyWrap,
  })
  const signature = await sign(device.sign.privateKey, labelled(labels.entry, await headOf(bytes)))
  const entry = { bytes, signatures: [signature] }
  const roster = await verifyGenesisEntry(entry)
  return {
    roster,
    rosters: [roster],
    entries: [entry],
    key: await epochKeyOf(0, raw),
    devices: new Map([[device.id, device]]),
    slips: new Map(),
  }
}

export const signSaid = ({ roster }: Book, { kind, signer, body, keys }: Said): Promise<SignedEntry> =>
  signEntry(roster, { kind, signer, body }, keys)

/** The book after one more entry of this kind; as it was where nobody could say that now. */
export async function say(book: Book, kind: SayableKind, chance: Chance): Promise<Book> {
  const said = await sayings[kind](book, chance)
  if (!said) return book
  const entry = await signSaid(book, said)
  const verified = await verifyEntry(book.roster, entry, pastOf(book.entries.map(({ bytes }) => bytes)))
  if ('refusal' in verified) throw new Error(`a valid ${kind} was refused: ${verified.refusal}`)
  return {
    ...book,
    roster: verified.roster,
    rosters: [...book.rosters, verified.roster],
    entries: [...book.entries, entry],
    devices: said.device ? new Map([...book.devices, [said.device.id, said.device]]) : book.devices,
    slips: said.slip ? new Map([...book.slips, [said.slip.id, said.slip.keys]]) : book.slips,
  }
}

/** A book in which each kind of entry occurs. */
export async function fillBook(name: string, chance: Chance): Promise<Book> {
  let book = await beginBook(name)
  const plan: readonly SayableKind[] = [
    ...(['admit', 'admit', 'issue', 'admit', 'issue', 'revoke', 'role', 'admit', 'leave'] as const),
    ...(['issue', 'issue', 'issue', 'admit'] as const),
  ]
  for (const kind of plan) book = await say(book, kind, chance)
  return book
}
