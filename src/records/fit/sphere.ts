type Degrees = { readonly lat: number; readonly lon: number }

/** Puts a place on a sphere of radius 1: three numbers for each town. */
export function point(points: Float64Array, at: number, { lat, lon }: Degrees): void {
  const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180]
  points[3 * at] = Math.cos(phi) * Math.cos(lambda)
  points[3 * at + 1] = Math.cos(phi) * Math.sin(lambda)
  points[3 * at + 2] = Math.sin(phi)
}

/** Great circle, in km. */
export function kmBetween(points: Float64Array, one: number, other: number): number {
  const dx = (points[3 * one] ?? 0) - (points[3 * other] ?? 0)
  const dy = (points[3 * one + 1] ?? 0) - (points[3 * other + 1] ?? 0)
  const dz = (points[3 * one + 2] ?? 0) - (points[3 * other + 2] ?? 0)
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(dx * dx + dy * dy + dz * dz) / 2))
}
