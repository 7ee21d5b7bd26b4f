import { verifyEntry } from '../../crypto/entry.ts'
import { fromHex, toHex } from '../../shared/bytes.ts'
import type { endpoints } from '../../shared/exchange/endpoints.ts'
import { limits } from '../../shared/limits.ts'
import {
  isAtMost,
  readAdmit,
  readHeal,
  readIssue,
  readLeave,
  readRemove,
  readRole,
} from '../../shared/roster/bodies.ts'
import { headOf, type EntryRead } from '../../shared/roster/entry.ts'
import { isExpired, presentHead } from '../../shared/roster/roster.ts'
import type { Refusal } from '../../shared/roster/refusal.ts'
import type { Step } from '../store/store.ts'
import { erasureOf } from './erase.ts'
import type { Asker, House, KnownHandler } from './house.ts'
import { isCrowded } from './names.ts'
import { refuse } from './refuse.ts'
import { pastIn } from './rosters.ts'

type RosterEndpoint = typeof endpoints.roster
/** The entries from an index on; also for a device that has left, which learns so that it has. */
export const roster: KnownHandler<RosterEndpoint> = async (
  { store },
  { from },
  { space, roster: { heads } },
) => {
  const entries = await store.entries(space, from, limits.entries)
  return {
    more: from + entries.length < heads.length,
    entries: entries.map(({ bytes, signatures, at }) => ({
      bytes: toHex(bytes),
      signatures: signatures.map(toHex),
      at,
    })),
  }
}

const day = 24 * 60 * 60 * 1000

/**
 * Whether this asker may bring this entry. No invitation is good for longer than its two weeks and a day. A device may bring others' entries too: so it refills an exchange that lost them.
 * Then an invitation may have ended since it was used; the device vouches, with its own role, that it was in time.
 */
export function bringAllowed(
  { now }: House,
  asker: Pick<Asker, 'id' | 'isSlip' | 'role' | 'roster'>,
  { kind, signer, body }: EntryRead,
): Refusal | 'expired' | undefined {
  if (kind === 'issue' && readIssue(body).expires > now() + limits.slipDays * day) return 'slip'
  const admit = kind === 'admit' ? readAdmit(body) : undefined
  if (asker.isSlip && (!admit || signer !== asker.id)) return 'role'
  if (!asker.isSlip && !asker.role) return 'cutoff'
  const slip = admit && asker.roster.slips.get(admit.slip)
  if (!slip || !isExpired(slip, now())) return undefined
  return asker.role && isAtMost(slip.role, asker.role) ? undefined : 'expired'
}

/** Where chains must end by what an entry says. */
export function marksOf({ kind, signer, body }: EntryRead): Step['marks'] {
  if (kind === 'leave') return [{ device: signer, ...readLeave(body) }]
  const cuts =
    kind === 'remove' ? readRemove(body).devices : kind === 'heal' ? readHeal(body).cuts : undefined
  if (cuts) return Object.entries(cuts).map(([device, cut]) => ({ device, ...cut }))
  if (kind !== 'role') return []
  const { device, cut } = readRole(body)
  return cut ? [{ device, ...cut }] : []
}

type Append = typeof endpoints.append
/** One more entry, onto the present head only. The one that is there already counts as taken. */
export const append: KnownHandler<Append> = async (house, question, asker) => {
  const { store, now, bell } = house
  const entry = { bytes: fromHex(question.bytes), signatures: question.signatures.map(fromHex) }
  const head = toHex(await headOf(entry.bytes))
  if (asker.roster.heads.includes(head)) return {}
  const verified = await verifyEntry(asker.roster, entry, pastIn(store, asker.space))
  if ('refusal' in verified) return refuse(verified.refusal)
  const refusal = bringAllowed(house, asker, verified.entry)
  if (refusal) refuse(refusal)
  const { kind, body } = verified.entry
  if (isCrowded(asker.roster, verified.entry)) refuse('too-many')
  // Whoever comes needs room; keeping somebody out must be possible however full it is.
  const most = kind === 'issue' || kind === 'admit' ? house.spaceBytes : Infinity
  // Before the entry and on its own, since that table is of no space: what is left behind if the entry fails leads nowhere.
  if (kind === 'issue' && !(await store.keepSlip(readIssue(body).slip, asker.space))) refuse('slip')
  const step = { after: presentHead(asker.roster), head, entry: { ...entry, at: now() } }
  const erasure = await erasureOf(store, asker.roster, verified.roster, verified.entry, question.again)
  const kept = await store.append(
    asker.space,
    {
      ...step,
      ...(erasure ? { erasure } : {}),
      isAgain: question.again,
      // What lies in the branch that is given up comes only then.
      mayLag: kind === 'heal',
      marks: marksOf(verified.entry),
    },
    most,
  )
  if (kept !== 'kept') refuse(kept)
  bell.ring(asker.space)
  return {}
}
