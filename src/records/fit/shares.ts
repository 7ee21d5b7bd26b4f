import type { Graph } from './graph.ts'

/** How many links a country counts as having had before any is known: spread as those of all. */
const before = 5

/** For towns of each country how likely the next partner is in each; the last row is for a country that has no town here. */
export function countryShares(graph: Graph): Float64Array[] {
  const count = graph.countries.length + 1
  const links = Array.from({ length: count }, () => new Float64Array(count))
  const sums = new Float64Array(count)
  for (let town = 0; town < graph.towns.length; town++) {
    const from = graph.country[town] ?? 0
    const own = links[from] ?? new Float64Array()
    const first = graph.start[town] ?? 0
    for (const partner of graph.to.subarray(first, first + (graph.degree[town] ?? 0))) {
      const to = graph.country[partner] ?? 0
      own[to] = (own[to] ?? 0) + 1
      sums[from] = (sums[from] ?? 0) + 1
    }
  }
  const all = sums.reduce((sum, more) => sum + more, 0)
  return links.map((own, from) =>
    own.map((known, to) => {
      const usual = ((sums[to] ?? 0) + 1) / (all + count)
      return (known + before * usual) / ((sums[from] ?? 0) + before)
    }),
  )
}
