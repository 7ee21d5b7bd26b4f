import type { Graph } from './graph.ts'
import { kmBetween } from './sphere.ts'

/** Parts of countries, about 100 km wide, and how many links there are between them. */
export type Cells = {
  readonly of: Int32Array
  /** Those of a country. */
  readonly inCountry: Int32Array[]
  /** For each cell the cells it has links with, and how many: a link within one cell counts twice. */
  readonly links: Map<number, number>[]
  /** The town nearest to the middle of its cell stands for it. */
  readonly middle: Int32Array
  /** How much one cell says of another of its country, in the order of `inCountry`. */
  readonly kernel: Float64Array[]
}

/** How quickly what is far says less, in km. */
const width = 130

export const fading = (km: number, by: number): number => Math.exp(-(km * km) / (2 * by * by))

function middleOf({ towns }: Graph, members: readonly number[]): number {
  const mean = (of: 'lat' | 'lon'): number =>
    members.reduce((sum, town) => sum + (towns[town]?.[of] ?? 0), 0) / members.length
  const [lat, lon] = [mean('lat'), mean('lon')]
  const off = (town: number): number =>
    Math.abs((towns[town]?.lat ?? 0) - lat) + Math.abs((towns[town]?.lon ?? 0) - lon)
  return members.reduce((best, town) => (off(town) < off(best) ? town : best))
}

export function cellsOf(graph: Graph): Cells {
  const of = new Int32Array(graph.towns.length + 1).fill(-1)
  const members: number[][] = []
  const inCountry = graph.inCountry.map((list) => {
    const found = new Map<string, number>()
    for (const town of list) {
      const { lat = 0, lon = 0 } = graph.towns[town] ?? {}
      const key = `${Math.floor(lat)}|${Math.floor(lon / 1.5)}`
      const cell = found.get(key) ?? members.push([]) - 1
      found.set(key, cell)
      members[cell]?.push(town)
      of[town] = cell
    }
    return Int32Array.from(found.values())
  })
  const links = members.map(() => new Map<number, number>())
  for (let town = 0; town < graph.towns.length; town++) {
    const at = links[of[town] ?? 0]
    const first = graph.start[town] ?? 0
    for (const partner of graph.to.subarray(first, first + (graph.degree[town] ?? 0))) {
      const cell = of[partner] ?? 0
      at?.set(cell, (at.get(cell) ?? 0) + 1)
    }
  }
  const middle = Int32Array.from(members, (list) => middleOf(graph, list))
  const kernel = inCountry.map((cells) =>
    Float64Array.from(
      [...cells].flatMap((one) =>
        [...cells].map((other) =>
          fading(kmBetween(graph.points, middle[one] ?? 0, middle[other] ?? 0), width),
        ),
      ),
    ),
  )
  return { of, inCountry, links, middle, kernel }
}

/**
 * For each cell how strongly the wider surroundings of a town are linked with the wider surroundings of the cell. With a
 * partner to leave out, as if there was no link with it.
 */
export function cellPull(
  graph: Graph,
  cells: Cells,
  town: number,
  { country: only, hidden }: { country?: number | undefined; hidden?: number | undefined },
): Float64Array {
  const links = new Float64Array(cells.middle.length)
  const between = (one: number, next: number): number =>
    cells.of[town] === one && cells.of[hidden ?? town] === next ? 1 : 0
  for (const cell of cells.inCountry[graph.country[town] ?? 0] ?? []) {
    const weight = fading(kmBetween(graph.points, town, cells.middle[cell] ?? 0), width)
    for (const [other, count] of cells.links[cell] ?? []) {
      const less = hidden === undefined ? 0 : between(cell, other) + between(other, cell)
      links[other] = (links[other] ?? 0) + weight * (count - less)
    }
  }
  const pull = new Float64Array(links.length)
  for (const [country, list] of cells.inCountry.entries()) {
    if (only !== undefined && country !== only) continue
    const kernel = cells.kernel[country]
    // Most cells have no link with the surroundings.
    const linked = Int32Array.from(list.keys()).filter((by) => links[list[by] ?? 0] !== 0)
    if (linked.length === 0 || !kernel) continue
    const counts = Float64Array.from(linked, (by) => links[list[by] ?? 0] ?? 0)
    for (let at = 0; at < list.length; at++) {
      const row = at * list.length
      let sum = 0
      for (let by = 0; by < linked.length; by++)
        sum += (kernel[row + (linked[by] ?? 0)] ?? 0) * (counts[by] ?? 0)
      pull[list[at] ?? 0] = sum
    }
  }
  return pull
}
