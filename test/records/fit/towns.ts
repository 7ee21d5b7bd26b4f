import type { FitRow } from '../../../src/records/fit/rows.ts'
import { chanceFrom } from '../../../src/records/fit/chance.ts'

/** The row of two towns; each is name, country, lat, lon and, when known, people. */
export type Place = readonly [name: string, country: string, lat: string, lon: string, people?: string]

export function rowOf(one: Place, other?: Place): FitRow {
  const [originName, originCountry, originLat, originLon, originPeople = ''] = one
  const row = {
    origincityLabel: originName,
    origincountry: originCountry,
    originlat: originLat,
    originlong: originLon,
    originpopulation: originPeople,
  }
  if (!other) return row
  const [name, country, lat, lon, people = ''] = other
  return {
    ...row,
    sistercityLabel: name,
    destination_countryLabel: country,
    destinationlat: lat,
    destinationlong: lon,
    destinationpopulation: people,
    dist: '1',
    eu: 'EU',
  }
}

export const idOf = ([name, country, lat, lon]: Place): string => [name, country, lat, lon].join('|')

export type World = { readonly places: Place[]; readonly pairs: [Place, Place][]; readonly rows: FitRow[] }

/** Made-up towns of three countries: mostly those of like size, in like corners of their countries, are linked. */
export function worldOf(seed: number, perCountry = 40, pairCount = 120): World {
  const chance = chanceFrom(seed)
  const places = ['Aland', 'Beland', 'Celand'].flatMap((country, at) =>
    Array.from({ length: perCountry }, (_, number): Place => {
      const people = chance() < 0.2 ? '' : String(Math.round(Math.exp(7 + 5 * chance())))
      return [
        `${country} ${number}`,
        country,
        (45 + 4 * chance()).toFixed(4),
        (8 * at + 4 * chance()).toFixed(4),
        people,
      ]
    }),
  )
  const pick = (): Place => places[Math.floor(chance() * places.length)] as Place
  const pairs = new Map<string, [Place, Place]>()
  while (pairs.size < pairCount) {
    const [one, other] = [pick(), pick()]
    const apart = Math.abs(Math.log(Number(one[4]) || 8000) - Math.log(Number(other[4]) || 8000))
    const across = Math.abs(Number(one[2]) - Number(other[2]))
    if (idOf(one) < idOf(other) && chance() < Math.exp(-apart - across))
      pairs.set(idOf(one) + idOf(other), [one, other])
  }
  const list = [...pairs.values()]
  return { places, pairs: list, rows: list.map(([one, other]) => rowOf(one, other)) }
}
