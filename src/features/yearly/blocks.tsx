import type { JSX } from 'preact'
import { PaperTable } from '../../ui/paper.tsx'
import { blocksOf, type Block } from './sections/section.ts'

type Table = Extract<Block, { kind: 'table' }>

type Line = { readonly id: string; readonly cells: readonly string[] }

/** A column is as wide as its longest word, and wider for long texts: in letters, of which about 80 fit on a sheet. */
function shareOf({ titles, rows }: Table, at: number): number {
  const cells = rows.map((one) => one[at] ?? '')
  const words = [titles[at] ?? '', ...cells].flatMap((cell) => cell.split(/[ \u00AD-]/))
  const longest = Math.max(...words.map(({ length }) => length))
  const average = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length)
  return Math.max(longest + 2, Math.min(32, average * 0.7), 8)
}

/** A section's text on the sheet: its paragraphs and its tables. */
export function Blocks({ text }: { text: string }): JSX.Element {
  return (
    <>
      {blocksOf(text).map((block, index) =>
        block.kind === 'text' ? (
          <p class="written" key={index}>
            {block.text}
          </p>
        ) : (
          <PaperTable<Line>
            key={index}
            rows={block.rows.map((cells, at) => ({ id: String(at), cells }))}
            columns={block.titles.map((title, at) => ({
              title,
              share: shareOf(block, at),
              cell: ({ cells }) => cells[at] ?? '',
            }))}
          />
        ),
      )}
    </>
  )
}
