import type { JSX } from 'preact'
import { PaperTable } from '../../ui/paper.tsx'
import { blocksOf, type Block } from './sections/section.ts'

type TableBlock = Extract<Block, { kind: 'table' }>

type Line = { readonly id: string; readonly cells: readonly string[] }

/** So many letters fit beside each other on the screen's sheet; on paper there are more. */
const room = 58

/** A word longer than that is torn, so that the columns beside it keep theirs. */
const longest = 18

/**
 * How wide each column is, in letters: as wide as its longest word, so that hardly one is torn; what room is left goes to those
 * that say most.
 */
function widthsOf({ titles, rows }: TableBlock): number[] {
  const columns = titles.map((title, at) => [title, ...rows.map((cells) => cells[at] ?? '')])
  const least = columns.map((cells) => {
    const words = cells.flatMap((cell) => cell.split(/[ \u00AD-]/))
    return 3 + Math.min(longest, Math.max(...words.map(({ length }) => length)))
  })
  const wished = columns.map((cells) => cells.reduce((sum, { length }) => sum + length, 0) / cells.length)
  const left = Math.max(0, room - least.reduce((sum, one) => sum + one, 0))
  const all = wished.reduce((sum, one) => sum + one, 0)
  return least.map((width, at) => width + (left * (wished[at] ?? 0)) / Math.max(1, all))
}

function Table({ block }: { block: TableBlock }): JSX.Element {
  const widths = widthsOf(block)
  return (
    <PaperTable<Line>
      rows={block.rows.map((cells, at) => ({ id: String(at), cells }))}
      columns={block.titles.map((title, at) => ({
        title,
        share: widths[at] ?? 1,
        cell: ({ cells }) => cells[at] ?? '',
      }))}
    />
  )
}

/** A section's text on the sheet: its paragraphs and its tables. */
export function Blocks({ text }: { text: string }): JSX.Element {
  return (
    <>
      {blocksOf(text).map((block, index) =>
        block.kind === 'table' ? (
          <Table key={index} block={block} />
        ) : (
          <p class="written" key={index}>
            {block.text}
          </p>
        ),
      )}
    </>
  )
}
