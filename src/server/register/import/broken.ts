/** An export that can't be read, and the line that broke it. */
export class Broken extends Error {
  override readonly name = 'Broken'
  readonly line: number

  constructor(line: number, why: string) {
    super(`line ${line}: ${why}`)
    this.line = line
  }
}

/** Characters of one row: Wikidata's have a few hundred. */
export const mostOfRow = 64 * 1024

/** A row of an export: what stands in a column, '' for nothing. */
export type Row = { readonly line: number; readonly value: (column: string) => string }
