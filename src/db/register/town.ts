import { foldedName, isNear, whichTown, type Told } from '../../shared/register/town.ts'
import type { EntryRow, Register, TownRow } from './tables.ts'

/** A town as an address names it; degrees, null where nobody said where it lies. */
export type Place = Pick<Told, 'name' | 'country' | 'lat' | 'lon'>

/** What is known of a town. `partners` are from the base alone: where associations tell of a link, that stands in its place. */
export type TownPage = {
  readonly row: TownRow | undefined
  readonly entries: readonly EntryRow[]
  readonly partners: readonly { readonly town: TownRow; readonly since: number }[]
}

/** One of several towns that could be meant; `row` where it is of the base. */
type Candidate = { -readonly [key in keyof Told]: Told[key] } & { readonly row?: TownRow }

const townsOf = ({ content }: EntryRow): readonly Told[] => content?.towns ?? []
const ofBase = (row: TownRow): Candidate => ({ ...row, place: '', row })

const distinct = (rows: readonly TownRow[]): TownRow[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
]

/** Degrees of latitude beyond which no town is the same under another name. */
const close = 0.06

/** Towns of the base that could be one of these: by name, or by where they lie. */
async function rowsLike({ towns }: Register, told: readonly Place[]): Promise<TownRow[]> {
  const named = towns
    .where('folded')
    .anyOf(told.map(({ name }) => foldedName(name)))
    .toArray()
  const near = told.flatMap(({ lat }) =>
    lat === null
      ? []
      : [
          towns
            .where('lat')
            .between(lat - close, lat + close)
            .toArray(),
        ],
  )
  return distinct((await Promise.all([named, ...near])).flat())
}

/** The towns of the base and those that are told of besides, each once: what one of them is called in the list of places is known of it from then on. */
function candidatesOf(rows: readonly TownRow[], told: readonly Told[]): Candidate[] {
  const all = rows.map(ofBase)
  for (const town of told) {
    const known = whichTown(town, all)
    if (known && known.place === '') known.place = town.place
  }
  for (const town of told) if (town.lat !== null && !whichTown(town, all)) all.push({ ...town })
  return all
}

/** What an address leaves out: how large it is, and its id in the list of places, if an entry tells it. */
function completed(place: Place, told: readonly Told[]): Told {
  const bare: Told = { ...place, place: '', population: null }
  const called = foldedName(place.name)
  const same = told.filter(({ name }) => foldedName(name) === called)
  return { ...bare, ...whichTown(bare, same), ...place }
}

/** Whether it can be this town: the rest of a country is nobody's concern. */
const isLike =
  (asked: Told) =>
  (town: Told): boolean =>
    town.country === asked.country &&
    (foldedName(town.name) === foldedName(asked.name) ||
      (asked.place !== '' && town.place === asked.place) ||
      (asked.lat !== null && town.lat !== null && isNear(asked, town)))

/** What the register holds of a town: the entries that name it, the newest first, and its partners by the base. */
export async function townPage(register: Register, place: Place): Promise<TownPage> {
  const { entries, towns } = register
  const ofCountry = await entries.where('countries').equals(place.country).toArray()
  const asked = completed(place, ofCountry.flatMap(townsOf))
  const isMeant = isLike(asked)
  const named = ofCountry.map((row) => ({ row, told: townsOf(row).filter(isMeant) }))
  const all = candidatesOf(
    await rowsLike(register, [asked]),
    named.flatMap(({ told }) => told),
  )
  const home = whichTown(asked, all)
  const known = home ? all : [...all, asked]
  const telling = named
    .filter(({ told }) => told.some((town) => whichTown(town, known) === (home ?? asked)))
    .map(({ row }) => row)
    .sort((a, b) => b.at - a.at)
  const linked = telling.filter(({ type }) => type === 'partnership').flatMap(townsOf)
  const since = new Map(home?.row?.links)
  const partners = (await towns.bulkGet([...since.keys()])).flatMap((town) => town ?? [])
  const like = distinct([...partners, ...(await rowsLike(register, linked))]).map(ofBase)
  const instead = new Set(linked.map((town) => whichTown(town, like)?.row?.id))
  return {
    row: home?.row,
    entries: telling,
    partners: partners
      .filter(({ id }) => !instead.has(id))
      .map((town) => ({ town, since: since.get(town.id) ?? 0 })),
  }
}
