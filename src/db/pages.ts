import { listAbout } from './find.ts'
import { change } from './save.ts'
import type { Row } from './show.ts'
import { savedTables, type Notebook } from './tables.ts'

const numberOf = ({ fields }: Row): number => (typeof fields['page'] === 'number' ? fields['page'] : Infinity)

const before = (a: Row, b: Row): number => {
  const [one, other] = [numberOf(a), numberOf(b)]
  if (one !== other) return one < other ? -1 : 1
  // Two devices may have counted alike: then the one that was taken first.
  return `${a.sort} ${a.id}` < `${b.sort} ${b.id}` ? -1 : 1
}

/** Photos as they lie: pages by their numbers, then all others as they were taken. */
export const inOrder = (photos: readonly Row[]): Row[] => [...photos].sort(before)

/** The photos about a record in their order: the pages of a document. */
export async function pagesOf(notebook: Notebook, record: string): Promise<Row[]> {
  return inOrder((await listAbout(notebook, record)).filter((row) => row.kind === 'photo'))
}

/** The number for one more page behind these. */
export function nextNumber(pages: readonly Row[]): number {
  const numbers = pages.map(numberOf).filter(Number.isFinite)
  return Math.max(pages.length, ...numbers) + 1
}

/** The same pages with one of them a place further on (1) or back (-1); at the ends nothing moves. */
export function withMoved(pages: readonly Row[], id: string, by: 1 | -1): Row[] {
  const from = pages.findIndex((page) => page.id === id)
  const moved = pages[from]
  const neighbour = pages[from + by]
  if (!moved || !neighbour) return [...pages]
  return pages.map((page) => (page === moved ? neighbour : page === neighbour ? moved : page))
}

/** Writes the numbers of pages that shall lie in this order, all or none. */
export async function putInOrder(notebook: Notebook, pages: readonly Row[]): Promise<void> {
  const { tables } = notebook
  await tables.transaction('rw', savedTables(tables), async () => {
    for (const [index, page] of pages.entries()) {
      if (numberOf(page) !== index + 1) await change(notebook, [page.id], { page: index + 1 })
    }
  })
}
