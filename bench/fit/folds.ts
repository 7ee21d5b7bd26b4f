import { readRows, type FitRow, type Town } from '../../src/records/fit/rows.ts'
import { chanceFrom } from '../random.ts'

/** A town whose partner is hidden, and that partner. */
export type Hidden = { readonly town: Town; readonly partner: Town }
export type Fold = {
  /** What may be known: the pairs that are not hidden, and every town by itself, so that none is lost with its only pair. */
  readonly rows: FitRow[]
  /** The same without the towns by themselves. */
  readonly bareRows: FitRow[]
  readonly hidden: Hidden[]
}

const rowOf = (one: Town, other?: Town): FitRow => {
  const [lon, lat] = one.id.split('|').reverse()
  const [otherLon, otherLat] = other?.id.split('|').reverse() ?? []
  const people = (town: Town): string => (town.people === undefined ? '' : String(town.people))
  return {
    origincityLabel: one.name,
    origincountry: one.country,
    originlat: lat,
    originlong: lon,
    originpopulation: people(one),
    ...(other && {
      sistercityLabel: other.name,
      destination_countryLabel: other.country,
      destinationlat: otherLat,
      destinationlong: otherLon,
      destinationpopulation: people(other),
    }),
  }
}

/** Hides one fifth after the other of the pairs between a country and others; `share` of the rest stays known. */
export function foldsOf(rows: readonly FitRow[], from: string, seed: number, share = 1): Fold[] {
  const { towns, pairs } = readRows(rows)
  const byId = new Map(towns.map((town) => [town.id, town]))
  const chance = chanceFrom(seed)
  const drawn = pairs.flatMap(([one, other]) => {
    const [first, second] = [byId.get(one), byId.get(other)]
    if (!first || !second) return []
    const isAsked = (first.country === from) !== (second.country === from)
    return [{ first, second, fold: isAsked ? Math.floor(chance() * 5) : -1, isKept: chance() < share }]
  })
  const alone = towns.map((town) => rowOf(town))
  return [0, 1, 2, 3, 4].map((fold) => {
    const bareRows = drawn
      .filter((pair) => pair.fold !== fold && pair.isKept)
      .map(({ first, second }) => rowOf(first, second))
    return {
      rows: [...bareRows, ...alone],
      bareRows,
      hidden: drawn
        .filter((pair) => pair.fold === fold)
        .map(({ first, second }) =>
          first.country === from ? { town: first, partner: second } : { town: second, partner: first },
        ),
    }
  })
}
