import { fromHex, Malformed, toHex, type Bytes } from '../shared/bytes.ts'
import { labelled, labels } from '../shared/labels.ts'
import { limits } from '../shared/limits.ts'
import { readAdmit, readIssue, type AdmitBody } from '../shared/roster/bodies.ts'
import {
  headOf,
  readEntry,
  spaceIdOf,
  writeEntry,
  type Entry,
  type EntryRead,
} from '../shared/roster/entry.ts'
import { pastOf } from '../shared/roster/folding.ts'
import { readGenesis } from '../shared/roster/genesis.ts'
import { branchIn, type Branch, type Past } from '../shared/roster/branch.ts'
import { beginRoster, ownCopy, presentHead, roleNow, type Roster } from '../shared/roster/roster.ts'
import { advance, follow, rosterAllows } from '../shared/roster/rules.ts'
import type { Refusal } from '../shared/roster/refusal.ts'
import { deviceIdOf } from './device.ts'
import { Problem } from './problem.ts'
import { isPoint, sign, verify } from './sign.ts'

/** An entry as stored and sent, with the signatures over its head: the signer's, and for `admit` the new device's too. */
export type SignedEntry = { readonly bytes: Bytes; readonly signatures: readonly Bytes[] }

/** The entry that says `body` next upon this roster, signed with each of the keys in turn. */
export async function signEntry(
  roster: Roster,
  said: Pick<Entry, 'kind' | 'signer' | 'body'>,
  keys: readonly CryptoKey[],
): Promise<SignedEntry> {
  const { spaceId, heads } = roster
  const bytes = writeEntry({ ...said, spaceId, index: heads.length, prevHead: fromHex(presentHead(roster)) })
  const message = labelled(labels.entry, await headOf(bytes))
  return { bytes, signatures: await Promise.all(keys.map((key) => sign(key, message))) }
}

function read(bytes: Bytes): EntryRead | undefined {
  if (bytes.length > limits.heal) return undefined
  try {
    const entry = readEntry(bytes)
    return bytes.length > limits.entry && entry.kind !== 'heal' ? undefined : entry
  } catch (error) {
    if (error instanceof Malformed) return undefined
    throw error
  }
}

/** The public keys (as hex) whose signatures an entry needs, in this order. */
function signersOf(roster: Roster, { kind, signer, body }: EntryRead): string[] {
  const slip = kind === 'admit' ? roster.slips.get(signer) : undefined
  const key = slip?.sign ?? roster.devices.get(signer)?.sign ?? ''
  return kind === 'admit' ? [key, readAdmit(body).sign] : [key]
}

const isNamedByItsKeys = async ({ device, sign: signPublic, agree }: AdmitBody): Promise<boolean> =>
  device === (await deviceIdOf(fromHex(signPublic), fromHex(agree)))

/** Keys that are no points would make a device or slip that nobody can ever verify or wrap for. */
async function hasGoodKeys({ kind, body }: EntryRead): Promise<boolean> {
  if (kind === 'issue') {
    const { sign: signPublic, agree } = readIssue(body)
    return (await isPoint(fromHex(signPublic))) && (await isPoint(fromHex(agree)))
  }
  if (kind !== 'admit') return true
  const admit = readAdmit(body)
  return (
    (await isPoint(fromHex(admit.sign))) &&
    (await isPoint(fromHex(admit.agree))) &&
    (await isNamedByItsKeys(admit))
  )
}

async function isSigned(
  keys: readonly string[],
  signatures: readonly Bytes[],
  head: Bytes,
): Promise<boolean> {
  if (keys.length !== signatures.length) return false
  const message = labelled(labels.entry, head)
  const checks = keys.map((key, at) => verify(fromHex(key), signatures[at] ?? new Uint8Array(), message))
  return (await Promise.all(checks)).every(Boolean)
}

/** The branch that a heal gives up, verified; undefined if it doesn't hold. */
async function branchOf(entry: EntryRead, past: Past): Promise<Branch | undefined> {
  try {
    return await branchIn(entry, past, async (before, { bytes, signatures }, there) => {
      const inner = { bytes: fromHex(bytes), signatures: signatures.map(fromHex) }
      const verified = await verifyEntry(before, inner, there)
      return 'refusal' in verified ? undefined : verified.roster
    })
  } catch (error) {
    if (error instanceof Malformed) return undefined
    throw error
  }
}

