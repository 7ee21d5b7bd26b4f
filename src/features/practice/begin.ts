import type { Open } from '../../db/notebook.ts'
import { isFilled, openPractice } from '../../db/practice.ts'
import { NotebookProblem } from '../../db/problem.ts'
import { fillPractice } from './fill.ts'
import type { Example } from './resolve.ts'

/** Makes sure that there is something to practise with, beside the real notebook that stays open. */
export async function begin(
  { device, onProblem }: Open,
  example: Example,
  tell: (done: number, of: number) => void,
): Promise<void> {
  const notebook = await openPractice({
    now: Date.now,
    onBlocked: () => onProblem(new NotebookProblem('blocked')),
    onNewerVersion: () => location.reload(),
  })
  try {
    if (!(await isFilled(notebook))) await fillPractice(notebook, device, example, tell)
  } finally {
    notebook.tables.close()
  }
}
