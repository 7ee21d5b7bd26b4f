import { showTable } from '../table.ts'
import type { Case, Evaluation } from './evaluate.ts'

const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length

/** The share of the hidden partners that stand among the first ten. */
const recall = (cases: readonly Case[]): number => mean(cases.map(({ rank }) => (rank <= 10 ? 1 : 0)))

export type Figures = {
  readonly method: string
  readonly recall10: number
  readonly reciprocal: number
  /** For towns without a known partner, and for hidden partners that still have a link. */
  readonly alone: number
  readonly linked: number
  readonly leastFold: number
  readonly mostFold: number
}

export const figuresOf = ({ folds, outcomes }: Evaluation): Figures[] =>
  outcomes.map(({ method, cases }) => {
    const perFold = Array.from({ length: folds }, (_, fold) =>
      recall(cases.filter((one) => one.fold === fold)),
    )
    return {
      method,
      recall10: recall(cases),
      reciprocal: mean(cases.map(({ rank }) => 1 / rank)),
      alone: recall(cases.filter(({ isAlone }) => isAlone)),
      linked: recall(cases.filter(({ isLinked }) => isLinked)),
      leastFold: Math.min(...perFold),
      mostFold: Math.max(...perFold),
    }
  })

const short = (share: number): string => share.toFixed(3).replace(/^0/, '')

export function showFit(evaluation: Evaluation): string {
  const first = evaluation.outcomes[0]?.cases ?? []
  const count = (is: (one: Case) => boolean): number => first.filter(is).length
  return [
    showTable(
      ['', 'recall@10', 'MRR', 'folds', 'town alone', 'partner linked'],
      figuresOf(evaluation).map((by) => [
        by.method,
        ...[by.recall10, by.reciprocal].map(short),
        `${short(by.leastFold)}-${short(by.mostFold)}`,
        ...[by.alone, by.linked].map(short),
      ]),
    ),
    `\n${evaluation.folds} folds, ${first.length} hidden pairs. Town alone: the ${count(({ isAlone }) => isAlone)} whose town has no known partner.`,
    `Partner linked: the ${count(({ isLinked }) => isLinked)} whose hidden partner still has a known link. Hidden towns lost: towns without`,
    `a known pair are in no list, so that the others can't be found. Learning took ${evaluation.learnSeconds.toFixed(1)} s at most.`,
  ].join('\n')
}
