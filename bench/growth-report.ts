import type { Aged, GrowthReport } from './growth.ts'
import { showTable } from './table.ts'

/** Edited fifty times, joining may cost so many times what it does edited once. */
const limit = 2

const kB = (bytes: number): string => (bytes / 1000).toFixed(0)

const row = ({ edits, changes, joins, joinMs, joinBytes, before, after }: Aged): string[] => [
  `edited ${edits} times`,
  String(changes),
  String(joins.length),
  String(joinMs),
  ...[joinBytes, before.files, before.used, after.files, after.used].map(kB),
]

const head = [
  '',
  'changes',
  'joins',
  'join ms',
  'join kB',
  'server kB',
  'in use',
  'log dropped kB',
  'in use',
] as const

/** The report as a table, and whether the limits were kept. */
export function showGrowth({ records, once, often }: GrowthReport): string {
  const ratios: readonly (readonly [string, number])[] = [
    ['time of a join', often.joinMs / once.joinMs],
    ['bytes of a join', often.joinBytes / once.joinBytes],
    ['what the server holds', often.after.used / once.after.used],
  ]
  return [
    `${records} records; both notebooks hold the same in the end.`,
    showTable(head, [row(once), row(often)]),
    ...ratios.map(
      ([name, ratio]) =>
        `${name[0]?.toUpperCase()}${name.slice(1)}: ${ratio.toFixed(2)} times that of once, at most ${limit}: ${ratio <= limit ? 'kept' : 'MISSED'}.`,
    ),
    'Free pages stay in the file and are written next: "in use" is what lies in the others.',
  ].join('\n')
}
