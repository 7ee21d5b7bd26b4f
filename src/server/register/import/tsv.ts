import { Broken, mostOfRow, type Row } from './broken.ts'

/** One value of the query service: `<http://...>`, `"Kraków"@pl`, `"12"^^<...>`, or the bare text. */
function valueOf(cell: string): string {
  const text = cell.trim()
  const [, quoted] = /^"((?:[^"\\]|\\.)*)"(?:@[\w-]+|\^\^<[^>]*>)?$/.exec(text) ?? []
  if (quoted !== undefined)
    return quoted.replace(/\\(.)/g, (_, one: string) => (one === 't' || one === 'n' ? ' ' : one))
  return /^<(.*)>$/.exec(text)?.[1] ?? text
}

async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<{ line: number; text: string }> {
  let [rest, line] = ['', 0]
  for await (const text of texts) {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      line += 1
      if (part.length > mostOfRow) throw new Broken(line, 'a line that is longer than any row')
      yield { line, text: part.replace(/\r$/, '') }
    }
    if (rest.length > mostOfRow) throw new Broken(line + 1, 'a line that is longer than any row')
  }
  if (rest !== '') yield { line: line + 1, text: rest.replace(/\r$/, '') }
}

/** The rows of a table whose first line names the columns. Throws Broken for a line with more or fewer. */
export async function* readTsv(texts: AsyncIterable<string>): AsyncGenerator<Row> {
  let columns: Map<string, number> | undefined
  for await (const { line, text } of linesOf(texts)) {
    const cells = text.split('\t')
    if (!columns) {
      columns = new Map(cells.map((name, at) => [name.trim().replace(/^\?/, ''), at]))
      if (columns.size !== cells.length || columns.size < 2) throw new Broken(line, 'no names of columns')
      continue
    }
    if (text === '') continue
    if (cells.length !== columns.size)
      throw new Broken(line, `${cells.length} columns where the first line names ${columns.size}`)
    const places = columns
    yield { line, value: (column) => valueOf(cells[places.get(column) ?? -1] ?? '') }
  }
}
