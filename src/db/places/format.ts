import type { Place } from '../../shared/place.ts'

/** A line that no other file begins with: a page of a hotel's network is none of ours. */
const mark = 'ponte-places 1'

/** What a list holds of a place; names in other languages lie in a file of their own. */
export type Listed = Omit<Place, 'names' | 'point'> & { readonly point: NonNullable<Place['point']> }

const thousandths = (degrees: number): string => String(Math.round(degrees * 1000))
const column = (values: readonly string[]): string => values.join('\t')

/**
 * A country's places as text: a line each for names, latitudes and longitudes (thousandths of a degree), how many
 * inhabitants fewer than the one before, ids (base 36), parts of the country. Larger ones first.
 */
export function writePlaces(places: readonly Listed[]): string {
  const sorted = [...places].sort((a, b) => b.population - a.population)
  return [
    mark,
    column(sorted.map(({ name }) => name)),
    column(sorted.map(({ point }) => thousandths(point.lat))),
    column(sorted.map(({ point }) => thousandths(point.lon))),
    column(
      sorted.map(({ population }, at) =>
        String(at ? (sorted[at - 1]?.population ?? 0) - population : population),
      ),
    ),
    column(sorted.map(({ id }) => (id ? Number(id).toString(36) : ''))),
    sorted.some(({ land }) => land) ? column(sorted.map(({ land }) => land.slice(3))) : '',
  ].join('\n')
}

/** The places in a text that `writePlaces` made, undefined for any other text. */
export function readPlaces(country: string, text: string): Listed[] | undefined {
  const [first, ...lines] = text.split('\n')
  if (first !== mark || lines.length < 6) return undefined
  const [names = [], lats = [], lons = [], fewer = [], ids = [], lands = []] = lines.map((line) =>
    line.split('\t'),
  )
  let population = 0
  return names.map((name, at) => {
    population = at ? population - Number(fewer[at]) : Number(fewer[at])
    const id = ids[at]
    return {
      id: id ? String(Number.parseInt(id, 36)) : '',
      name,
      country,
      land: lands[at] ? `${country}-${lands[at]}` : '',
      point: { lat: Number(lats[at]) / 1000, lon: Number(lons[at]) / 1000 },
      population,
    }
  })
}
