import { Broken, mostOfRow, type Row } from './broken.ts'

const deepest = 16

/** What stands in a column: as the query service says it (`{type, value}`), or by itself. */
function valueIn(row: object, column: string): string {
  const said: unknown = new Map<string, unknown>(Object.entries(row)).get(column)
  const value: unknown = typeof said === 'object' && said !== null && 'value' in said ? said.value : said
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Cuts the rows out of JSON as it comes: those of `results.bindings`, or of an array that is the whole file. Nothing else is kept. */
class Cutter {
  line = 1
  #open: string[] = []
  #rowsAt = 0
  #hasRows = false
  #row: { text: string; line: number; depth: number } | undefined
  #isString = false
  #isEscaped = false
  #string = ''
  #key = ''

  end(): void {
    if (this.#row || this.#isString || this.#open.length > 0)
      throw new Broken(this.line, 'the file ends too early')
    if (!this.#hasRows) throw new Broken(this.line, 'no rows in it')
  }

  /** The rows that end in this piece. */
  *take(text: string): Generator<Row> {
    let from = 0
    for (let at = 0; at < text.length; at += 1) {
      const char = text[at] ?? ''
      if (char === '\n') this.line += 1
      if (this.#isString) this.#inString(char)
      else if (this.#row) {
        if (!this.#inRow(char)) continue
        const { text: before, line } = this.#row
        yield this.#parse(before + text.slice(from, at + 1), line)
        this.#row = undefined
      } else if (this.#outside(char)) from = at
    }
    if (this.#row) this.#keep(text.slice(from))
  }

  #keep(text: string): void {
    if (!this.#row) return
    this.#row.text += text
    if (this.#row.text.length > mostOfRow) throw new Broken(this.#row.line, 'a row that is longer than any')
  }

  #inString(char: string): void {
    if (this.#isEscaped) this.#isEscaped = false
    else if (char === '\\') this.#isEscaped = true
    else if (char === '"') this.#isString = false
    else if (!this.#row && this.#string.length < 100) this.#string += char
  }

  /** Whether the row ends with this character. */
  #inRow(char: string): boolean {
    if (!this.#row) return false
    if (char === '"') this.#isString = true
    else if (char === '{' || char === '[') this.#row.depth += 1
    else if (char === '}' || char === ']') this.#row.depth -= 1
    return this.#row.depth === 0
  }

  /** Whether a row begins with this character. */
  #outside(char: string): boolean {
    const isAmongRows = this.#rowsAt > 0 && this.#open.length === this.#rowsAt
    if (char === '{' && isAmongRows) {
      this.#row = { text: '', line: this.line, depth: 1 }
      return true
    }
    if (isAmongRows && !/[\s,\]]/.test(char)) throw new Broken(this.line, 'something else than a row')
    if (char === '"') [this.#isString, this.#string] = [true, '']
    else if (char === ':') this.#key = this.#string
    else if (char === '{' || char === '[') this.#enter(char)
    else if (char === '}' || char === ']') this.#leave(char)
    else if (!/[\s,\w.+-]/.test(char)) throw new Broken(this.line, 'no JSON')
    return false
  }

  #enter(char: string): void {
    const isRows = this.#open.length === 0 || (this.#key === 'bindings' && this.#open.join('') === '{{')
    this.#open.push(char)
    if (this.#open.length > deepest) throw new Broken(this.line, 'nested deeper than any export')
    if (char !== '[' || !isRows || this.#hasRows) return
    this.#hasRows = true
    this.#rowsAt = this.#open.length
  }

  #leave(char: string): void {
    if (this.#open.pop() !== (char === '}' ? '{' : '['))
      throw new Broken(this.line, 'a bracket that was not opened')
    if (this.#open.length < this.#rowsAt) this.#rowsAt = 0
  }

  #parse(text: string, line: number): Row {
    if (text.length > mostOfRow) throw new Broken(line, 'a row that is longer than any')
    try {
      const row: unknown = JSON.parse(text)
      return { line, value: (column) => valueIn(row as object, column) }
    } catch {
      throw new Broken(line, 'a row that is no JSON')
    }
  }
}

/** The rows of an export of the query service as JSON, one after another. Throws Broken. */
export async function* readJson(texts: AsyncIterable<string>): AsyncGenerator<Row> {
  const cutter = new Cutter()
  for await (const text of texts) yield* cutter.take(text)
  cutter.end()
}
