import type { Language } from '../../../shared/language.ts'
import type { Translate } from '../../../ui/text.ts'

/** The words that a report is made of, in its own language. */
export type Say = { readonly t: Translate; readonly language: Language }

/** A part of a report that is edited as one text. */
export type Section = {
  /** For ever the same: edited texts are kept by it. */
  readonly id: string
  /** The heading above it and its neighbours of the same chapter; '' where its own is enough. */
  readonly chapter: string
  readonly heading: string
  /** Lines; those with bars between cells are a table, the first of them its titles. */
  readonly text: string
  /** Nothing is recorded for it: somebody writes all of it. */
  readonly isTyped?: boolean
}

const bar = ' | '
const nothing = '–'

/** In one line, without the sign that parts cells. */
const clean = (text: string): string => text.replace(/\s+/g, keepNoBreak).replaceAll('|', '/').trim()
const keepNoBreak = (gap: string): string => (gap === '\u00A0' ? gap : ' ')

/** One row of a table. */
export const row = (...cells: readonly string[]): string =>
  cells.map((cell) => clean(cell) || nothing).join(bar)

/** Lines, without those that say nothing. */
export const lines = (...all: readonly (string | false | undefined)[]): string =>
  all.filter(Boolean).join('\n')

/** A table, nothing where it has no rows. */
export const table = (titles: readonly string[], rows: readonly string[]): string =>
  rows.length > 0 ? [row(...titles), ...rows].join('\n') : ''

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly titles: readonly string[]; readonly rows: readonly string[][] }

const cellsOf = (line: string): string[] => line.split('|').map((cell) => cell.trim())

function blockOf(group: readonly string[]): Block {
  const [first = '', ...rest] = group
  if (!first.includes('|') || rest.length === 0)
    return { kind: 'text', text: group.map((line) => line.replaceAll(bar, ', ')).join('\n') }
  const titles = cellsOf(first)
  return {
    kind: 'table',
    titles,
    rows: rest.map((line) => {
      const cells = cellsOf(line)
      // What somebody put behind one bar too many still stands in the last cell.
      return titles.map((_, at) => (at < titles.length - 1 ? (cells[at] ?? '') : cells.slice(at).join(', ')))
    }),
  }
}

/** A section's text in its paragraphs and tables, as the sheet shows it. */
export function blocksOf(text: string): Block[] {
  const groups: string[][] = []
  let isTable: boolean | undefined
  for (const line of text.split('\n').map((one) => one.trimEnd())) {
    const next = line.trim() === '' ? undefined : line.includes('|')
    if (next !== undefined && next === isTable) groups.at(-1)?.push(line)
    else if (next !== undefined) groups.push([line])
    isTable = next
  }
  return groups.map(blockOf)
}

/** A short mark of a text: another one where the text is another. */
export function markOf(text: string): string {
  let mark = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193)
  return (mark >>> 0).toString(16).padStart(8, '0')
}
