import { showTable } from './table.ts'

/** One line of the report. Numbers are milliseconds or megabytes. */
export type Result = {
  readonly name: string
  readonly unit: 'ms' | 'MB'
  /** Median of the rounds. */
  readonly value: number
  readonly rounds: number
  /** What the least did that does the same, in the same run. */
  readonly peer?: number
  readonly limit?: number
}

const shown = (number: number | undefined): string =>
  number === undefined ? '' : number < 10 ? number.toFixed(1) : number.toFixed(0)

const verdict = ({ value, limit }: Result): string =>
  limit === undefined ? '' : value <= limit ? 'within' : 'OVER'

export const ratioOf = ({ value, peer }: Result): number | undefined =>
  peer === undefined ? undefined : value / peer

/** All results as a table: limits are looked at, not gated. */
export function showResults(results: readonly Result[]): string {
  const head = ['', 'median', 'unit', 'rounds', 'bare', 'ratio', 'limit', '']
  const rows = results.map((result) => [
    result.name,
    shown(result.value),
    result.unit,
    String(result.rounds),
    shown(result.peer),
    shown(ratioOf(result)),
    shown(result.limit),
    verdict(result),
  ])
  return showTable(head, rows)
}
