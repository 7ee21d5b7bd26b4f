import type { JSX } from 'preact'
import { PaperTable } from '../../ui/paper.tsx'
import { blocksOf, type Block } from './sections/section.ts'

type Table = Extract<Block, { kind: 'table' }>

type Line = { readonly id: string; readonly cells: readonly string[] }

/** Long cells get more room, within bounds: a column of numbers stays wide enough for its title. */
function shareOf({ titles, rows }: Table, at: number): number {
  const lengths = rows.map((cells) => cells[at]?.length ?? 0)
  const average = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length)
  return Math.min(2.4, Math.max(1, Math.max(average, titles[at]?.length ?? 0) / 12))
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
