import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FitRow } from '../../src/records/fit/rows.ts'

/** Where the exports lie that nothing of this repository may contain: a folder of .tsv files. */
export const folder = process.env['PONTE_DATA'] ?? '../shared/data/wikidata-p190'

const files = (): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.tsv'))
        .sort()
    : []

/** Says so loudly when there is nothing to learn from. */
export function hasRows(): boolean {
  if (files().length > 0) return true
  console.log(
    `SKIPPED: there is no .tsv in ${folder}. Name a folder of Wikidata exports with PONTE_DATA=FOLDER.`,
  )
  return false
}

/** All lines of all files, keyed by the header of their file. */
export function readTables(): FitRow[] {
  return files().flatMap((file) => {
    const [head = '', ...lines] = readFileSync(join(folder, file), 'utf8').split(/\r?\n/)
    const columns = head.split('\t')
    return lines
      .filter((line) => line !== '')
      .map((line) => {
        const cells = line.split('\t')
        return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))
      })
  })
}
