/** A town as the public register names it; degrees, null where nobody said so. */
type Place = {
  readonly name: string
  readonly country: string
  readonly lat: number | null
  readonly lon: number | null
}

/** The address of a town's page in the public register: by name and country, and by where it lies, since names come twice. */
export function townPath({ name, country, lat, lon }: Place): string {
  const point = lat === null || lon === null ? '-' : `${lat.toFixed(2)},${lon.toFixed(2)}`
  return `/register/town/${country}/${encodeURIComponent(encodeURIComponent(name))}/${point}`
}
