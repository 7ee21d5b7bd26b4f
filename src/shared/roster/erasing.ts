import type { EraseBody } from './bodies.ts'
import type { Refusal } from './refusal.ts'
import { roleNow, type OwnRoster, type Roster } from './roster.ts'

/** Only coordinators erase; the record that carries the notebook's own name can't be. What was erased before may be named again. */
export function eraseAllowed(roster: Roster, signer: string, { records }: EraseBody): Refusal | undefined {
  const role = roleNow(roster, signer)
  if (role !== 'coordinator') return role ? 'role' : 'signer'
  return records.length === 0 || records.includes(roster.spaceId) ? 'malformed' : undefined
}

/** The roster's parts after the entry of that index, by that device. */
export function erase(
  roster: OwnRoster,
  { index, by }: { readonly index: number; readonly by: string },
  body: EraseBody,
): Pick<OwnRoster, 'erased' | 'erasures'> {
  for (const id of [...body.records, ...body.photos]) roster.erased.add(id)
  return { erased: roster.erased, erasures: [...roster.erasures, { index, by, body }] }
}

/** What only a branch that was given up has erased: no entry of this roster says so yet, and no checkpoint was sealed anew for it. */
export function erasedElsewhere({ erased, erasures }: Roster): string[] {
  const here = new Set(erasures.flatMap(({ body }) => [...body.records, ...body.photos]))
  return [...erased].filter((id) => !here.has(id)).sort()
}
