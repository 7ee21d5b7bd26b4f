import { groundOf } from '../../src/records/fit/ground.ts'
import { readGraph, type Graph } from '../../src/records/fit/graph.ts'
import { rankPartners } from '../../src/records/fit/rank.ts'
import { learnWeights, type Weights } from '../../src/records/fit/weights.ts'
import type { Clock } from '../clock.ts'
import { baselines, judgeBy, learnParts } from './baselines.ts'
import { foldsOf, type Fold, type Hidden } from './folds.ts'
import type { FitRow } from '../../src/records/fit/rows.ts'

/** The place of one hidden partner in one list, and what kind of case it was. */
export type Case = {
  readonly fold: number
  readonly rank: number
  /** The town that asks has no known partner; the hidden partner still has one. */
  readonly isAlone: boolean
  readonly isLinked: boolean
}

export type Outcome = { readonly method: string; readonly cases: Case[] }
export type Evaluation = {
  readonly folds: number
  readonly learnSeconds: number
  readonly outcomes: Outcome[]
}

/** Ties count as the middle of their ranks. */
const rankAmong = (own: number, others: Iterable<number>): number => {
  let [more, same] = [0, 0]
  for (const other of others) {
    if (other > own) more++
    else if (other === own) same++
  }
  return 1 + more + same / 2
}

type Asked = { readonly town: string; readonly country: string; readonly partners: string[] }

/** Several hidden partners in one country are looked for in the same list. */
function askedOf(hidden: readonly Hidden[]): Asked[] {
  const lists = new Map<string, Asked>()
  for (const { town, partner } of hidden) {
    const key = `${town.id}\n${partner.country}`
    const asked = lists.get(key) ?? { town: town.id, country: partner.country, partners: [] }
    lists.set(key, asked)
    asked.partners.push(partner.id)
  }
  return [...lists.values()]
}

/** The ranks of the partners by `rankPartners`; one that is not in the list comes after all. */
function ownRanks(graph: Graph, { town, country, partners }: Asked, weights: Weights): number[] {
  const list = rankPartners(graph, town, { country, weights, explained: 0 })
  const scores = new Map(list.map(({ id, score }) => [id, score]))
  return partners.map((partner) => {
    const own = scores.get(partner)
    if (own === undefined) return Infinity
    scores.delete(partner)
    const rank = rankAmong(own, scores.values())
    scores.set(partner, own)
    return rank
  })
}

function evaluateFold(fold: Fold, number: number, seed: number, outcomes: Outcome[]): number {
  const graph = readGraph(fold.rows)
  const bare = readGraph(fold.bareRows)
  const ground = groundOf(graph)
  const began = performance.now()
  const weights = learnWeights(graph, seed)
  const seconds = (performance.now() - began) / 1000
  const learned = learnParts(graph, ground, seed)
  const note = (method: number, rank: number, town: number, partner: number): void => {
    const isAlone = graph.degree[town] === 0
    outcomes[method]?.cases.push({ fold: number, rank, isAlone, isLinked: (graph.degree[partner] ?? 0) > 0 })
  }
  for (const asked of askedOf(fold.hidden)) {
    const town = graph.numberOf.get(asked.town) ?? 0
    const country = graph.countries.indexOf(asked.country)
    const first = graph.start[town] ?? 0
    const known = new Set(graph.to.subarray(first, first + (graph.degree[town] ?? 0)))
    const judge = judgeBy(graph, ground, asked.town, country, learned)
    const list = [...(graph.inCountry[country] ?? [])].filter((other) => !known.has(other))
    const judged = new Map(list.map((other) => [other, judge(other)]))
    const own = ownRanks(graph, asked, weights)
    const ownBare = ownRanks(bare, asked, weights)
    for (const [at, id] of asked.partners.entries()) {
      const partner = graph.numberOf.get(id) ?? 0
      const its = judged.get(partner) ?? []
      judged.delete(partner)
      for (const method of baselines.keys())
        note(
          method,
          rankAmong(
            its[method] ?? 0,
            [...judged.values()].map((all) => all[method] ?? 0),
          ),
          town,
          partner,
        )
      judged.set(partner, its)
      note(baselines.length, own[at] ?? Infinity, town, partner)
      note(baselines.length + 1, ownBare[at] ?? Infinity, town, partner)
    }
  }
  return seconds
}

/** Five folds, as many as the time allows; all that is learned is learned from what is not hidden. */
export function evaluate(rows: readonly FitRow[], from: string, seed: number, clock: Clock): Evaluation {
  const outcomes: Outcome[] = [...baselines, 'ours', 'ours, hidden towns lost'].map((method) => ({
    method,
    cases: [],
  }))
  const folds = foldsOf(rows, from, seed)
  let [done, longest, learnSeconds] = [0, 0, 0]
  while (done < folds.length && (done === 0 || clock.left() > longest)) {
    const before = clock.left()
    const fold = folds[done]
    if (fold) learnSeconds = Math.max(learnSeconds, evaluateFold(fold, done, seed, outcomes))
    longest = Math.max(longest, before - clock.left())
    done++
    console.log(`Fold ${done} of ${folds.length} took ${(before - clock.left()).toFixed(0)} s.`)
  }
  return { folds: done, learnSeconds, outcomes }
}
