import { authMessage } from '../../crypto/auth.ts'
import { verifyEntry, type SignedEntry } from '../../crypto/entry.ts'
import { verify } from '../../crypto/sign.ts'
import { fromHex } from '../../shared/bytes.ts'
import type { endpoints } from '../../shared/exchange/endpoints.ts'
import { readIssue } from '../../shared/roster/bodies.ts'
import type { EntryRead } from '../../shared/roster/entry.ts'
import type { Past } from '../../shared/roster/branch.ts'
import { presentHead, roleNow, type Roster } from '../../shared/roster/roster.ts'
import { erasureOf } from './erase.ts'
import { checkCode, readGenesisEntry } from './found.ts'
import { hashOfHex } from './hash.ts'
import type { House, OpenHandler } from './house.ts'
import { bringAllowed, marksOf } from './roster.ts'
import { refuse } from './refuse.ts'

/** An entry with the roster that it makes. */
type Made = { readonly signed: SignedEntry; readonly entry: EntryRead; readonly roster: Roster }

/** The rosters that these entries make, one after the other; the first is made by the genesis entry. */
async function follow(first: Roster, rest: readonly SignedEntry[]): Promise<Made[]> {
  const made: Made[] = []
  let roster = first
  const past: Past = async (count) => (count > 1 ? made[count - 2]?.roster : undefined) ?? first
  for (const signed of rest) {
    const verified = await verifyEntry(roster, signed, past)
    if ('refusal' in verified) return refuse(verified.refusal)
    roster = verified.roster
    made.push({ signed, entry: verified.entry, roster })
  }
  return made
}

async function append(house: House, before: Roster, { signed, entry, roster }: Made): Promise<void> {
  const { store, now } = house
  const { kind, body } = entry
  if (kind === 'issue' && !(await store.keepSlip(readIssue(body).slip, roster.spaceId))) refuse('slip')
  const step = { after: presentHead(before), head: presentHead(roster), entry: { ...signed, at: now() } }
  const erasure = await erasureOf(store, before, roster, entry, true)
  const more = { isAgain: true, marks: marksOf(entry), ...(erasure ? { erasure } : {}) }
  const kept = await store.append(roster.spaceId, { ...step, ...more })
  if (kept !== 'kept') refuse(kept)
}

type Refill = typeof endpoints.refill
/**
 * Takes what is missing of a roster, entry by entry, each verified. Refused as 'token' (no such challenge), 'device' (nobody who
 * is in it), 'signature', 'head' (another history than the one here), 'founding-code', or as the entries themselves.
 */
export const refill: OpenHandler<Refill> = async (house, question, address) => {
  const { store, now, rosters, often, publicUrl, bell } = house
  const { space, id, challenge, signature, code, entries } = question
  const wait = often.misses.wait(address)
  if (wait > 0) refuse('too-often', wait)
  if (!(await store.takeChallenge(await hashOfHex(challenge), now()))) refuse('token')
  const [genesis, ...rest] = entries.map((one) => ({
    bytes: fromHex(one.bytes),
    signatures: one.signatures.map(fromHex),
  }))
  if (!genesis) return refuse('malformed')
  const first = await readGenesisEntry(genesis, space)
  const made = await follow(first, rest)
  const whole = made.at(-1)?.roster ?? first
  const role = roleNow(whole, id)
  const key = whole.devices.get(id)?.sign
  if (!role || key === undefined) return refuse('device')
  if (!(await verify(fromHex(key), fromHex(signature), authMessage(publicUrl, space, id, challenge)))) {
    often.misses.take(address)
    refuse('signature')
  }
  const there = await rosters.of(space)
  if (there && whole.heads[there.heads.length - 1] !== presentHead(there)) refuse('head')
  if (!there) {
    await checkCode(house, code, address)
    await store.found(space, presentHead(first), { ...genesis, at: now() })
  }
  let before = first
  for (const one of made) {
    if (one.roster.heads.length > (there?.heads.length ?? 1)) {
      const refusal = bringAllowed(house, { id, isSlip: false, role, roster: before }, one.entry)
      if (refusal) refuse(refusal)
      await append(house, before, one)
    }
    before = one.roster
  }
  bell.ring(space)
  return {}
}
