import { rankPartners, type Suggestion } from '../../records/fit/rank.ts'
import { shownText } from '../../shared/register/text.ts'
import type { Known } from './known.ts'
import { checksOf } from './doubts.ts'
import type { Answer, Suggested, Wish } from './question.ts'
import { toSay } from './words.ts'

/** More than anybody reads; for as many it is looked up which towns stand in between. */
const mostSuggested = 100

function suggested(known: Known, { id, reasons: all }: Suggestion): Suggested[] {
  const { graph, spots } = known
  const reasons = toSay(all)
  const spot = spots.get(id)
  const at = graph.numberOf.get(id)
  if (!spot || at === undefined) return []
  const { name, country, lat, lon } = spot
  return [
    {
      id,
      name,
      country,
      lat,
      lon,
      people: graph.towns[at]?.people ?? 0,
      partners: graph.degree[at] ?? 0,
      reasons: reasons.map(({ part, via, km, missing }) => ({
        part,
        via: (via ?? []).map((one) => shownText(spots.get(one)?.name ?? '')),
        ...(km === undefined ? {} : { km }),
        ...(missing ? { missing } : {}),
      })),
      checks: checksOf(known, id, reasons),
    },
  ]
}

/** The towns that could fit, of those that are wanted. */
export function answerFrom(known: Known, { country, km, people: [least, below] }: Wish): Answer {
  const { graph, home } = known
  const townsIn = (one: string): number => graph.inCountry[graph.countries.indexOf(one)]?.length ?? 0
  const countries = graph.countries
    .filter((one) => one !== '?')
    .sort((one, other) => townsIn(other) - townsIn(one))
  if (home === undefined) return { towns: [], people: 0, partners: 0, countries, isNowhere: true }
  const isAnySize = least === 0 && below === Infinity
  const found = rankPartners(graph, home, {
    ...(country ? { country } : {}),
    explained: mostSuggested,
    suits: ({ people }, far) =>
      far <= km && (isAnySize || (people !== undefined && people >= least && people < below)),
  })
  const towns = found.slice(0, mostSuggested).flatMap((one) => suggested(known, one))
  const at = graph.numberOf.get(home) ?? -1
  return {
    towns,
    people: graph.towns[at]?.people ?? 0,
    partners: graph.degree[at] ?? 0,
    countries,
    isNowhere: false,
  }
}
