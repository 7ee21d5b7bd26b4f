import type { Checked } from '../../../src/db/backup/check.ts'
import type { Stamp } from '../../../src/db/stamp.ts'
import type { Value } from '../../../src/shared/value.ts'
import type { Tablet } from './tablet.ts'
import { textOf } from './violation.ts'

/** What stands in one field of one record: values as text, by their stamps. */
export type Place = ReadonlyMap<Stamp, string>

/** Places by `<record> <field>`. */
export type Places = ReadonlyMap<string, Place>

export type Side = { readonly places: Places; readonly seen: ReadonlyMap<string, number> }

/** What stands on a tablet at this moment, and how far it has each device. */
export async function sideOf({ witness }: Tablet): Promise<Side> {
  const { versions, seen } = witness
  const [rows, chains] = await witness.transaction('r', [versions, seen], () =>
    Promise.all([versions.toArray(), seen.toArray()]),
  )
  const places = rows.flatMap(({ record, registers }) =>
    Object.entries(registers).map(([field, { live }]): [string, Place] => {
      const stamps = Object.entries(live).map(([stamp, { value }]): [Stamp, string] => [stamp, textOf(value)])
      return [`${record} ${field}`, new Map(stamps)]
    }),
  )
  return { places: new Map(places), seen: new Map(chains.map(({ device, seq }) => [device, seq])) }
}

/** What stands in a backup. */
export function placesIn({ entries }: Pick<Checked, 'entries'>): Places {
  const places = new Map<string, Place>()
  for (const { entry } of entries)
    for (const [field, shown] of Object.entries(entry.fields)) {
      const values: Value[] = [shown, ...(entry.others?.[field] ?? []).map(({ value }) => value)]
      const place = new Map<Stamp, string>()
      for (const [at, value] of values.entries())
        for (const stamp of entry.stamps?.[field]?.[at] ?? []) place.set(stamp, textOf(value))
      places.set(`${entry.id} ${field}`, place)
    }
  return places
}

const nothing: Place = new Map()

export const placeIn = (places: Places, name: string): Place => places.get(name) ?? nothing

export const valuesAt = (places: Places, name: string): ReadonlySet<string> =>
  new Set(placeIn(places, name).values())
