import { hex, same, unhex } from './bytes.ts'
import type { Entry } from './entry.ts'
import type { Vectors } from './file.ts'
import { openWrap } from './hpke.ts'
import * as key from './keys.ts'
import { follow, noRoster, type Roster } from './roster.ts'

/** The roster follows from its entries one by one, and every wrap in them opens to the epoch's key. */
export function checkEntries(file: Vectors): void {
  const { devices, slip, epoch, wraps } = file
  const secrets = new Map(Object.values(devices).map((one) => [one.agree, one.agreeSecret]))
  secrets.set(slip.box.agreePoint, slip.box.agree)
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
    for (const { agree, wrap } of wrapsIn(next.entry)) {
      met.push(wrap)
      const info = key.wrapInfo(spaceId, 0, headBefore)
      same('wrap', epoch.key, hex(openWrap(unhex(wrap, 113), unhex(secrets.get(agree) ?? '', 32), info)))
    }
    if (kind === 'genesis') same('check of genesis', body['check'], epoch.check)
    roster = next.roster
    same('head', head, roster.heads.at(-1))
  }
  same('space id', file.roster.spaceId, roster.spaceId)
  same('wraps', wraps, met)
}

/** Every wrap of an entry with the public key that it is for. */
function wrapsIn({ body: { agree, wrap } }: Entry): { agree: string; wrap: string }[] {
  return wrap === undefined ? [] : [{ agree: agree as string, wrap: wrap as string }]
}
