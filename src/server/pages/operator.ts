import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages, type Language } from '../../shared/language.ts'

/** What the operator wrote, and in which language: not always the reader's. */
export type OperatorText = { readonly language: Language; readonly paragraphs: readonly string[] }

export type PageName = 'imprint' | 'privacy'

function read(folder: string, page: PageName, language: Language): string {
  try {
    return readFileSync(join(folder, `${page}.${language}.txt`), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

const paragraphsOf = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/(?:\r?\n[ \t]*){2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

/**
 * The operator's text of a page: in the wanted language, else in the first one there is. Undefined if there is none.
 * Reads the folder's files imprint.<language>.txt and privacy.<language>.txt each time, so that a change needs no restart.
 */
export function operatorText(folder: string, page: PageName, wanted: Language): OperatorText | undefined {
  if (folder === '') return undefined
  for (const language of [wanted, ...languages]) {
    const paragraphs = paragraphsOf(read(folder, page, language))
    if (paragraphs.length > 0) return { language, paragraphs }
  }
  return undefined
}
