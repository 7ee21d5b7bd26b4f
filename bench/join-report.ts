import { gzipSync } from 'node:zlib'
import type { BarePuts } from './bare-puts.ts'
import type { Task } from './contender.ts'
import type { Measured, Run } from './join.ts'
import { median } from './statistics.ts'
import { showTable } from './table.ts'
import { makeRecords } from './workload.ts'

/** One contender's medians: times in milliseconds, sizes in bytes. */
type Figures = {
  readonly pushMs: number
  readonly pushBytes: number
  readonly joinMs: number
  readonly joinBytes: number
  readonly editsMs: number
  readonly editsBytes: number
  readonly serverBytes: number
}

const readers: { readonly [figure in keyof Figures]: (run: Run) => number } = {
  pushMs: (run) => run.push.ms,
  pushBytes: (run) => run.push.bytes,
  joinMs: (run) => run.join.ms,
  joinBytes: (run) => run.join.bytes,
  editsMs: (run) => run.edits.ms,
  editsBytes: (run) => run.edits.bytes,
  serverBytes: (run) => run.serverBytes,
}
const names = Object.keys(readers) as (keyof Figures)[]

const mapFigures = (value: (name: keyof Figures) => number): Figures =>
  Object.fromEntries(names.map((name) => [name, value(name)])) as Figures

const mediansOf = ({ runs }: Measured): Figures =>
  mapFigures((name) => Math.round(median(runs.map(readers[name]))))

/** What is printed at the end, and in the line of JSON. */
export type JoinReport = {
  readonly records: number
  readonly edits: number
  /** All records as one JSON text, and that after gzip: what no contender can do without reading them all at once. */
  readonly plainBytes: number
  readonly gzipBytes: number
  /** Medians of the bare platform's puts. */
  readonly bare: BarePuts
  readonly contenders: readonly {
    readonly name: string
    readonly encrypted: boolean
    readonly note: string
    readonly rounds: number
    /** Milliseconds of the join that stretched what was typed: contained in it. */
    readonly stretchMs: number
    readonly median: Figures
    /** Each figure divided by the same one of the contender that all are compared with. */
    readonly ratio: Figures
    readonly runs: readonly Run[]
  }[]
  readonly limits: readonly Limit[]
}

/** A limit of the design, and what was measured: both as shares of the contender that all are compared with. */
type Limit = {
  readonly name: string
  readonly figure: 'joinMs' | 'joinBytes'
  readonly ratio: number
  readonly limit: number
}

/** ADR 0012: by the log a join may take as long as the other's. */
const limitsOf: { readonly [name: string]: Partial<Record<Limit['figure'], number>> } = {
  'Ponte, by its log': { joinMs: 1 },
  'Ponte, by checkpoint': { joinMs: 0.1, joinBytes: 0.5 },
}

function compareWithLimits({ name, ratio }: { readonly name: string; readonly ratio: Figures }): Limit[] {
  const figures = ['joinMs', 'joinBytes'] as const
  return figures.flatMap((figure) => {
    const limit = limitsOf[name]?.[figure]
    return limit === undefined ? [] : [{ name, figure, ratio: ratio[figure], limit }]
  })
}

/** Medians of all rounds, and their ratios to the contender of this name. */
export function reportJoin(
  task: Task,
  { all, bare }: { readonly all: readonly Measured[]; readonly bare: readonly BarePuts[] },
  comparedWith: string,
): JoinReport {
  const base = all.find(({ contender }) => contender.name === comparedWith)
  if (!base) throw new Error(`${comparedWith} was not measured`)
  const divisor = mediansOf(base)
  const records = makeRecords(task.seed, task.volume)
  const plain = JSON.stringify(records)
  const contenders = all.map((one) => {
    const { name, encrypted, note } = one.contender
    const medians = mediansOf(one)
    const ratio = mapFigures((figure) => Number((medians[figure] / divisor[figure]).toFixed(3)))
    const stretchMs = Math.round(median(one.runs.map((run) => run.stretchMs)))
    const rounds = one.runs.length
    return { name, encrypted, note, rounds, stretchMs, median: medians, ratio, runs: one.runs }
  })
  return {
    records: records.length,
    edits: task.volume.edits,
    plainBytes: Buffer.byteLength(plain),
    gzipBytes: gzipSync(plain).length,
    bare: {
      ids: Math.round(median(bare.map(({ ids }) => ids))),
      rows: Math.round(median(bare.map(({ rows }) => rows))),
      shared: Math.round(median(bare.map(({ shared }) => shared))),
    },
    contenders,
    limits: contenders.flatMap(compareWithLimits),
  }
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(0)

/** The report as two tables: figures, and how often each fits into the one that it is compared with. */
export function showJoin(report: JoinReport): string {
  const { records, edits, plainBytes, gzipBytes, bare, contenders, limits } = report
  const head = [
    '',
    'sealed',
    'rounds',
    'push ms',
    'kB',
    'join ms',
    'kB',
    `${edits} edits ms`,
    'kB',
    'server kB',
  ]
  const rows = contenders.map(({ name, encrypted, rounds, median: of }) => [
    name,
    encrypted ? 'yes' : 'no',
    String(rounds),
    ...names.map((figure) => (figure.endsWith('Bytes') ? kB(of[figure]) : String(of[figure]))),
  ])
  const ratios = contenders.map(({ name, ratio }) => [
    name,
    '',
    '',
    ...names.map((figure) => ratio[figure].toFixed(2)),
  ])
  return [
    `${records} records: ${kB(plainBytes)} kB as JSON, ${kB(gzipBytes)} kB after gzip in one piece.`,
    `Bare puts into one store: ${bare.ids} ms for the ids alone, ${bare.rows} ms for a row a record, ${bare.shared} ms for a row of 50 records.`,
    showTable(head, [...rows, ['', ...head.slice(1).map(() => '')], ...ratios]),
    ...contenders.map(
      ({ name, note, stretchMs }) =>
        `${name}: ${note}${stretchMs > 0 ? `; ${stretchMs} ms of the join stretched the invitation's digits` : ''}.`,
    ),
    ...limits.map(
      ({ name, figure, ratio, limit }) =>
        `${name}, ${figure === 'joinMs' ? 'time' : 'bytes'} of a join: ${ratio.toFixed(2)} of the other's, at most ${limit}: ${ratio <= limit ? 'kept' : 'MISSED'}.`,
    ),
  ].join('\n')
}
