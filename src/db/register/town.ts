import { fold } from '../../shared/fold.ts'
import type { EntryRow, Register, TownRow } from './tables.ts'

/** A town as an entry or the base has it; degrees, null where nobody said where it lies. */
export type Place = {
  readonly name: string
  readonly country: string
  readonly lat: number | null
  readonly lon: number | null
}

const kilometresADegree = 111.2
/** How far the middles of a town may lie apart in two lists. */
const nearest = 20

/** Whether two can be in one place: nearly, or it isn't known where one of them lies. Flat, which is close enough here. */
function isNear(one: Place, other: Place): boolean {
  if (one.lat === null || one.lon === null || other.lat === null || other.lon === null) return true
  const north = one.lat - other.lat
  const east = (one.lon - other.lon) * Math.cos(((one.lat + other.lat) / 360) * Math.PI)
  return Math.hypot(north, east) * kilometresADegree < nearest
}

/** Whether two are the same town: of one name and country, and not far apart, for there is more than one Neustadt. */
export const isSameTown = (one: Place, other: Place): boolean =>
  one.country === other.country && fold(one.name).trim() === fold(other.name).trim() && isNear(one, other)

/** What is known of a town. `partners` are from the base alone: where associations tell of a link, that stands in its place. */
export type TownPage = {
  readonly row: TownRow | undefined
  readonly entries: readonly EntryRow[]
  readonly partners: readonly { readonly town: TownRow; readonly since: number }[]
}

const townsOf = ({ content }: EntryRow): readonly Place[] => content?.towns ?? []

/** What the register holds of a town: the entries that name it, the newest first, and its partners by the base. */
export async function townPage(register: Register, place: Place): Promise<TownPage> {
  const { entries, towns } = register
  const ofCountry = await entries.where('countries').equals(place.country).toArray()
  const telling = ofCountry
    .filter((row) => townsOf(row).some((town) => isSameTown(town, place)))
    .sort((a, b) => b.at - a.at)
  const row = (await towns.where('name').equals(place.name).toArray()).find((one) => isSameTown(one, place))
  const linked = telling.filter(({ type }) => type === 'partnership').flatMap(townsOf)
  const since = new Map(row?.links)
  const partners = (await towns.bulkGet([...since.keys()])).flatMap((town) =>
    town && !linked.some((one) => isSameTown(one, town)) ? [{ town, since: since.get(town.id) ?? 0 }] : [],
  )
  return { row, entries: telling, partners }
}
