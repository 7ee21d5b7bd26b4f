import { readRows } from '../../src/records/fit/rows.ts'
import type { Clock } from '../clock.ts'
import { evaluate } from './evaluate.ts'
import { figuresOf, showFit, type Figures } from './report.ts'
import { hasRows, readTables } from './rows.ts'
import { measureSpeed, showSpeed, type Speed } from './speed.ts'

export type FitReport = {
  readonly text: string
  readonly figures:
    | { readonly folds: number; readonly from: string; readonly methods: Figures[]; readonly speed: Speed }
    | 'skipped'
}

/** How well hidden partners are found, and how long it takes. */
export async function measureFit(by: { from: string; seed: number }, clock: Clock): Promise<FitReport> {
  if (!hasRows()) return { text: 'fit: SKIPPED, nothing was measured.', figures: 'skipped' }
  const rows = readTables()
  const { towns, pairs } = readRows(rows)
  console.log(
    `${rows.length} rows, ${towns.length} towns, ${pairs.length} pairs; from the view of ${by.from}.`,
  )
  // First: the folds take what is left.
  const speed = await measureSpeed(rows, by.from)
  const evaluation = evaluate(rows, by.from, by.seed, clock)
  return {
    text: `${showFit(evaluation)}\n\n${showSpeed(speed)}`,
    figures: { folds: evaluation.folds, from: by.from, methods: figuresOf(evaluation), speed },
  }
}
