import { createReadStream } from 'node:fs'
import { Broken } from './broken.ts'
import { Gathering } from './gather.ts'
import { readJson } from './json.ts'
import { textOf } from './text.ts'
import { readTsv } from './tsv.ts'

/** What a file begins with, and all of it again. */
async function peek(
  texts: AsyncGenerator<string>,
): Promise<{ first: string; whole: AsyncGenerator<string> }> {
  let first = ''
  for (let next = await texts.next(); !next.done; next = await texts.next()) {
    first += next.value
    if (first.trim() !== '') break
  }
  async function* whole(): AsyncGenerator<string> {
    yield first
    yield* texts
  }
  return { first, whole: whole() }
}

const isJson = (beginning: string): boolean => ['[', '{'].includes(beginning.trimStart().charAt(0))

/** Reads exports, JSON or TSV, into one base. Throws Broken, its message with the file's name before the line. */
export async function readExports(files: readonly string[]): Promise<Gathering> {
  const gathering = new Gathering()
  for (const file of files) {
    try {
      const { first, whole } = await peek(textOf(createReadStream(file)))
      const rows = isJson(first) ? readJson(whole) : readTsv(whole)
      for await (const row of rows) gathering.add(row)
    } catch (error) {
      if (error instanceof Broken) throw new Error(`${file}, ${error.message}`, { cause: error })
      throw error
    }
  }
  if (gathering.links.length === 0) throw new Error(`${files.join(', ')}: no links in it`)
  return gathering
}
