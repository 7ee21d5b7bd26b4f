import type { Seen, View } from './view.ts'

/** What of all that is seen is measured by the mean of a country. */
type Meant = Exclude<keyof Seen, 'busy'>

/** For one country what its towns have on average: what is seen of a town is measured by that. */
export type Scale = { readonly [name in Meant | 'pull' | 'anyTop' | 'strolledTop']: number } & {
  /** Logarithms: how many towns there are, how many links they have, and how many with the asking country. */
  readonly towns: number
  readonly meanTies: number
  readonly meanThere: number
}

/** Adds up what the towns of a country have. */
class Sums {
  #towns = 0
  #ties = 0
  #pull = 0
  #anyTop = 0
  #strolledTop = 0
  #common = 0
  #three = 0
  #five = 0
  #any = 0
  #strolled = 0
  #strolledNear = 0
  #linked = 0
  #besides = 0
  #close = 0
  #wide = 0
  #broad = 0
  #alike = 0
  #warm = 0

  add({ seen, pull, ground, graph }: View, town: number): void {
    const degree = graph.degree[town] ?? 0
    const ties = Math.max(1, degree)
    const [any, strolled] = [seen.any[town] ?? 0, seen.strolled[town] ?? 0]
    this.#towns++
    this.#ties += degree
    this.#pull += pull[ground.cells.of[town] ?? 0] ?? 0
    this.#anyTop = Math.max(this.#anyTop, any / ties)
    this.#strolledTop = Math.max(this.#strolledTop, strolled / ties)
    this.#common += seen.common[town] ?? 0
    this.#three += seen.three[town] ?? 0
    this.#five += seen.five[town] ?? 0
    this.#any += any
    this.#strolled += strolled
    this.#strolledNear += seen.strolledNear[town] ?? 0
    this.#linked += seen.linked[town] ?? 0
    this.#besides += seen.besides[town] ?? 0
    this.#close += seen.close[town] ?? 0
    this.#wide += seen.wide[town] ?? 0
    this.#broad += seen.broad[town] ?? 0
    this.#alike += seen.alike[town] ?? 0
    this.#warm += seen.warm[town] ?? 0
  }

  /** `links`: how many the asking country has there. */
  scale(links: number): Scale {
    const count = Math.max(1, this.#towns)
    return {
      common: this.#common / count,
      three: this.#three / count,
      five: this.#five / count,
      any: this.#any / count,
      strolled: this.#strolled / count,
      strolledNear: this.#strolledNear / count,
      linked: this.#linked / count,
      besides: this.#besides / count,
      close: this.#close / count,
      wide: this.#wide / count,
      broad: this.#broad / count,
      alike: this.#alike / count,
      warm: this.#warm / count,
      pull: this.#pull / count,
      anyTop: this.#anyTop,
      strolledTop: this.#strolledTop,
      towns: Math.log(1 + this.#towns),
      meanTies: Math.log((1 + this.#ties) / (1 + this.#towns)),
      meanThere: Math.log((1 + links) / (1 + this.#towns)),
    }
  }
}

const linksThere = ({ usual }: View, country: number): number => usual[country]?.links ?? 0

/** By the number of its country. */
export type Scales = readonly (Scale | undefined)[]

export function scaleOf(view: View, country: number): Scale {
  const sums = new Sums()
  const list = view.graph.inCountry[country] ?? new Int32Array()
  for (let at = 0; at < list.length; at++) sums.add(view, list[at] ?? 0)
  return sums.scale(linksThere(view, country))
}

/** The same of one country, or of all at once: in the order in which towns lie, which is quicker than country by country. */
export function scalesFor(view: View, countries: readonly number[]): Scales {
  const { towns, country, inCountry } = view.graph
  if (countries.length === 1) {
    const scales: Scale[] = []
    for (const one of countries) scales[one] = scaleOf(view, one)
    return scales
  }
  const all = inCountry.map(() => new Sums())
  for (let town = 0; town < towns.length; town++) all[country[town] ?? 0]?.add(view, town)
  return all.map((sums, at) => sums.scale(linksThere(view, at)))
}
