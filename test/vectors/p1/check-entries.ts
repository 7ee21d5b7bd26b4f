import { hex, same, unhex, zeros } from './bytes.ts'
import type { Entry } from './entry.ts'
import type { Vectors } from './file.ts'
import { openWrap } from './hpke.ts'
import * as key from './keys.ts'
import { open, seal } from './primitives.ts'
import { follow, noRoster, type Roster } from './roster.ts'

/**
 * The roster that follows from its entries, one by one. Every wrap in them opens to its epoch's key, and each further epoch's
 * key leads back to the one before.
 */
export function checkEntries(file: Vectors): Roster {
  const { devices, slip, sheet, epoch, nextEpoch, wraps } = file
  const keys = [epoch.key, nextEpoch.key]
  const secrets = new Map(Object.values(devices).map((one) => [one.agree, one.agreeSecret]))
  for (const { box } of [slip, sheet]) secrets.set(box.agreePoint, box.agree)
  let roster: Roster = noRoster
  const met: string[] = []
  for (const { bytes, head, signatures } of file.roster.entries) {
    const spaceId = unhex(roster.spaceId, 16)
    const next = follow(
      roster,
      unhex(bytes),
      signatures.map((signature) => unhex(signature, 64)),
    )
    const { kind, headBefore, body } = next.entry
    const now = next.roster.epochs.length - 1
    for (const { agree, wrap } of wrapsIn(next.entry, roster)) {
      met.push(wrap)
      const info = key.wrapInfo(spaceId, now, headBefore)
      same('wrap', keys[now], hex(openWrap(unhex(wrap, 113), unhex(secrets.get(agree) ?? '', 32), info)))
    }
    if (kind === 'genesis') same('check of genesis', body['check'], epoch.check)
    if (kind === 'remove')
      same('key of remove', [body['check'], body['back']], [nextEpoch.check, nextEpoch.back])
    roster = next.roster
    same('head', head, roster.heads.at(-1))
  }
  same('space id', file.roster.spaceId, roster.spaceId)
  same('wraps', wraps, met)
  same('epochs', roster.epochs.length, keys.length)
  return roster
}

/** Every wrap of an entry with the public key that it is for. */
function wrapsIn({ kind, body }: Entry, { ones }: Roster): { agree: string; wrap: string }[] {
  if (kind === 'remove')
    return Object.entries(body['wraps'] as Record<string, string>).map(([id, wrap]) => ({
      agree: ones.get(id)?.agree ?? '',
      wrap,
    }))
  const { agree, wrap } = body
  return wrap === undefined ? [] : [{ agree: agree as string, wrap: wrap as string }]
}

/** What follows from the key of the epoch that the removal begins. */
export function checkNextEpoch({ epoch, nextEpoch, devices, roster: { spaceId } }: Vectors): void {
  const [secret, before] = [unhex(nextEpoch.key, 32), unhex(epoch.key, 32)]
  same('check of the next', nextEpoch.check, hex(key.checkOf(secret, unhex(spaceId))))
  same('name key of the next', nextEpoch.nameKey, hex(key.nameKeyOf(secret, spaceId)))
  same(
    'seal key of the next',
    nextEpoch.sealKeyOfSecond,
    hex(key.sealKeyOf(secret, spaceId, devices.second.id)),
  )
  const backKey = key.backKeyOf(secret, spaceId)
  same('back key', nextEpoch.backKey, hex(backKey))
  const bound = key.backBound(spaceId, 1)
  same('back-link', unhex(nextEpoch.back, 48), seal(backKey, zeros(12), bound, before))
  same('key before', before, open(backKey, zeros(12), bound, unhex(nextEpoch.back)))
}