/** An entry that may follow upon this roster, with its head, and the branch that it gives up if it heals a fork; or why it is refused. */
async function judge(
  roster: Roster,
  { bytes, signatures }: SignedEntry,
  past: Past | undefined,
): Promise<{ entry: EntryRead; head: Bytes; branch: Branch | undefined } | { refusal: Refusal }> {
  const entry = read(bytes)
  if (!entry) return { refusal: 'malformed' }
  const head = await headOf(bytes)
  const follows = entry.kind === 'heal' && toHex(entry.prevHead) === presentHead(roster)
  const isRead = follows && roleNow(roster, entry.signer) === 'coordinator'
  // Working a branch out takes long: first whoever signed it.
  if (isRead && !(await isSigned(signersOf(roster, entry), signatures, head))) return { refusal: 'signature' }
  const branch = isRead && past ? await branchOf(entry, past) : undefined
  const refusal = rosterAllows(roster, entry, branch)
  if (refusal) return { refusal }
  if (!(await hasGoodKeys(entry))) return { refusal: 'malformed' }
  if (!(await isSigned(signersOf(roster, entry), signatures, head))) return { refusal: 'signature' }
  return { entry, head, branch }
}

/**
 * The roster after one more entry, or why it is refused. Server and devices go through this one function. `past` is asked where
 * the entry heals a fork: the branch that it gives up begins at an earlier entry. Without it no heal is allowed.
 */
export async function verifyEntry(
  roster: Roster,
  signed: SignedEntry,
  past?: Past,
): Promise<{ roster: Roster; entry: EntryRead } | { refusal: Refusal }> {
  const judged = await judge(roster, signed, past)
  if ('refusal' in judged) return judged
  const { entry, head, branch } = judged
  return { roster: follow(roster, entry, head, branch), entry }
}

/**
 * The roster that a genesis entry opens. Problem 'entry-malformed', 'key-malformed' or 'entry-forged'; `spaceId`, where
 * given, must be the one that the entry's hash gives.
 */
export async function verifyGenesisEntry(
  { bytes, signatures }: SignedEntry,
  spaceId?: string,
): Promise<Roster> {
  const head = await headOf(bytes)
  // The hash before the parsing: bytes that nobody vouched for aren't read.
  if (bytes.length > limits.entry || (spaceId !== undefined && spaceId !== spaceIdOf(head)))
    throw new Problem('entry-forged')
  const { signer, body } = readIt(bytes)
  const [signPublic, agreePublic] = [fromHex(body.sign), fromHex(body.agree)]
  if (!(await isPoint(signPublic)) || !(await isPoint(agreePublic))) throw new Problem('key-malformed')
  if (signer !== (await deviceIdOf(signPublic, agreePublic))) throw new Problem('entry-forged')
  if (!(await isSigned([body.sign], signatures, head))) throw new Problem('entry-forged')
  return beginRoster(signer, body, head)
}

function readIt(bytes: Bytes): ReturnType<typeof readGenesis> {
  try {
    return readGenesis(bytes)
  } catch (cause) {
    if (cause instanceof Malformed) throw new Problem('entry-malformed', { cause })
    throw cause
  }
}

/**
 * The whole roster of a chain of entries. Problem 'entry-malformed', 'key-malformed' or 'entry-forged' at the first one
 * that doesn't hold; its `cause` is the refusal, 'kind' for one that waits for the app's update.
 */
export async function verifyRoster(entries: readonly SignedEntry[], spaceId: string): Promise<Roster> {
  const [first, ...rest] = entries
  if (!first) throw new Problem('entry-malformed')
  const past = pastOf(entries.map(({ bytes }) => bytes))
  let roster = ownCopy(await verifyGenesisEntry(first, spaceId))
  for (const signed of rest) {
    const judged = await judge(roster, signed, past)
    if ('refusal' in judged) throw new Problem('entry-forged', { cause: judged.refusal })
    roster = advance(roster, judged.entry, judged.head, judged.branch)
  }
  return roster
}
