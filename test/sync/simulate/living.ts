import type { Change, Version } from '../../../src/db/merge.ts'
import { stampOf, type Stamp } from '../../../src/db/stamp.ts'
import type { Tablet } from './tablet.ts'
import { textOf } from './violation.ts'

type Place = { readonly versions: Map<Stamp, Version>; readonly named: Set<Stamp> }

/** What lives where, by record and field. */
export type Living = {
  readonly at: (place: string) => ReadonlyMap<Stamp, Version>
  readonly valuesAt: (place: string) => ReadonlySet<string>
  /** What was replaced before it came. */
  readonly aheadAt: (place: string) => readonly Stamp[]
  readonly places: () => readonly string[]
}

/** The specification, and all that is trusted here: a version lives unless a received change names it. */
export function livingIn(received: readonly Change[]): Living {
  const places = new Map<string, Place>()
  const stamps = new Set(received.map(({ device, seq }) => stampOf(device, seq)))
  for (const { record, device, seq, set, over, time } of received) {
    for (const [field, value] of Object.entries(set)) {
      const name = `${record} ${field}`
      const place = places.get(name) ?? { versions: new Map(), named: new Set() }
      places.set(name, place)
      const own = stampOf(device, seq)
      place.versions.set(own, { value, time })
      for (const stamp of over[field] ?? []) if (stamp !== own) place.named.add(stamp)
    }
  }
  const at = (name: string): Map<Stamp, Version> => {
    const place = places.get(name)
    return new Map([...(place?.versions ?? [])].filter(([stamp]) => !place?.named.has(stamp)))
  }
  return {
    at,
    valuesAt: (name) => new Set([...at(name).values()].map(({ value }) => textOf(value))),
    aheadAt: (name) => [...(places.get(name)?.named ?? [])].filter((stamp) => !stamps.has(stamp)).sort(),
    places: () => [...places.keys()],
  }
}

/** The ids by which these tablets go, or went. */
export async function keepersOf(tablets: readonly Tablet[]): Promise<string[]> {
  const ids: string[] = []
  for (const { own, witness } of tablets) {
    // Its keys are made once the invitation was opened.
    if (own.joining?.head === '') continue
    ids.push(own.keys.id)
    for (const row of await witness.own.toArray()) ids.push(row.device.id)
  }
  return ids
}
